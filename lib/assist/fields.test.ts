import { expect, it } from 'vitest'
import { CORE } from './core-fields'
import { CRD } from './crd-fields'
import { KRATIX } from './kratix-fields'
import { SCHEMA } from './schema-fields'
import { structHelp } from './struct-help'
import { STRUCTS } from './structs'

it('says of every field of every struct what it means and where that is laid down', () => {
  const silent = Object.entries(STRUCTS).flatMap(([struct, fields]) =>
    Object.keys(fields)
      .filter((name) => {
        const help = structHelp(struct).below(name, {})
        return !help?.about || !help.source
      })
      .map((name) => `${struct}.${name}`),
  )
  expect(silent).toEqual([])
})

it('says something of fields alone that the structs have', () => {
  const strange = Object.entries({ ...KRATIX, ...CRD, ...SCHEMA, ...CORE }).flatMap(
    ([struct, notes]) =>
      Object.keys(notes)
        .filter((name) => !Object.hasOwn(STRUCTS[struct] ?? {}, name))
        .map((name) => `${struct}.${name}`),
  )
  expect(strange).toEqual([])
})

it('says it in one or two sentences', () => {
  const long = Object.keys(STRUCTS).flatMap((struct) =>
    structHelp(struct)
      .fields({})
      .filter(({ help }) => (help.about?.length ?? 0) > 260)
      .map(({ name }) => `${struct}.${name}`),
  )
  expect(long).toEqual([])
})
