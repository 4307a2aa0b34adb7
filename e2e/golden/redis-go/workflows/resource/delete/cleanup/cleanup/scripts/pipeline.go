// Step cleanup of redis serves the workflow resource/delete.
package main

import (
	"fmt"
	"os"

	kratix "github.com/syntasso/kratix-go"
)

const (
	workflow = "resource/delete"
	kind     = "Redis"
)

func run(_ *kratix.KratixSDK, object kratix.Resource) error {
	request, err := readRequest(object)
	if err != nil {
		return err
	}
	if os.Getenv("KRATIX_DRY_RUN") == "true" {
		return nil
	}
	// Kratix itself removes what the configure workflow wrote. Here is the place for what it does not
	// know of, such as an account in another system. What is gone already counts as removed: this
	// step may run again, and a failure would keep the object from going away.
	fmt.Println("cleaning up what belongs to", kind+" "+request.Namespace+"/"+request.Name+": nothing outside Kratix")
	return nil
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
