package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"
)

// writeMetadata writes a file that Kratix reads after the pipeline. Not by the SDK's WriteStatus,
// which fails over some characters and leaves strings without quotes that others take for numbers.
func writeMetadata(name string, document any) error {
	content, err := toYAML(document)
	if err != nil {
		return err
	}
	directory := metadataDir()
	if err := os.MkdirAll(directory, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(directory, name), content, 0o644)
}

// toYAML lays a document out for every reader of YAML, old and new: keys in order, strings in double
// quotes, characters that YAML does not allow as escapes.
func toYAML(document any) ([]byte, error) {
	// As JSON has it: structs become maps by their tags, and numbers keep all of their digits.
	text, err := json.Marshal(document)
	if err != nil {
		return nil, err
	}
	var value any
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		return nil, err
	}
	var output bytes.Buffer
	encoder := yaml.NewEncoder(&output)
	encoder.SetIndent(2)
	if err := encoder.Encode(toNode(value)); err != nil {
		return nil, err
	}
	err = encoder.Close()
	return output.Bytes(), err
}

func toNode(value any) *yaml.Node {
	switch value := value.(type) {
	case map[string]any:
		node := &yaml.Node{Kind: yaml.MappingNode}
		for _, key := range slices.Sorted(maps.Keys(value)) {
			node.Content = append(node.Content, scalarNode(key), toNode(value[key]))
		}
		return node
	case []any:
		node := &yaml.Node{Kind: yaml.SequenceNode}
		for _, item := range value {
			node.Content = append(node.Content, toNode(item))
		}
		return node
	case json.Number:
		if number, err := value.Float64(); err == nil && strings.ContainsAny(value.String(), ".eE") {
			return scalarNode(number)
		}
		return scalarNode(value)
	case nil:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}
	default:
		return scalarNode(value)
	}
}

// scalarNode writes strings in double quotes: all readers of YAML agree about those.
func scalarNode(scalar any) *yaml.Node {
	switch scalar := scalar.(type) {
	case string:
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: scalar, Style: yaml.DoubleQuotedStyle}
	case float64:
		// No exponent: YAML 1.1 takes 1e-07 for a string.
		return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!float", Value: strconv.FormatFloat(scalar, 'f', -1, 64)}
	default:
		return &yaml.Node{Kind: yaml.ScalarNode, Value: fmt.Sprint(scalar)}
	}
}
