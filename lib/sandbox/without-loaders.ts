// Before pyodide looks around: its own way to tell kinds of workers is to try to load something.
Reflect.deleteProperty(globalThis, 'importScripts')
