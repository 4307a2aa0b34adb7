package main

import (
	"fmt"
	"slices"
)

// condition says what a value must be for a template to be written.
type condition struct {
	template string
	value    string
	holds    func(value any) bool
}

func isPresent(value any) bool { return value != nil }

func isAbsent(value any) bool { return value == nil }

// isOneOf holds for a value that is there and the same as a choice, type included.
func isOneOf(choices ...any) func(any) bool {
	return func(value any) bool {
		return value != nil && slices.ContainsFunc(choices, func(choice any) bool {
			return canonical(choice) == value
		})
	}
}

// isWritten says whether the condition of a template, if it has one, holds.
func isWritten(template string, values map[string]any) (bool, error) {
	for _, condition := range conditions {
		if condition.template != template {
			continue
		}
		value, known := values[condition.value]
		if !known {
			return false, fmt.Errorf("${%s} names no value of this step", condition.value)
		}
		return condition.holds(value), nil
	}
	return true, nil
}
