package main

import (
	"fmt"
	"math"
	"strings"
)

// value is what templates may use as ${name}.
type value struct {
	name string
	from source
	// is the type that the API gives it; "" for any scalar.
	is kind
	// absent stands in for a source that is not there; nil for none.
	absent any
	// choices are the allowed values and what each becomes; nil for the value as it is.
	choices []choice
	// optional: a condition asks whether the value is there, so it may be absent.
	optional bool
}

type choice struct{ when, give any }

type kind string

const (
	aString   kind = "a string"
	anInteger kind = "an integer"
	aNumber   kind = "a number"
	aBoolean  kind = "a boolean"
)

// source is a place in the object, or a constant.
type source struct {
	label    string
	keys     []string
	constant any
}

var (
	objectName      = source{label: "metadata.name", keys: []string{"metadata", "name"}}
	objectNamespace = source{label: "metadata.namespace", keys: []string{"metadata", "namespace"}}
)

func spec(keys ...string) source {
	keys = append([]string{"spec"}, keys...)
	return source{label: strings.Join(keys, "."), keys: keys}
}

func label(name string) source {
	return source{
		label: "metadata.labels[" + describe(name) + "]",
		keys:  []string{"metadata", "labels", name},
	}
}

func constant(value any) source {
	return source{label: "the constant", constant: value}
}

// Few tables have values from every source.
var _ = []any{objectName, objectNamespace, spec, label, constant}

// readValues reads the values in their order; the first that is not as it must be is the error.
func readValues(values []value, object map[string]any) (map[string]any, error) {
	read := map[string]any{}
	for _, value := range values {
		scalar, err := value.read(object)
		if err != nil {
			return nil, err
		}
		read[value.name] = scalar
	}
	return read, nil
}

func (v value) read(object map[string]any) (any, error) {
	label := v.from.label
	found := v.from.constant
	if found == nil {
		found = find(object, v.from.keys)
	}
	if found == nil {
		found = v.absent
	}
	if found == nil && v.optional {
		return nil, nil
	}
	if found == nil {
		return nil, fmt.Errorf("%s is missing and has no default", label)
	}
	scalar := canonical(found)
	if number, ok := scalar.(float64); ok && number == math.Trunc(number) {
		return nil, fmt.Errorf("%s is too large: integers lie within ±%d", label, largest)
	}
	if !v.is.holds(scalar) {
		return nil, fmt.Errorf("%s must be %s, not %s", label, v.is.name(), describe(found))
	}
	if v.choices == nil {
		return scalar, nil
	}
	allowed := make([]string, len(v.choices))
	for i, choice := range v.choices {
		if canonical(choice.when) == scalar {
			return canonical(choice.give), nil
		}
		allowed[i] = describe(choice.when)
	}
	return nil, fmt.Errorf("%s is %s, which is not allowed; allowed values: %s",
		label, describe(scalar), strings.Join(allowed, ", "))
}

func (k kind) holds(scalar any) bool {
	var isInteger, isFraction, isString, isBoolean bool
	switch scalar.(type) {
	case int64:
		isInteger = true
	case float64:
		isFraction = true
	case string:
		isString = true
	case bool:
		isBoolean = true
	}
	switch k {
	case aString:
		return isString
	case anInteger:
		return isInteger
	case aNumber:
		return isInteger || isFraction
	case aBoolean:
		return isBoolean
	default:
		return isInteger || isFraction || isString || isBoolean
	}
}

func (k kind) name() string {
	if k == "" {
		return "a string, number or boolean"
	}
	return string(k)
}
