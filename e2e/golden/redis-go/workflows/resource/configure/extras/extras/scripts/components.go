package main

import (
	"errors"
	"slices"

	"go.yaml.in/yaml/v3"
)

// labelComponents marks requests of other Promises as parts of the object: the labels component-of
// draw the tree of the CLI, those of the parent let a dry run follow them.
func labelComponents(template string, documents []*yaml.Node, object map[string]any) error {
	if !slices.Contains(components, template) {
		return nil
	}
	for _, document := range documents {
		metadata, err := mapAt(document, "metadata")
		if err != nil {
			return err
		}
		labels, err := mapAt(metadata, "labels")
		if err != nil {
			return err
		}
		for _, family := range []string{"kratix.io/component-of-", "kratix.io/parent-"} {
			addLabel(labels, family+"promise-name", promise)
			addLabel(labels, family+"resource-name", find(object, objectName.keys))
			addLabel(labels, family+"resource-namespace", find(object, objectNamespace.keys))
		}
	}
	return nil
}

// mapAt gives the map at a key of another one, and makes it when there is none.
func mapAt(node *yaml.Node, key string) (*yaml.Node, error) {
	fault := errors.New("metadata and metadata.labels of a component must be maps")
	if node.Kind != yaml.MappingNode {
		return nil, fault
	}
	entry := entryOf(node, key)
	switch {
	case entry == nil:
		entry = &yaml.Node{Kind: yaml.MappingNode}
		node.Content = append(node.Content, keyNode(key), entry)
	case entry.ShortTag() == "!!null":
		*entry = yaml.Node{Kind: yaml.MappingNode}
	case entry.Kind != yaml.MappingNode:
		return nil, fault
	}
	return entry, nil
}

// addLabel leaves a label of the template alone.
func addLabel(labels *yaml.Node, key string, value any) {
	if entryOf(labels, key) == nil {
		labels.Content = append(labels.Content, keyNode(key), scalarNode(value))
	}
}

// entryOf finds what a map holds at a key.
func entryOf(node *yaml.Node, key string) *yaml.Node {
	for i := 0; i < len(node.Content); i += 2 {
		if node.Content[i].Value == key {
			return node.Content[i+1]
		}
	}
	return nil
}

func keyNode(key string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: key}
}
