// What `features/suggest/register` of Monaco leaves out: the list of completions itself.
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController'
declare module 'monaco-editor/languages/definitions/yaml/yaml'
