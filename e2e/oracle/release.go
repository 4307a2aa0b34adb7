package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"

	"github.com/syntasso/kratix/api/v1alpha1"
	"github.com/syntasso/kratix/lib/fetchers"
	metav1validation "k8s.io/apimachinery/pkg/api/validation"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"sigs.k8s.io/yaml"
)

//go:embed promise-release-crd.yaml
var releaseCRD []byte

// judgeRelease follows a PromiseRelease from its text to the Promise that Kratix finds by it, which is
// served here in the place of the release's own host.
func (j *judge) judgeRelease(text, promise []byte) []Refusal {
	found := &refusals{list: []Refusal{}}
	release := j.admitRelease(text, found)
	if release == nil || found.refused() {
		return found.list
	}
	// From here on what Kratix's webhook and controller do.
	source := release.Spec.SourceRef.URL
	if source == "" {
		found.add("webhook", "spec.sourceRef.url", "sourceRef.url must be set")
		return found.list
	}
	fetched, err := fetch(source, promise)
	if err != nil {
		found.add("webhook", "spec.sourceRef.url", "failed to fetch promise: "+err.Error())
		return found.list
	}
	version, labelled := fetched.GetLabels()[v1alpha1.PromiseVersionLabel]
	if !labelled {
		found.add("controller", "spec.version", "version label not found on promise; refusing to install")
	} else if release.Spec.Version != "" && release.Spec.Version != version {
		found.add("controller", "spec.version", fmt.Sprintf("version label on promise (%s) does not match version on promise release (%s)", version, release.Spec.Version))
	}
	return found.list
}

func (j *judge) admitRelease(text []byte, found *refusals) *v1alpha1.PromiseRelease {
	bytes, err := yaml.YAMLToJSON(text)
	if err != nil {
		found.add("yaml", "", err.Error())
		return nil
	}
	object := map[string]any{}
	if err := utiljson.Unmarshal(bytes, &object); err != nil {
		found.add("yaml", "", err.Error())
		return nil
	}
	if object["apiVersion"] != "platform.kratix.io/v1alpha1" || object["kind"] != "PromiseRelease" {
		found.add("release", "kind", fmt.Sprintf("no matches for kind %v in version %v", object["kind"], object["apiVersion"]))
		return nil
	}
	meta := metadataOf(object, found)
	if meta == nil {
		return nil
	}
	found.fields("release", "", metav1validation.ValidateObjectMeta(meta, false, metav1validation.NameIsDNSSubdomain, field.NewPath("metadata")))
	errs, unknown := j.releases.admit(context.Background(), object)
	for _, path := range unknown {
		found.add("unknown", path, "unknown field")
	}
	found.fields("release", "", errs)
	bytes, err = json.Marshal(object)
	if err != nil {
		found.add("decode", "", err.Error())
		return nil
	}
	release := &v1alpha1.PromiseRelease{}
	if err := json.Unmarshal(bytes, release); err != nil {
		found.add("decode", "spec", err.Error())
		return nil
	}
	return release
}

// fetch has Kratix fetch the Promise: the address is read as Go reads it, but for its host.
func fetch(source string, promise []byte) (*v1alpha1.Promise, error) {
	if _, err := http.NewRequest(http.MethodGet, source, nil); err != nil {
		return nil, err
	}
	address, err := url.Parse(source)
	if err != nil {
		return nil, err
	}
	if address.Host == "" {
		return nil, fmt.Errorf("no Host in request URL")
	}
	server := httptest.NewServer(http.HandlerFunc(func(answer http.ResponseWriter, _ *http.Request) {
		_, _ = answer.Write(promise)
	}))
	defer server.Close()
	address.Scheme = "http"
	address.User = nil
	address.Host = server.Listener.Addr().String()
	return (&fetchers.URLFetcher{}).FromURL(address.String(), "")
}
