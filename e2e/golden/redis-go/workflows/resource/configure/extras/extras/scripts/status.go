package main

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"

	kratix "github.com/syntasso/kratix-go"
)

// mergeStatus is what earlier containers of this pipeline have written, with this added.
func mergeStatus(sdk *kratix.KratixSDK, status []entry) (map[string]any, error) {
	all := map[string]any{}
	earlier, err := sdk.ReadStatus()
	switch {
	case err == nil:
		maps.Copy(all, earlier.ToMap())
	case !errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("status.yaml of an earlier container: %w", err)
	}
	for _, entry := range status {
		all[entry.key] = entry.value
	}
	return all, nil
}
