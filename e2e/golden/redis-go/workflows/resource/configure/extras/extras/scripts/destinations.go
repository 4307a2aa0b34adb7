package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	kratix "github.com/syntasso/kratix-go"
)

// destination says which labels a Destination must have for the files of a folder; "" is for those
// that no other one names.
type destination struct {
	directory string
	labels    []entry
}

// What Kubernetes takes as the value of a label; with another one the files would wait for ever.
var labelForm = regexp.MustCompile(`^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$`)

// chooseDestinations puts the values into the labels. A folder in which nothing is written is left
// out: Kratix refuses it.
func chooseDestinations(files []file, values map[string]any) ([]kratix.DestinationSelector, error) {
	var selectors []kratix.DestinationSelector
	for _, destination := range destinations {
		isUsed := slices.ContainsFunc(files, func(file file) bool {
			return strings.HasPrefix(file.path, destination.directory+"/")
		})
		if destination.directory != "" && !isUsed {
			continue
		}
		labels := map[string]string{}
		for _, label := range destination.labels {
			value, err := substituteScalar(label.value, values)
			if err != nil {
				return nil, fmt.Errorf("destination label %s: %w", label.key, err)
			}
			text, isText := value.(string)
			if !isText {
				text = describe(value)
			}
			if !labelForm.MatchString(text) || len(text) > 63 {
				return nil, fmt.Errorf("destination label %s: %s is not a valid label value", label.key, describe(value))
			}
			labels[label.key] = text
		}
		selectors = append(selectors, kratix.DestinationSelector{
			Directory:   destination.directory,
			MatchLabels: labels,
		})
	}
	return selectors, nil
}

// mergeDestinations adds to what earlier containers of this pipeline have chosen: labels for the same
// folder come together, ours win.
func mergeDestinations(
	sdk *kratix.KratixSDK, selectors []kratix.DestinationSelector,
) ([]kratix.DestinationSelector, error) {
	if len(selectors) == 0 {
		return nil, nil
	}
	all, err := sdk.ReadDestinationSelectors()
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("destination-selectors.yaml of an earlier container: %w", err)
	}
	for _, selector := range selectors {
		i := slices.IndexFunc(all, func(earlier kratix.DestinationSelector) bool {
			return path.Clean(earlier.Directory) == path.Clean(selector.Directory)
		})
		if i < 0 {
			all = append(all, selector)
			continue
		}
		labels := maps.Clone(all[i].MatchLabels)
		if labels == nil {
			labels = map[string]string{}
		}
		maps.Copy(labels, selector.MatchLabels)
		all[i].MatchLabels = labels
	}
	return all, nil
}
