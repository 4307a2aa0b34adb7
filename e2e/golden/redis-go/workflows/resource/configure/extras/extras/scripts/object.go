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

// Names become file names, so nothing else than what Kubernetes allows passes.
var (
	nameForm      = regexp.MustCompile(`^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$`)
	namespaceForm = regexp.MustCompile(`^[a-z0-9]([-a-z0-9]*[a-z0-9])?$`)
)

// readOwner gives what tells the files of one object from those of others.
func readOwner(object map[string]any) (string, error) {
	name, err := readName(object, "name", nameForm, 253)
	if err != nil || strings.HasPrefix(workflow, "promise/") {
		return name, err
	}
	namespace, err := readName(object, "namespace", namespaceForm, 63)
	if err != nil {
		return "", err
	}
	return namespace + "-" + name, nil
}

func readName(object map[string]any, key string, form *regexp.Regexp, longest int) (string, error) {
	label := "metadata." + key
	switch name := find(object, []string{"metadata", key}).(type) {
	case nil:
		return "", fmt.Errorf("%s is missing and has no default", label)
	case string:
		if !form.MatchString(name) || len(name) > longest {
			return "", fmt.Errorf("%s is not a valid Kubernetes name: %s", label, describe(name))
		}
		return name, nil
	default:
		return "", fmt.Errorf("%s must be a string, not %s", label, describe(name))
	}
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
