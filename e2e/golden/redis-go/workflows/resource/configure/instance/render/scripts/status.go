package main

import (
	"errors"
	"io/fs"
	"maps"

	kratix "github.com/syntasso/kratix-go"
)

// writeStatus adds to the status that earlier containers of this pipeline have written.
func writeStatus(sdk *kratix.KratixSDK, status []entry) error {
	all := map[string]any{}
	earlier, err := sdk.ReadStatus()
	switch {
	case err == nil:
		maps.Copy(all, earlier.ToMap())
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	for _, entry := range status {
		all[entry.key] = entry.value
	}
	return writeMetadata("status.yaml", all)
}
