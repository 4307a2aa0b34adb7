/** What a step that runs a foreign image often says beside the image. */
export interface ImageShape {
  readonly id: string
  readonly label: string
  /** What it is for, in a sentence. */
  readonly about: string
  /** What is asked beside the image, each with what it begins with. */
  readonly asks: readonly { readonly key: string; readonly label: string; readonly start: string }[]
  /** The fields of the container from the answers. */
  fields(answers: Readonly<Record<string, string>>): Readonly<Record<string, unknown>>
}

export const IMAGE_SHAPES: readonly ImageShape[] = [
  {
    id: 'plain',
    label: 'An image that exists already',
    about: 'Runs an image of yours or of a vendor as it is.',
    asks: [],
    fields: () => ({}),
  },
  {
    id: 'secret',
    label: 'An image with a key of a Secret',
    about: 'The same, with a variable from a Secret in the namespace of the pipeline.',
    asks: [
      { key: 'variable', label: 'Variable', start: 'TOKEN' },
      { key: 'secret', label: 'Secret', start: '' },
      { key: 'key', label: 'Key', start: 'token' },
    ],
    fields: ({ variable, secret, key }) => ({
      env: [{ name: variable, valueFrom: { secretKeyRef: { name: secret, key } } }],
    }),
  },
  {
    id: 'command',
    label: 'A command in an image',
    about: 'A line or two of shell in an image that has sh; each fault stops it.',
    asks: [{ key: 'command', label: 'Command', start: 'ls /kratix/input' }],
    fields: ({ command }) => ({ command: ['sh', '-euc'], args: [command] }),
  },
]
