// Runs the step on tests/object.yaml and on each tests/CASE/object.yaml:
//
//	go test -count=1 ./...
//
// Without -count=1 Go gives the result of the last run, since it does not see what changes in tests.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	kratix "github.com/syntasso/kratix-go"
	"go.yaml.in/yaml/v3"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/types"
)

// start gives an SDK with folders of its own that records what it would send to the API server.
func start(t *testing.T, input string) (*kratix.KratixSDK, *recorder, string) {
	t.Helper()
	work := t.TempDir()
	kind, action, _ := strings.Cut(workflow, "/")
	t.Setenv("KRATIX_WORKFLOW_TYPE", kind)
	t.Setenv("KRATIX_WORKFLOW_ACTION", action)
	t.Setenv("KRATIX_DRY_RUN", "")
	t.Setenv("KRATIX_INPUT_DIR", input)
	t.Setenv("KRATIX_OUTPUT_DIR", filepath.Join(work, "output"))
	t.Setenv("KRATIX_METADATA_DIR", filepath.Join(work, "metadata"))
	t.Setenv("RESOURCES_DIR", "../resources")
	published := &recorder{}
	return newSDK(kratix.WithObjectClient(published)), published, work
}

// cases are the folders with an object.yaml: tests itself, and each folder in it that is a further
// case.
func cases(t *testing.T) []string {
	t.Helper()
	var folders []string
	for _, pattern := range []string{"../tests/object.yaml", "../tests/*/object.yaml"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, object := range found {
			folder := filepath.Dir(object)
			// What the step writes may have that name, too.
			if name := filepath.Base(folder); name != "expected-output" && name != "expected-metadata" {
				folders = append(folders, folder)
			}
		}
	}
	if len(folders) == 0 {
		t.Skip("there is no tests/object.yaml")
	}
	return folders
}

func TestEachObjectGivesWhatIsExpected(t *testing.T) {
	for _, folder := range cases(t) {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			sdk, published, work := start(t, folder)
			if code := execute(sdk); code != 0 {
				t.Fatalf("exit code %d: %s", code, published.patch)
			}
			if published.patch != nil {
				t.Errorf("published %s", published.patch)
			}
			for _, part := range []string{"output", "metadata"} {
				expectation := filepath.Join(folder, "expected-"+part)
				if _, err := os.Stat(expectation); errors.Is(err, fs.ErrNotExist) {
					t.Logf("%s is not there: make record-… in the repository writes it", expectation)
					continue
				}
				written := documents(t, filepath.Join(work, part))
				if expected := documents(t, expectation); !reflect.DeepEqual(written, expected) {
					t.Errorf("%s: wrote %v, expected %v", part, written, expected)
				}
			}
		})
	}
}

func TestASecondRunWritesTheSameBytes(t *testing.T) {
	for _, folder := range cases(t) {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			sdk, _, work := start(t, folder)
			execute(sdk)
			first := read(t, work)
			execute(sdk)
			if second := read(t, work); !reflect.DeepEqual(first, second) {
				t.Errorf("first %q, then %q", first, second)
			}
		})
	}
}

func TestInputThatCannotBeReadIsToldInTheStatus(t *testing.T) {
	input := t.TempDir()
	if err := os.WriteFile(filepath.Join(input, "object.yaml"), []byte("kind: [\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	sdk, published, work := start(t, input)
	t.Setenv("KRATIX_OBJECT_NAME", "example")
	if code := execute(sdk); code != 1 {
		t.Errorf("exit code %d", code)
	}
	var patch struct{ Status struct{ Message string } }
	if err := json.Unmarshal(published.patch, &patch); err != nil || patch.Status.Message == "" {
		t.Errorf("published %q: %v", published.patch, err)
	}
	if published.name != "example" {
		t.Errorf("published to %q", published.name)
	}
	if written := read(t, work); len(written) > 0 {
		t.Errorf("wrote %q", written)
	}
}

// recorder stands in for the API server.
type recorder struct {
	name  string
	patch []byte
}

func (r *recorder) Patch(
	_ context.Context, name string, _ types.PatchType, data []byte, _ metav1.PatchOptions, _ ...string,
) (*unstructured.Unstructured, error) {
	r.name, r.patch = name, data
	return &unstructured.Unstructured{}, nil
}

// read gives every YAML file below a folder by its path; none when there is no folder.
func read(t *testing.T, folder string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".yaml" {
			return err
		}
		name, err := filepath.Rel(folder, path)
		if err != nil {
			return err
		}
		files[name], err = os.ReadFile(path)
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return files
}

// documents reads what read gives as YAML: programs lay out the same document differently.
func documents(t *testing.T, folder string) map[string][]any {
	t.Helper()
	parsed := map[string][]any{}
	for name, content := range read(t, folder) {
		decoder := yaml.NewDecoder(bytes.NewReader(content))
		for {
			var document any
			err := decoder.Decode(&document)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			parsed[name] = append(parsed[name], document)
		}
	}
	return parsed
}
