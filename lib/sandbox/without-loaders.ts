// Before pyodide looks around: its own way to tell kinds of workers is to try to load something. Hidden
// by a name of the scope's own; what its prototype has goes with the rest.
Object.defineProperty(globalThis, 'importScripts', { value: undefined, configurable: true })
