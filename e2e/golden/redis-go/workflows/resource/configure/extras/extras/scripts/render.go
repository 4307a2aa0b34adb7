package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"

	kratix "github.com/syntasso/kratix-go"
	"go.yaml.in/yaml/v3"
)

// rendered is everything that the step writes.
type rendered struct {
	files  []file
	status []entry
	// destinations are what Kratix must know to bring the files to where they belong.
	destinations []kratix.DestinationSelector
}

type file struct {
	path    string
	content []byte
}

// render makes of an object what the templates say. It writes nothing.
func render(object map[string]any, templates fs.FS) (*rendered, error) {
	if object == nil {
		return nil, errors.New("the input is not an object")
	}
	owner, err := readOwner(object)
	if err != nil {
		return nil, err
	}
	values, err := readValues(values, object)
	if err != nil {
		return nil, err
	}
	paths, err := templatePaths(templates)
	if err != nil {
		return nil, err
	}
	result := &rendered{}
	for _, name := range paths {
		written, err := isWritten(name, values)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if !written {
			continue
		}
		text, err := fs.ReadFile(templates, name)
		if err != nil {
			return nil, err
		}
		documents, err := renderTemplate(text, values)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if err := labelComponents(name, documents, object); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		content, err := encode(documents)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if len(content) > 0 {
			// A name of its own for every object: some Destinations keep all files in one folder.
			output := strings.TrimSuffix(name, path.Ext(name)) + "-" + owner + ".yaml"
			result.files = append(result.files, file{output, content})
		}
	}
	for _, text := range successStatus {
		if text.value, err = substituteScalar(text.value, values); err != nil {
			return nil, fmt.Errorf("status %s: %w", text.key, err)
		}
		result.status = append(result.status, text)
	}
	if result.destinations, err = chooseDestinations(result.files, values); err != nil {
		return nil, err
	}
	return result, nil
}

// write is called when all has been rendered, so that a fault leaves nothing half done. What earlier
// containers have left is read first, since that may be at fault, too.
func (r *rendered) write(sdk *kratix.KratixSDK) error {
	status, err := mergeStatus(sdk, r.status)
	if err != nil {
		return err
	}
	selectors, err := mergeDestinations(sdk, r.destinations)
	if err != nil {
		return err
	}
	for _, file := range r.files {
		if err := sdk.WriteOutput(file.path, file.content); err != nil {
			return err
		}
	}
	if len(selectors) > 0 {
		if err := writeMetadata("destination-selectors.yaml", selectors); err != nil {
			return err
		}
	}
	return writeMetadata("status.yaml", status)
}

// templatePaths lists the YAML files in byte order of their paths.
func templatePaths(templates fs.FS) ([]string, error) {
	var paths []string
	err := fs.WalkDir(templates, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		ext := path.Ext(name)
		if entry.Type().IsRegular() && (ext == ".yaml" || ext == ".yml") {
			paths = append(paths, name)
		}
		return nil
	})
	slices.Sort(paths)
	return paths, err
}

// renderTemplate fills in every document of a template; empty ones are left out.
func renderTemplate(text []byte, values map[string]any) ([]*yaml.Node, error) {
	var documents []*yaml.Node
	decoder := yaml.NewDecoder(bytes.NewReader(text))
	for {
		var document yaml.Node
		err := decoder.Decode(&document)
		if errors.Is(err, io.EOF) {
			return documents, nil
		}
		if err != nil {
			return nil, err
		}
		if len(document.Content) == 0 || document.Content[0].ShortTag() == "!!null" {
			continue
		}
		node, err := fill(document.Content[0], values)
		if err != nil {
			return nil, err
		}
		documents = append(documents, node)
	}
}

// encode writes documents as YAML; none are no text.
func encode(documents []*yaml.Node) ([]byte, error) {
	if len(documents) == 0 {
		return nil, nil
	}
	var output bytes.Buffer
	encoder := yaml.NewEncoder(&output)
	encoder.SetIndent(2)
	for _, document := range documents {
		if err := encoder.Encode(document); err != nil {
			return nil, err
		}
	}
	err := encoder.Close()
	return output.Bytes(), err
}

// fill copies a node with the values put in. The tree is filled, not the text, so no value can
// change the shape of a document.
func fill(node *yaml.Node, values map[string]any) (*yaml.Node, error) {
	switch node.Kind {
	case yaml.MappingNode, yaml.SequenceNode:
		filled := &yaml.Node{Kind: node.Kind, Tag: node.Tag}
		for i, child := range node.Content {
			if node.Kind == yaml.MappingNode && i%2 == 0 {
				key := &yaml.Node{Kind: child.Kind, Tag: child.Tag, Value: child.Value, Style: child.Style}
				filled.Content = append(filled.Content, key)
				continue
			}
			content, err := fill(child, values)
			if err != nil {
				return nil, err
			}
			filled.Content = append(filled.Content, content)
		}
		return filled, nil
	case yaml.ScalarNode:
		if node.ShortTag() != "!!str" {
			return &yaml.Node{Kind: node.Kind, Tag: node.Tag, Value: node.Value}, nil
		}
		scalar, err := substitute(node.Value, values)
		if err != nil {
			return nil, err
		}
		return scalarNode(scalar), nil
	default:
		return nil, errors.New("a template cannot hold aliases")
	}
}

// substituteScalar leaves what is no string as it is.
func substituteScalar(scalar any, values map[string]any) (any, error) {
	if text, ok := scalar.(string); ok {
		return substitute(text, values)
	}
	return scalar, nil
}

// placeholder finds, from left to right, $${ for the characters themselves, ${name}, and a ${ that
// opens nothing.
var placeholder = regexp.MustCompile(`\$\$\{|\$\{([A-Za-z_][A-Za-z0-9_-]*)\}|\$\{`)

// substitute puts values into a string. Exactly ${name} becomes the value with its type. What has
// been put in is never looked at again.
func substitute(text string, values map[string]any) (any, error) {
	var output strings.Builder
	done := 0
	for _, at := range placeholder.FindAllStringSubmatchIndex(text, -1) {
		output.WriteString(text[done:at[0]])
		done = at[1]
		if text[at[0]:at[1]] == "$${" {
			output.WriteString("${")
			continue
		}
		if at[2] < 0 {
			return nil, errors.New(`"${" starts no placeholder; write ${name}, or $${ for the characters themselves`)
		}
		name := text[at[2]:at[3]]
		value, known := values[name]
		if !known {
			return nil, fmt.Errorf("${%s} names no value of this step", name)
		}
		if value == nil {
			return nil, fmt.Errorf("${%s} is missing and has no default", name)
		}
		if at[0] == 0 && at[1] == len(text) {
			return value, nil
		}
		if _, fraction := value.(float64); fraction {
			return nil, fmt.Errorf("${%s} is %s, and a fraction cannot stand inside longer text", name, describe(value))
		}
		fmt.Fprint(&output, value)
	}
	output.WriteString(text[done:])
	return output.String(), nil
}
