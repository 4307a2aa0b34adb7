/** A value given as YAML text: it is carried verbatim, only re-indented. */
export class YamlSource {
  constructor(readonly text: string) {}
}
