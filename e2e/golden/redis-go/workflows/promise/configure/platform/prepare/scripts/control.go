package main

import (
	"fmt"
	"time"
)

// suspend stops the workflow after this pipeline until someone resumes it. Kratix leaves what the
// pipeline wrote last time as it is, and starts no later pipeline. The message is shown by kubectl
// describe.
func suspend(message string) error {
	return writeControl(map[string]any{"suspend": true}, message)
}

// retryAfter stops the workflow as suspend does; Kratix runs this pipeline again after a while. What
// it waits for is there when a run ends without this call.
func retryAfter(wait time.Duration, message string) error {
	if wait <= 0 {
		return fmt.Errorf("a pipeline cannot be run again after %s", wait)
	}
	return writeControl(map[string]any{"retryAfter": wait.String()}, message)
}

func writeControl(control map[string]any, message string) error {
	if message != "" {
		control["message"] = message
	}
	return writeMetadata("workflow-control.yaml", control)
}
