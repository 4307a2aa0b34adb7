package main

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"
)

func TestWorkflowControl(t *testing.T) {
	cases := []struct {
		name    string
		act     func() error
		control any
	}{
		{"suspend", func() error { return suspend("waits: for approval") },
			map[string]any{"suspend": true, "message": "waits: for approval"}},
		{"suspend without a message", func() error { return suspend("") },
			map[string]any{"suspend": true}},
		{"retry", func() error { return retryAfter(90*time.Second, "not ready") },
			map[string]any{"retryAfter": "1m30s", "message": "not ready"}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, _, work := start(t, t.TempDir())
			if err := c.act(); err != nil {
				t.Fatal(err)
			}
			written := documents(t, filepath.Join(work, "metadata"))
			expected := map[string][]any{"workflow-control.yaml": {c.control}}
			if !reflect.DeepEqual(written, expected) {
				t.Errorf("wrote %v, expected %v", written, expected)
			}
		})
	}
	if err := retryAfter(0, "at once"); err == nil {
		t.Error("a wait of nothing was taken")
	}
}
