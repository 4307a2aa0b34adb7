package main

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/go-logr/logr"
	"github.com/syntasso/kratix/api/v1alpha1"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation"
	metav1validation "k8s.io/apimachinery/pkg/api/validation"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	utilvalidation "k8s.io/apimachinery/pkg/util/validation"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"sigs.k8s.io/yaml"
)

//go:embed promise-crd.yaml
var promiseCRD []byte

// judge holds what is built once: the schemas of Kratix's own kinds.
type judge struct {
	promises *resource
	releases *resource
}

func newJudge() (*judge, error) {
	promises, err := resourceOf(promiseCRD)
	if err != nil {
		return nil, err
	}
	releases, err := resourceOf(releaseCRD)
	return &judge{promises, releases}, err
}

func resourceOf(text []byte) (*resource, error) {
	crd := &apiextensionsv1.CustomResourceDefinition{}
	if err := yaml.UnmarshalStrict(text, crd); err != nil {
		return nil, err
	}
	internal, err := toInternal(crd)
	if err != nil {
		return nil, err
	}
	return newResource(internal, "v1alpha1")
}

// toInternal defaults and converts as the API server does with what is sent to it.
func toInternal(crd *apiextensionsv1.CustomResourceDefinition) (*apiextensions.CustomResourceDefinition, error) {
	crd = crd.DeepCopy()
	apiextensionsv1.SetObjectDefaults_CustomResourceDefinition(crd)
	internal := &apiextensions.CustomResourceDefinition{}
	err := apiextensionsv1.Convert_v1_CustomResourceDefinition_To_apiextensions_CustomResourceDefinition(crd, internal, nil)
	return internal, err
}

func (j *judge) answer(question Question) Answer {
	found := &refusals{list: []Refusal{}}
	crd := j.judgePromise([]byte(question.Promise), found)
	answer := Answer{ID: question.ID, Errors: found.list}
	if question.Release != "" {
		answer.Release = j.judgeRelease([]byte(question.Release), []byte(question.Promise))
	}
	made := map[string]*resource{}
	for _, request := range question.Requests {
		if crd == nil || found.refused() {
			break
		}
		answer.Requests = append(answer.Requests, judgeRequest(crd, made, request))
	}
	return answer
}

type refusals struct{ list []Refusal }

func (r *refusals) add(stage, path, message string) {
	r.list = append(r.list, Refusal{stage, path, message})
}

func (r *refusals) fields(stage, prefix string, errs field.ErrorList) {
	for _, err := range errs {
		path := err.Field
		if prefix != "" {
			path = prefix + "." + path
		}
		r.add(stage, path, err.ErrorBody())
	}
}

func (r *refusals) refused() bool {
	for _, one := range r.list {
		if one.Stage != "unknown" {
			return true
		}
	}
	return false
}

// judgePromise follows a Promise from its text to Kratix's webhook and gives its API, if any.
func (j *judge) judgePromise(text []byte, found *refusals) *apiextensions.CustomResourceDefinition {
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
	if object["apiVersion"] != "platform.kratix.io/v1alpha1" || object["kind"] != "Promise" {
		found.add("promise", "kind", fmt.Sprintf("no matches for kind %v in version %v", object["kind"], object["apiVersion"]))
		return nil
	}
	meta := metadataOf(object, found)
	if meta == nil {
		return nil
	}
	found.fields("promise", "", metav1validation.ValidateObjectMeta(meta, false, metav1validation.NameIsDNSSubdomain, field.NewPath("metadata")))
	delete(object, "status") // as for every kind with a status subresource
	errs, unknown := j.promises.admit(context.Background(), object)
	for _, path := range unknown {
		found.add("unknown", path, "unknown field")
	}
	found.fields("promise", "", errs)
	if found.refused() {
		return nil // admission ends before the webhook
	}
	return judgeByWebhook(object, found)
}

func metadataOf(object map[string]any, found *refusals) *metav1.ObjectMeta {
	meta := &metav1.ObjectMeta{}
	bytes, _ := json.Marshal(object["metadata"])
	if err := utiljson.Unmarshal(bytes, meta); err != nil {
		found.add("promise", "metadata", err.Error())
		return nil
	}
	return meta
}

// judgeByWebhook does what Kratix's webhook does, as far as that needs no cluster. All faults are
// named, where the webhook stops at the first.
func judgeByWebhook(object map[string]any, found *refusals) *apiextensions.CustomResourceDefinition {
	bytes, err := json.Marshal(object)
	if err != nil {
		found.add("decode", "", err.Error())
		return nil
	}
	promise := &v1alpha1.Promise{}
	if err := json.Unmarshal(bytes, promise); err != nil {
		found.add("decode", "spec", err.Error())
		return nil
	}
	crd := judgeAPI(promise, object, found)
	judgePipelines(promise, found)
	return crd
}

func judgeAPI(promise *v1alpha1.Promise, object map[string]any, found *refusals) *apiextensions.CustomResourceDefinition {
	if promise.DoesNotContainAPI() {
		return nil
	}
	if !hasVersion(promise) {
		found.add("decode", "spec.api.spec.versions", "the webhook panics: index out of range [0] with length 0")
		return nil
	}
	_, crd, err := promise.GetAPI()
	if err != nil {
		found.add("decode", "spec.api", err.Error())
		return nil
	}
	return judgeCRD(crd, found)
}

// hasVersion is false for what makes Kratix's GetAPI panic.
func hasVersion(promise *v1alpha1.Promise) bool {
	crd := apiextensionsv1.CustomResourceDefinition{}
	err := json.Unmarshal(promise.Spec.API.Raw, &crd)
	return err != nil || len(crd.Spec.Versions) > 0
}

// judgeCRD creates the CRD as the webhook does in its dry run, then changes it as the controller does.
func judgeCRD(crd *apiextensionsv1.CustomResourceDefinition, found *refusals) *apiextensions.CustomResourceDefinition {
	internal, err := toInternal(crd)
	if err != nil {
		found.add("crd", "spec.api", err.Error())
		return nil
	}
	prepareForCreate(internal)
	errs := validation.ValidateCustomResourceDefinition(context.Background(), internal)
	found.fields("crd", "spec.api", errs)
	if crd.Spec.Scope != apiextensionsv1.NamespaceScoped {
		found.add("crd", "spec.api.spec.scope", fmt.Sprintf("promise api needs to be namespace scoped; spec.api.spec.scope cannot be: %s", crd.Spec.Scope))
	}
	if len(errs) > 0 {
		return nil
	}
	changed := crd.DeepCopy()
	changeAsController(changed)
	after, err := toInternal(changed)
	if err != nil {
		found.add("controller", "spec.api", err.Error())
		return nil
	}
	prepareForCreate(after)
	found.fields("controller", "spec.api", validation.ValidateCustomResourceDefinition(context.Background(), after))
	return after
}

// prepareForCreate does what the create strategy of CRDs does before it validates.
func prepareForCreate(crd *apiextensions.CustomResourceDefinition) {
	crd.Status = apiextensions.CustomResourceDefinitionStatus{}
	for _, version := range crd.Spec.Versions {
		if version.Storage {
			crd.Status.StoredVersions = append(crd.Status.StoredVersions, version.Name)
			break
		}
	}
}

// changeAsController gives every version the status that Kratix's controller gives it.
func changeAsController(crd *apiextensionsv1.CustomResourceDefinition) {
	preserve := true
	for i := range crd.Spec.Versions {
		version := &crd.Spec.Versions[i]
		version.Subresources = &apiextensionsv1.CustomResourceSubresources{Status: &apiextensionsv1.CustomResourceSubresourceStatus{}}
		if version.Schema.OpenAPIV3Schema.Properties == nil {
			version.Schema.OpenAPIV3Schema.Properties = map[string]apiextensionsv1.JSONSchemaProps{}
		}
		version.Schema.OpenAPIV3Schema.Properties["status"] = apiextensionsv1.JSONSchemaProps{
			Type:                   "object",
			XPreserveUnknownFields: &preserve,
			Properties: map[string]apiextensionsv1.JSONSchemaProps{
				"message":            {Type: "string"},
				"observedGeneration": {Type: "integer", Format: "int64"},
				"conditions": {Type: "array", Items: &apiextensionsv1.JSONSchemaPropsOrArray{
					Schema: &apiextensionsv1.JSONSchemaProps{Type: "object", XPreserveUnknownFields: &preserve},
				}},
			},
		}
	}
}

const (
	configure = v1alpha1.WorkflowActionConfigure
	remove    = v1alpha1.WorkflowActionDelete
)

func judgePipelines(promise *v1alpha1.Promise, found *refusals) {
	workflows := promise.Spec.Workflows
	for _, one := range []struct {
		path      string
		id        string
		action    v1alpha1.Action
		pipelines []unstructured.Unstructured
	}{
		{"spec.workflows.promise.configure", "-promise-configure-", configure, workflows.Promise.Configure},
		{"spec.workflows.promise.delete", "-promise-delete-", remove, workflows.Promise.Delete},
		{"spec.workflows.resource.configure", "-resource-configure-", configure, workflows.Resource.Configure},
		{"spec.workflows.resource.delete", "-resource-delete-", remove, workflows.Resource.Delete},
	} {
		seen := map[string]bool{}
		for i, raw := range one.pipelines {
			path := fmt.Sprintf("%s[%d]", one.path, i)
			// Kratix has it since; the version whose module can be had does not know it.
			restart, isText := "", true
			if given, there, _ := unstructured.NestedFieldNoCopy(raw.Object, "spec", "restartPolicy"); there && given != nil {
				restart, isText = given.(string)
			}
			if !isText {
				found.add("pipeline", path+".spec.restartPolicy", "cannot unmarshal into a string")
			}
			unstructured.RemoveNestedField(raw.Object, "spec", "restartPolicy")
			pipelines, err := v1alpha1.PipelinesFromUnstructured([]unstructured.Unstructured{raw}, logr.Discard())
			if err != nil {
				found.add("pipeline", path, err.Error())
				continue
			}
			judgePipeline(promise.GetName(), one.id, path, pipelines[0], seen, found)
			judgeJob(promise.GetName(), promise.GetName()+one.id+pipelines[0].GetName(), one.action, pipelines[0], restart, path, found)
		}
	}
}

func judgePipeline(promise, id, path string, pipeline v1alpha1.Pipeline, seen map[string]bool, found *refusals) {
	name := pipeline.GetName()
	for key, value := range pipeline.GetLabels() {
		at := fmt.Sprintf("%s.metadata.labels[%s]", path, key)
		for _, message := range utilvalidation.IsValidLabelValue(value) {
			found.add("pipeline", at, message)
		}
		for _, message := range utilvalidation.IsQualifiedName(key) {
			found.add("pipeline", at, message)
		}
	}
	if seen[name] {
		found.add("pipeline", path+".metadata.name", fmt.Sprintf("duplicate pipeline name %q", name))
	}
	seen[name] = true
	if len(promise+id+name) > 60 {
		found.add("pipeline", path+".metadata.name", fmt.Sprintf("pipeline with name %q is too long", name))
	}
	// What names and labels come to in the Job is told here, at the name that they come from.
	for _, message := range metav1validation.NameIsDNSSubdomain(promise+id+name, false) {
		found.add("pipeline", path+".metadata.name", message)
	}
	for _, message := range utilvalidation.IsValidLabelValue(name) {
		found.add("pipeline", path+".metadata.name", message)
	}
}
