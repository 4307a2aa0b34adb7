package main

import (
	"context"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	structuralschema "k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/listtype"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/objectmeta"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/validation/field"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
)

// resource is a version of a CRD, ready to admit objects of its kind.
type resource struct {
	structural *structuralschema.Structural
	schema     validation.SchemaValidator
	cel        *cel.Validator
}

func newResource(crd *apiextensions.CustomResourceDefinition, version string) (*resource, error) {
	schema, err := apiextensions.GetSchemaForVersion(crd, version)
	if err != nil {
		return nil, err
	}
	structural, err := structuralschema.NewStructural(schema.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	validator, _, err := validation.NewSchemaValidator(schema.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	return &resource{structural, validator, cel.NewValidator(structural, true, celconfig.PerCallLimit)}, nil
}

// admit does what the API server does with a new object: it drops what the schema does not know (the
// second result), fills in defaults, and validates. `object` is changed.
func (r *resource) admit(ctx context.Context, object map[string]any) (field.ErrorList, []string) {
	coercing := objectmeta.CoerceOptions{ReturnUnknownFieldPaths: true}
	fault, unknownMeta := objectmeta.CoerceWithOptions(nil, object, r.structural, true, coercing)
	if fault != nil {
		return field.ErrorList{fault}, nil
	}
	unknown := pruning.PruneWithOptions(object, r.structural, true, structuralschema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})
	defaulting.PruneNonNullableNullsWithoutDefaults(object, r.structural)
	defaulting.Default(object, r.structural)
	errs := objectmeta.Validate(nil, object, r.structural, false)
	errs = append(errs, validation.ValidateCustomResource(nil, object, r.schema)...)
	errs = append(errs, listtype.ValidateListSetsAndMaps(nil, r.structural, object)...)
	if len(errs) == 0 && r.cel != nil {
		celErrs, _ := r.cel.Validate(ctx, nil, r.structural, object, nil, celconfig.RuntimeCELCostBudget)
		errs = append(errs, celErrs...)
	}
	return errs, append(unknown, unknownMeta...)
}

// judgeRequest admits a request to the API of a Promise; `made` keeps its versions for the next ones.
func judgeRequest(crd *apiextensions.CustomResourceDefinition, made map[string]*resource, request []byte) []Refusal {
	found := &refusals{list: []Refusal{}}
	object := map[string]any{}
	if err := utiljson.Unmarshal(request, &object); err != nil {
		found.add("request", "", err.Error())
		return found.list
	}
	version := ""
	for _, one := range crd.Spec.Versions {
		if object["apiVersion"] == crd.Spec.Group+"/"+one.Name && one.Served {
			version = one.Name
		}
	}
	if version == "" || object["kind"] != crd.Spec.Names.Kind {
		found.add("request", "apiVersion", "no such API")
		return found.list
	}
	served, known := made[version]
	if !known {
		var err error
		if served, err = newResource(crd, version); err != nil {
			found.add("request", "", err.Error())
			return found.list
		}
		made[version] = served
	}
	errs, unknown := served.admit(context.Background(), object)
	for _, path := range unknown {
		found.add("unknown", path, "unknown field")
	}
	found.fields("request", "", errs)
	return found.list
}
