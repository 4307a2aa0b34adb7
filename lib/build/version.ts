/** What the settings file names as the maker of generated files. The version is package.json's. */
export const GENERATOR = 'promise-designer 0.1.0'
