// Step prepare of redis serves the workflow promise/configure.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"

	kratix "github.com/syntasso/kratix-go"
)

const (
	workflow = "promise/configure"
	promise  = "redis"
	step     = "prepare"
)

// namespace is on every Destination; a Promise itself has none.
const namespace = "default"

func run(sdk *kratix.KratixSDK, object kratix.Resource) error {
	files, status := render(object.GetName())
	for _, file := range files {
		content, err := toYAML(file.document)
		if err != nil {
			return err
		}
		if err := sdk.WriteOutput(file.path, content); err != nil {
			return err
		}
	}
	// While something is not ready: return retryAfter(time.Minute, "what it waits for"), or suspend.
	return writeStatus(sdk, status)
}

// render gives everything that the step writes. The same Promise must always give the same.
func render(promiseName string) ([]file, []entry) {
	name := shortName(promiseName + "-" + step)
	data := map[string]string{"promise": promiseName}
	configMap := map[string]any{
		"apiVersion": "v1",
		"kind":       "ConfigMap",
		"metadata": map[string]any{
			"name":      name,
			"namespace": namespace,
			"labels": map[string]string{
				"app.kubernetes.io/managed-by": "kratix",
				"kratix.io/promise-name":       promise,
			},
		},
		"data": data,
	}
	files := []file{{"configmap-" + namespace + "-" + name + ".yaml", configMap}}
	// Of what a promise workflow reports, Kratix keeps the message alone.
	return files, []entry{{"message", "Promise " + promiseName + " is configured"}}
}

// file is a document and its path below /kratix/output.
type file struct {
	path     string
	document any
}

// shortName keeps to the 63 characters that names of many kinds have; a hash keeps it unique.
func shortName(name string) string {
	if len(name) <= 63 {
		return name
	}
	hash := sha256.Sum256([]byte(name))
	return strings.TrimRight(name[:54], "-.") + "-" + hex.EncodeToString(hash[:4])
}

// failureStatus is published when anything fails; reason says what.
func failureStatus(reason string) []entry {
	return []entry{
		{"message", reason},
	}
}

func main() {
	os.Exit(execute(newSDK()))
}
