package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	kratix "github.com/syntasso/kratix-go"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
)

// Request is of kind Redis in mygroup.org/v1alpha1, as promise.yaml describes it.
type Request struct {
	metav1.TypeMeta   `json:",inline"`
	metav1.ObjectMeta `json:"metadata"`

	Spec *Spec `json:"spec,omitempty"`
}

// Spec is spec.
type Spec struct {
	// Size: How big it is Default: "small"
	Size SpecSize `json:"size"`
}

// SpecSize is one of the values that the API allows in spec.size.
type SpecSize string

const (
	SpecSizeSmall SpecSize = "small"
	SpecSizeLarge SpecSize = "large"
)

// UnmarshalJSON refuses a value that the API does not list.
func (value *SpecSize) UnmarshalJSON(text []byte) error {
	return oneOf(text, value, "spec.size", SpecSizeSmall, SpecSizeLarge)
}

// readRequest gives the request its types. What does not fit them is an error.
func readRequest(object kratix.Resource) (*Request, error) {
	text, err := json.Marshal(object.ToUnstructured().Object)
	if err != nil {
		return nil, err
	}
	request := &Request{}
	if err := json.Unmarshal(text, request); err != nil {
		return nil, fmt.Errorf("the request does not fit the API: %w", err)
	}
	return request, nil
}

// oneOf reads a string that the API restricts to a list.
func oneOf[T ~string](text []byte, value *T, place string, allowed ...T) error {
	var found *string
	if err := json.Unmarshal(text, &found); err != nil || found == nil {
		return err
	}
	if !slices.Contains(allowed, T(*found)) {
		quoted := make([]string, len(allowed))
		for i, value := range allowed {
			quoted[i] = fmt.Sprintf("%q", value)
		}
		return fmt.Errorf("%s is %q, which is not allowed; allowed values: %s",
			place, *found, strings.Join(quoted, ", "))
	}
	*value = T(*found)
	return nil
}
