package main

import (
	"fmt"
	"slices"
)

// condition says what a value must be for a template to be written.
type condition struct {
	template string
	value    string
	// oneOf are what it may be, type included. Without them, present says whether it must be there.
	oneOf   []any
	present bool
}

func (c condition) holds(value any) bool {
	if c.oneOf == nil {
		return (value != nil) == c.present
	}
	return value != nil && slices.ContainsFunc(c.oneOf, func(choice any) bool {
		return canonical(choice) == value
	})
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
