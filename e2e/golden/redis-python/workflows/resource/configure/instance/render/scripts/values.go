package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strconv"
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

// find gives what is at a place in the object, or nil.
func find(object map[string]any, keys []string) any {
	var here any = object
	for _, key := range keys {
		entries, ok := here.(map[string]any)
		if !ok {
			return nil
		}
		here = entries[key]
	}
	return here
}

// largest is the largest integer that JSON carries exactly everywhere.
const largest = 1<<53 - 1

// canonical gives whole numbers one type, however they were written. A whole number that stays a
// float64 is too large; what is no scalar becomes nil.
func canonical(value any) any {
	switch value := value.(type) {
	case string, bool, int64:
		return value
	case int:
		return int64(value)
	case float64:
		if value == math.Trunc(value) && math.Abs(value) <= largest {
			return int64(value)
		}
		return value
	default:
		return nil
	}
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

// describe says what a value is: a scalar as JSON, else its type.
func describe(value any) string {
	switch value := value.(type) {
	case []any:
		return "a list"
	case map[string]any:
		return "an object"
	case string:
		var text bytes.Buffer
		encoder := json.NewEncoder(&text)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(value); err != nil {
			return strconv.Quote(value)
		}
		return strings.TrimSuffix(text.String(), "\n")
	default:
		text, err := json.Marshal(canonical(value))
		if err != nil {
			return fmt.Sprint(value)
		}
		return string(text)
	}
}

// Names become file names, so nothing else than what Kubernetes allows passes.
var (
	nameForm      = regexp.MustCompile(`^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$`)
	namespaceForm = regexp.MustCompile(`^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`)
)

// readOwner gives what tells the files of one object from those of others.
func readOwner(object map[string]any) (string, error) {
	name, err := readName(object, objectName, nameForm, 253)
	if err != nil || strings.HasPrefix(workflow, "promise/") {
		return name, err
	}
	namespace, err := readName(object, objectNamespace, namespaceForm, 63)
	if err != nil {
		return "", err
	}
	return namespace + "-" + name, nil
}

func readName(object map[string]any, from source, form *regexp.Regexp, longest int) (string, error) {
	switch name := find(object, from.keys).(type) {
	case nil:
		return "", fmt.Errorf("%s is missing and has no default", from.label)
	case string:
		if !form.MatchString(name) || len(name) > longest {
			return "", fmt.Errorf("%s is not a valid Kubernetes name: %s", from.label, describe(name))
		}
		return name, nil
	default:
		return "", fmt.Errorf("%s must be a string, not %s", from.label, describe(name))
	}
}
