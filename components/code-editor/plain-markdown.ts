/** Markdown that shows `text` as it is: no markup, link, image or address comes out of it. */
export function plainMarkdown(text: string): string {
  return text.replaceAll(/[!-/:-@[-`{-~]/g, '\\$&').replaceAll(/\s+/g, ' ')
}
