import { goComment, goString } from '../encode/go'
import { CUSTOM_PART, keepParts } from '../parts'
import type { GeneratedFile, StepContext } from '../scaffold'
import { STARTER_NAMESPACE, starterProperties } from '../starter'
import { imageFiles } from './dockerfile'
import { moduleFiles } from './module'
import { programFiles } from './programs'
import { type GoField, type RequestFile, requestFile } from './request'
import { failureFunction } from './status'

/** Every file of a `custom` step but `resources/` and `tests/`. */
export function customStepFiles(step: StepContext): readonly GeneratedFile[] {
  const request = step.type === 'resource' ? requestFile(step.api) : undefined
  const program = [
    { path: 'scripts/pipeline.go', text: pipeline(step, request) },
    ...(request ? [{ path: request.path, text: request.text }] : []),
    ...programFiles([
      'step.go',
      'object.go',
      'control.go',
      'documents.go',
      'pipeline_test.go',
      'control_test.go',
    ]),
    ...(step.action === 'configure' ? keepParts(programFiles(['status.go']), CUSTOM_PART) : []),
  ]
  return [...imageFiles(), ...moduleFiles(step, program), ...program]
}

function pipeline(step: StepContext, request: RequestFile | undefined): string {
  if (step.action === 'delete') return deletePipeline(step)
  return request ? resourcePipeline(step, request) : promisePipeline(step)
}

function resourcePipeline(step: StepContext, request: RequestFile): string {
  return `${head(step, ['crypto/sha256', 'encoding/hex', 'os', 'strings'])}
func run(sdk *kratix.KratixSDK, object kratix.Resource) error {
	request, err := readRequest(object)
	if err != nil {
		return err
	}
${writeAll('request')}}

// render gives everything that the step writes. The same request must always give the same.
func render(request *Request) ([]file, []entry) {
	name := shortName(request.Name + "-" + step)
	data := map[string]string{"request": request.Namespace + "/" + request.Name}
${copies(step, request)}	configMap := ${configMap('request.Namespace')}
	files := []file{{"configmap-" + request.Namespace + "-" + name + ".yaml", configMap}}
	return files, []entry{
		{"stage", "configured"},
		{"message", kind + " " + request.Name + " is configured"},
		{"reason", ""}, // Kratix never removes a key: this clears the reason of an earlier failure
	}
}

${FILE_AND_NAME}
${failure(step)}
${MAIN}`
}

function promisePipeline(step: StepContext): string {
  return `${head(step, ['crypto/sha256', 'encoding/hex', 'os', 'strings'])}
// namespace is on every Destination; a Promise itself has none.
const namespace = ${goString(STARTER_NAMESPACE)}

func run(sdk *kratix.KratixSDK, object kratix.Resource) error {
${writeAll('object.GetName()')}}

// render gives everything that the step writes. The same Promise must always give the same.
func render(promiseName string) ([]file, []entry) {
	name := shortName(promiseName + "-" + step)
	data := map[string]string{"promise": promiseName}
	configMap := ${configMap('namespace')}
	files := []file{{"configmap-" + namespace + "-" + name + ".yaml", configMap}}
	// Of what a promise workflow reports, Kratix keeps the message alone.
	return files, []entry{{"message", "Promise " + promiseName + " is configured"}}
}

${FILE_AND_NAME}
${failure(step)}
${MAIN}`
}

function deletePipeline(step: StepContext): string {
  const isPromise = step.type === 'promise'
  const read = `	request, err := readRequest(object)
	if err != nil {
		return err
	}
`
  const what = isPromise
    ? '"Promise "+object.GetName()'
    : 'kind+" "+request.Namespace+"/"+request.Name'
  return `${head(step, ['fmt', 'os'])}
func run(_ *kratix.KratixSDK, object kratix.Resource) error {
${isPromise ? '' : read}	if os.Getenv("KRATIX_DRY_RUN") == "true" {
		return nil
	}
	// Kratix itself removes what the configure workflow wrote. Here is the place for what it does not
	// know of, such as an account in another system. What is gone already counts as removed: this
	// step may run again, and a failure would keep the object from going away.
	fmt.Println("cleaning up what belongs to", ${what}+": nothing outside Kratix")
	return nil
}

${failure(step)}
${MAIN}`
}

/** Package comment, imports and the user's words, once and in one place. */
function head(step: StepContext, standard: readonly string[]): string {
  const quoted = (path: string) => `\t${goString(path)}\n`
  const words = [
    ['workflow', `${step.type}/${step.action}`],
    ...(step.action === 'configure'
      ? [
          ['promise', step.promise],
          ['step', step.container],
        ]
      : []),
    ...(step.type === 'resource' ? [['kind', step.api?.kind ?? 'Resource']] : []),
  ]
  const constants = words.map(
    ([name = '', text = '']) => `\t${name.padEnd(8)} = ${goString(text)}\n`,
  )
  return `${goComment('Step', `${step.container} of ${step.promise} serves the workflow ${step.type}/${step.action}.`)}package main

import (
${standard.map(quoted).join('')}
	kratix "github.com/syntasso/kratix-go"
)

const (
${constants.join('')})
`
}

/** One entry for every string at the top of the spec. */
function copies(step: StepContext, request: RequestFile): string {
  const wanted = new Set(starterProperties(step.api))
  const fields = request.fields.filter(({ property }) => wanted.has(property))
  if (fields.length === 0) return ''
  const indent = request.optional ? '\t\t' : '\t'
  const lines = fields.map((field) => copy(field, indent)).join('')
  return request.optional ? `\tif request.Spec != nil {\n${lines}\t}\n` : lines
}

function copy({ property, name, type }: GoField, indent: string): string {
  const isPointer = type.startsWith('*')
  const value = `${isPointer ? '*' : ''}request.Spec.${name}`
  const text = /^\*?string$/.test(type) ? value : `string(${value})`
  const line = `data[${goString(property)}] = ${text}\n`
  // The API server fills in or demands what is no pointer.
  if (!isPointer) return `${indent}${line}`
  return `${indent}if request.Spec.${name} != nil {
${indent}	${line}${indent}}
`
}

function configMap(namespace: string): string {
  return `map[string]any{
		"apiVersion": "v1",
		"kind":       "ConfigMap",
		"metadata": map[string]any{
			"name":      name,
			"namespace": ${namespace},
			"labels": map[string]string{
				"app.kubernetes.io/managed-by": "kratix",
				"kratix.io/promise-name":       promise,
			},
		},
		"data": data,
	}`
}

function writeAll(input: string): string {
  return `	files, status := render(${input})
	for _, file := range files {
		content, err := toYAML(file.document)
		if err != nil {
			return err
		}
		if err := sdk.WriteOutput(file.path, content); err != nil {
			return err
		}
	}
	// While something is not ready: return retryAfter(time.Minute, "what it waits for"), or suspend.
	return writeStatus(sdk, status)
`
}

const FILE_AND_NAME = `// file is a document and its path below /kratix/output.
type file struct {
	path     string
	document any
}

// shortName keeps to the 63 characters that names of many kinds have; a hash keeps it unique.
func shortName(name string) string {
	if len(name) <= 63 {
		return name
	}
	hash := sha256.Sum256([]byte(name))
	return strings.TrimRight(name[:54], "-.") + "-" + hex.EncodeToString(hash[:4])
}
`

function failure({ type }: StepContext): string {
  const own = { stage: 'failed' }
  const status = type === 'promise' ? { message: '' } : { ...own, message: '', reason: '' }
  return failureFunction(status, own)
}

const MAIN = `func main() {
	os.Exit(execute(newSDK()))
}
`
