// Step render of the Promise redis, as build writes it: a stand-in to compile the files beside it.
package main

import (
	"os"

	kratix "github.com/syntasso/kratix-go"
)

// workflow is the one that this step serves.
const workflow = "resource/configure"

// values are what the templates in resources/ may use. The first fault in this order is reported.
var values = []value{
	{name: "name", from: objectName},
	{name: "replicas", from: spec("size"), is: aString, absent: "small", choices: []choice{
		{"small", 1},
		{"large", 3},
	}},
	{name: "team", from: label("team"), is: anInteger},
	{name: "ratio", from: constant(0.5), is: aNumber},
	{name: "debug", from: spec("debug"), is: aBoolean, optional: true},
}

// conditions name the templates that are written only when a value is as it must be.
var conditions = []condition{
	{template: "debug.yaml", value: "debug", oneOf: []any{true, 1}},
	{template: "team.yaml", value: "team", present: true},
	{template: "nobody.yaml", value: "team", present: false},
}

// destinations are the labels that a Destination must have.
var destinations = []destination{
	{"", []entry{{"environment", "dev"}}},
	{"monitoring", []entry{{"team", "${team}"}}},
}

// promise is the one whose request the components belong to.
const promise = "redis"

// components are templates of requests of other Promises.
var components = []string{"bucket.yaml"}

// successStatus is what a rendered request says.
var successStatus = []entry{
	{"reason", ""},
	{"stage", "provisioning"},
}

// failureStatus is what a request says that could not be rendered.
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

func run(sdk *kratix.KratixSDK, object kratix.Resource) error {
	result, err := render(object.ToUnstructured().Object, os.DirFS(folder("RESOURCES_DIR", "/resources")))
	if err != nil {
		return err
	}
	return result.write(sdk)
}
