package main

import (
	"maps"
	"reflect"
	"regexp"
	"strings"

	"github.com/syntasso/kratix/api/v1alpha1"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
)

// documented are types that say of each of their fields what it means.
type documented interface {
	SwaggerDoc() map[string]string
}

// meanings are what Kubernetes itself says of the fields of each shape, a sentence each. Types that
// Kubernetes says nothing of at run time are not among them.
func meanings() map[string]map[string]string {
	all := map[string]map[string]string{}
	seen := map[reflect.Type]bool{}
	var visit func(t reflect.Type)
	visit = func(t reflect.Type) {
		switch t.Kind() {
		case reflect.Pointer, reflect.Slice, reflect.Map:
			visit(t.Elem())
		case reflect.Struct:
			if _, scalar := decoders[t]; scalar || seen[t] {
				return
			}
			seen[t] = true
			if found := sentences(t); len(found) > 0 {
				all[t.Name()] = found
			}
			for i := range t.NumField() {
				visit(t.Field(i).Type)
			}
		}
	}
	visit(reflect.TypeFor[apiextensionsv1.CustomResourceDefinition]())
	visit(reflect.TypeFor[v1alpha1.Pipeline]())
	return all
}

func sentences(t reflect.Type) map[string]string {
	found := map[string]string{}
	docs := map[string]string{}
	if says, ok := reflect.New(t).Interface().(documented); ok {
		docs = says.SwaggerDoc()
	}
	for i := range t.NumField() {
		field := t.Field(i)
		key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		if key == "" && field.Anonymous {
			maps.Copy(found, sentences(field.Type))
		} else if text := docs[key]; key != "" && text != "" {
			found[key] = sentence(key, text)
		}
	}
	return found
}

var (
	ends   = regexp.MustCompile(`[^.]\.(\s|$)`)
	spaces = regexp.MustCompile(`\s+`)
)

// sentence is the first sentence of a text that begins with the name of its field or does not.
func sentence(key, text string) string {
	text, _, _ = strings.Cut(text, "\n\n")
	text = spaces.ReplaceAllString(text, " ")
	for from := 0; ; {
		end := ends.FindStringIndex(text[from:])
		if end == nil {
			break
		}
		stop := from + end[0] + 2
		before := text[:stop]
		if !strings.HasSuffix(before, "e.g.") && !strings.HasSuffix(before, "i.e.") && !strings.HasSuffix(before, "etc.") {
			text = before
			break
		}
		from = stop
	}
	for _, opening := range []string{key + " is ", key + " represents ", key + " specifies ", key + " defines "} {
		if rest, ok := strings.CutPrefix(text, opening); ok {
			text = rest
			break
		}
	}
	text = strings.TrimSpace(text)
	return strings.ToUpper(text[:1]) + text[1:]
}
