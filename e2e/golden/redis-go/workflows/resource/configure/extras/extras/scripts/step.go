package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	kratix "github.com/syntasso/kratix-go"
	"k8s.io/apimachinery/pkg/runtime/schema"
)

// entry is a key of the status with its value.
type entry struct {
	key   string
	value any
}

// execute runs the step and gives the exit code. After a failure, what the step wrote last time
// stays as it is; the reason goes to the log and to the status of the object.
func execute(sdk *kratix.KratixSDK) int {
	object, err := readObject(sdk)
	if err == nil {
		err = run(sdk, object)
	}
	if err == nil {
		return 0
	}
	fmt.Fprintf(os.Stderr, "error: %v\n", err)
	// A failure in here is told in addition; it never hides the first one.
	if err := publish(sdk, object, failureStatus(err.Error())); err != nil {
		fmt.Fprintf(os.Stderr, "error: the failure status could not be published: %v\n", err)
	}
	return 1
}

func readObject(sdk *kratix.KratixSDK) (kratix.Resource, error) {
	// An image in the wrong place of a Promise would write what nobody asked for.
	served := sdk.WorkflowType() + "/" + sdk.WorkflowAction()
	if served != "/" && served != workflow {
		return nil, fmt.Errorf("this step serves the workflow %s, not %s", workflow, served)
	}
	object, err := sdk.ReadResourceInput()
	if err != nil {
		return nil, fmt.Errorf("cannot read the input: %w", err)
	}
	if object.ToUnstructured().Object == nil {
		return nil, errors.New("the input is not an object")
	}
	if _, err := readOwner(object.ToUnstructured().Object); err != nil {
		return nil, err
	}
	return object, nil
}

// newSDK uses the folders that Kratix mounts; the environment names others for a local run.
func newSDK(options ...kratix.Option) *kratix.KratixSDK {
	folders := []kratix.Option{
		kratix.WithInputDir(folder("KRATIX_INPUT_DIR", "/kratix/input")),
		kratix.WithOutputDir(folder("KRATIX_OUTPUT_DIR", "/kratix/output")),
		kratix.WithMetadataDir(metadataDir()),
	}
	return kratix.New(append(folders, options...)...)
}

func metadataDir() string {
	return folder("KRATIX_METADATA_DIR", "/kratix/metadata")
}

func folder(variable, usual string) string {
	if named := os.Getenv(variable); named != "" {
		return named
	}
	return usual
}

// publish sends a status to the API server at once: Kratix reads no status.yaml after a failure.
func publish(sdk *kratix.KratixSDK, object kratix.Resource, status []entry) error {
	if os.Getenv("KRATIX_DRY_RUN") == "true" {
		return nil // the status belongs to a live object
	}
	if object == nil || object.GetName() == "" {
		object = fromEnvironment{}
	}
	entries := map[string]any{}
	for _, entry := range status {
		entries[entry.key] = entry.value
	}
	done := make(chan error, 1)
	go func() { done <- sdk.PublishStatus(object, kratix.NewStatusFromMap(entries)) }()
	select {
	case err := <-done:
		return err
	case <-time.After(30 * time.Second):
		return errors.New("the API server did not answer within 30 seconds")
	}
}

// fromEnvironment stands in for an object that could not be read: Kratix names it in the
// environment, too. PublishStatus asks for nothing else.
type fromEnvironment struct{ kratix.Resource }

func (fromEnvironment) GetName() string { return os.Getenv("KRATIX_OBJECT_NAME") }

func (fromEnvironment) GetNamespace() string { return os.Getenv("KRATIX_OBJECT_NAMESPACE") }

func (fromEnvironment) GetGroupVersionKind() schema.GroupVersionKind {
	return schema.GroupVersionKind{
		Group:   os.Getenv("KRATIX_OBJECT_GROUP"),
		Version: os.Getenv("KRATIX_OBJECT_VERSION"),
		Kind:    os.Getenv("KRATIX_OBJECT_KIND"),
	}
}
