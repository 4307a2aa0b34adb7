// Step announce of redis serves the workflow resource/configure.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"

	kratix "github.com/syntasso/kratix-go"
)

const (
	workflow = "resource/configure"
	promise  = "redis"
	step     = "announce"
	kind     = "Redis"
)

func run(sdk *kratix.KratixSDK, object kratix.Resource) error {
	request, err := readRequest(object)
	if err != nil {
		return err
	}
	files, status := render(request)
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

// render gives everything that the step writes. The same request must always give the same.
func render(request *Request) ([]file, []entry) {
	name := shortName(request.Name + "-" + step)
	data := map[string]string{"request": request.Namespace + "/" + request.Name}
	if request.Spec != nil {
		data["size"] = string(request.Spec.Size)
	}
	configMap := map[string]any{
		"apiVersion": "v1",
		"kind":       "ConfigMap",
		"metadata": map[string]any{
			"name":      name,
			"namespace": request.Namespace,
			"labels": map[string]string{
				"app.kubernetes.io/managed-by": "kratix",
				"kratix.io/promise-name":       promise,
			},
		},
		"data": data,
	}
	files := []file{{"configmap-" + request.Namespace + "-" + name + ".yaml", configMap}}
	return files, []entry{
		{"stage", "configured"},
		{"message", kind + " " + request.Name + " is configured"},
		{"reason", ""}, // Kratix never removes a key: this clears the reason of an earlier failure
	}
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
		{"stage", "failed"},
		{"message", reason},
		{"reason", reason},
	}
}

func main() {
	os.Exit(execute(newSDK()))
}
