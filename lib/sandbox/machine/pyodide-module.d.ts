declare module 'pyodide/pyodide.asm.mjs' {
  /** Makes the interpreter's module: what `loadPyodide` takes as `createPyodideModule`. */
  const create: NonNullable<import('pyodide').PyodideConfig['createPyodideModule']>
  export default create
}
