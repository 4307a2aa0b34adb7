// Step render of redis fills the templates in resources/ with values of a request.
package main

import (
	"os"

	kratix "github.com/syntasso/kratix-go"
)

// workflow is the one that this step serves.
const workflow = "resource/configure"

// values are what the templates may use as ${name}. The first fault in this order is reported.
var values = []value{
	{name: "name", from: objectName},
	{name: "namespace", from: objectNamespace},
	{name: "replicas", from: spec("size"), is: aString, choices: []choice{
		{"small", 1},
		{"large", 3},
	}},
}

// successStatus is reported when everything is written; it may hold ${name} as templates do.
var successStatus = []entry{
	{"reason", ""},
	{"stage", "provisioning"},
	{"message", "Redis with ${replicas} replicas"},
}

// failureStatus is published when anything fails; reason says what.
func failureStatus(reason string) []entry {
	return []entry{
		{"message", reason},
		{"stage", "provisioning error"},
		{"reason", reason},
	}
}

func main() {
	os.Exit(execute(newSDK()))
}

// run writes what the templates make of the object. The same object always gives the same files.
func run(sdk *kratix.KratixSDK, object kratix.Resource) error {
	resources := folder("RESOURCES_DIR", "/resources")
	if _, err := os.Stat(resources); err != nil {
		return err
	}
	result, err := render(object.ToUnstructured().Object, os.DirFS(resources))
	if err != nil {
		return err
	}
	return result.write(sdk)
}
