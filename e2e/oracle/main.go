// The oracle answers what a cluster with Kratix says of a Promise: it calls Kubernetes' own
// validation of custom resources and of CustomResourceDefinitions, and Kratix's own decoding.
//
// Each line of standard input is a question, each line of standard output its answer, as JSON.
// Answers come in any order; `id` tells them apart. With the argument `shapes` it prints instead what
// the decoders of a CustomResourceDefinition and of a Pipeline take; with `meanings` what Kubernetes
// says of the fields of these.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"sync"
)

// Question is one Promise as the text of its file, and perhaps requests to it.
type Question struct {
	ID       int               `json:"id"`
	Promise  string            `json:"promise"`
	Requests []json.RawMessage `json:"requests,omitempty"`
	// The text of a PromiseRelease, by whose address the Promise is found.
	Release string `json:"release,omitempty"`
}

// Answer lists all refusals; a Promise without one is accepted.
type Answer struct {
	ID     int       `json:"id"`
	Errors []Refusal `json:"errors"`
	// One list per request; only for an accepted Promise.
	Requests [][]Refusal `json:"requests,omitempty"`
	// Only when there is a release in question.
	Release []Refusal `json:"release,omitempty"`
}

// Refusal is one fault that the cluster names.
type Refusal struct {
	// Who refuses: `yaml`, `promise` (the API server, by the CRD of Promise), `decode`, `crd`,
	// `pipeline`, `job`, `controller` (after admission), `request`, `release`, `webhook`; `unknown` is a
	// key that is dropped.
	Stage string `json:"stage"`
	// As Kubernetes writes it, from the root of the document.
	Path    string `json:"path"`
	Message string `json:"message"`
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "shapes" {
		_ = json.NewEncoder(os.Stdout).Encode(decoded())
		return
	}
	if len(os.Args) > 1 && os.Args[1] == "meanings" {
		_ = json.NewEncoder(os.Stdout).Encode(meanings())
		return
	}
	judge, err := newJudge()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	questions := make(chan []byte)
	answers := make(chan Answer)
	var workers sync.WaitGroup
	for range runtime.NumCPU() {
		workers.Go(func() {
			for line := range questions {
				answers <- judge.answerLine(line)
			}
		})
	}
	go func() {
		lines := bufio.NewReaderSize(os.Stdin, 1<<20)
		for {
			line, err := lines.ReadBytes('\n')
			if len(line) > 1 {
				questions <- line
			}
			if err != nil {
				break
			}
		}
		close(questions)
		workers.Wait()
		close(answers)
	}()
	out := bufio.NewWriterSize(os.Stdout, 1<<16)
	encoder := json.NewEncoder(out)
	for answer := range answers {
		if err := encoder.Encode(answer); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		// Whoever asks one question at a time waits for its answer.
		if err := out.Flush(); err != nil {
			os.Exit(1)
		}
	}
}

func (j *judge) answerLine(line []byte) (answer Answer) {
	var question Question
	if err := json.Unmarshal(line, &question); err != nil {
		return Answer{ID: -1, Errors: []Refusal{{Stage: "question", Message: err.Error()}}}
	}
	defer func() {
		// Kratix's webhook panics on some Promises; the user sees a failed call.
		if fault := recover(); fault != nil {
			answer = Answer{ID: question.ID, Errors: []Refusal{{Stage: "panic", Path: "spec", Message: fmt.Sprint(fault)}}}
		}
	}()
	return j.answer(question)
}
