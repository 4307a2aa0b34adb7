// Step extras of redis fills the templates in resources/ with values of a request.
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
	{name: "size", from: spec("size"), is: aString},
	{name: "team", from: label("team"), absent: "platform"},
}

// conditions name the templates that are written only when a value is as it must be.
var conditions = []condition{
	{template: "backup.yaml", value: "size", oneOf: []any{"large"}},
}

// promise is the one whose request the components are parts of.
const promise = "redis"

// components are the templates that hold requests of other Promises.
var components = []string{
	"backup.yaml",
}

// destinations say which labels a Destination must have for the files of a folder, "" for the rest.
// The labels may hold ${name} as templates do.
var destinations = []destination{
	{"monitoring", []entry{{"environment", "platform"}, {"team", "${team}"}}},
}

// successStatus is reported when everything is written; it may hold ${name} as templates do.
var successStatus = []entry{
	{"reason", ""},
}

// failureStatus is published when anything fails; reason says what.
func failureStatus(reason string) []entry {
	return []entry{
		{"message", reason},
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
