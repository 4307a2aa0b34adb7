package main

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/syntasso/kratix/api/v1alpha1"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	quantity "k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// A shape is what the decoder of a struct takes: the name of each key and the type of its value.
// `[]x` is a list, `{}x` a map; a name that is no scalar stands for another shape.
type shapes map[string]map[string]string

// Types with decoders of their own, by what these take.
var decoders = map[reflect.Type]string{
	reflect.TypeFor[quantity.Quantity]():                            "quantity",
	reflect.TypeFor[metav1.Time]():                                  "time",
	reflect.TypeFor[metav1.MicroTime]():                             "time",
	reflect.TypeFor[metav1.FieldsV1]():                              "any",
	reflect.TypeFor[intstr.IntOrString]():                           "intOrString",
	reflect.TypeFor[apiextensionsv1.JSON]():                         "any",
	reflect.TypeFor[apiextensionsv1.JSONSchemaPropsOrArray]():       "schemaOrArray",
	reflect.TypeFor[apiextensionsv1.JSONSchemaPropsOrBool]():        "schemaOrBool",
	reflect.TypeFor[apiextensionsv1.JSONSchemaPropsOrStringArray](): "schemaOrStrings",
}

// decoded are the shapes of all that Kratix decodes from a Promise.
func decoded() shapes {
	all := shapes{}
	all.of(reflect.TypeFor[apiextensionsv1.CustomResourceDefinition]())
	all.of(reflect.TypeFor[v1alpha1.Pipeline]())
	all.of(reflect.TypeFor[apiextensionsv1.JSONSchemaProps]())
	// Kratix has it since the version whose module can be had.
	all["PipelineSpec"]["restartPolicy"] = "string"
	return all
}

func (s shapes) of(t reflect.Type) string {
	if name, ok := decoders[t]; ok {
		return name
	}
	switch t.Kind() {
	case reflect.Pointer:
		return s.of(t.Elem())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "bytes"
		}
		return "[]" + s.of(t.Elem())
	case reflect.Map:
		return "{}" + s.of(t.Elem())
	case reflect.Struct:
		name := t.Name()
		if _, known := s[name]; !known {
			s[name] = map[string]string{}
			s.fields(name, t)
		}
		return name
	case reflect.String, reflect.Bool, reflect.Int32, reflect.Int64, reflect.Float64:
		return t.Kind().String()
	default:
		panic(fmt.Sprintf("no shape for %v", t))
	}
}

func (s shapes) fields(name string, t reflect.Type) {
	for i := range t.NumField() {
		field := t.Field(i)
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		switch {
		case key == "-":
		case key == "" && field.Anonymous:
			s.fields(name, field.Type)
		default:
			s[name][key] = s.of(field.Type)
		}
	}
}
