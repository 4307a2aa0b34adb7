import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { checkReleaseUrl, usualReleaseUrl } from '@/components/download/release-url'
import { build } from '@/lib/build/build'
import { redisFiles, textOf } from '@/lib/build/testing'
import { setPromiseRelease } from '@/lib/commands/set-extra-files'
import { runCommand } from '@/lib/promise/command'
import { FileContent, type Files, PROMISE_FILE } from '@/lib/promise/files'
import { promiseRelease } from '@/lib/scaffolds/repository/promise-release'
import { redisContext } from '@/lib/scaffolds/repository/testing'
import { type Answer, askOracle, buildOracle, type Question } from './ask-oracle'
import { describeWith } from './describe-with'

const ADDRESS = usualReleaseUrl('ghcr.io/acme', 'redis-promise', PROMISE_FILE)
const PROMISE = textOf(build(redisFiles()), PROMISE_FILE)

/** The release and the Promise of a repository, as they are downloaded. */
function questionOf(files: Files, url = ADDRESS): Question {
  const built = build(runCommand(files, setPromiseRelease(url)))
  return {
    promise: textOf(built, PROMISE_FILE),
    release: textOf(built, 'promise-release.yaml'),
  }
}

function withPromise(change: (text: string) => string): Files {
  const files = new Map(redisFiles())
  files.set(PROMISE_FILE, FileContent.fromText(change(PROMISE)))
  return files
}

const refusals = (answer: Answer | undefined) =>
  (answer?.release ?? []).map(({ stage, path, message }) => `${stage} ${path}: ${message}`)

describeWith('go', 'promise-release.yaml', () => {
  beforeAll(buildOracle)

  test('is taken by Kratix, which finds the very Promise by it', async () => {
    const version = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9_.-]{0,20}[A-Za-z0-9])?$/)
    const path = fc.webUrl({ withQueryParameters: true, withFragments: true })
    const designs = fc.sample(fc.tuple(version, path), { numRuns: 60, seed: 5 })
    const odd = ['true', '1.0', '0x10', '1e3', 'null', '2026-01-01', 'no'].map(
      (one) => [one, ADDRESS] as const,
    )
    const questions = [...designs, ...odd].map(([label, url]) =>
      questionOf(
        withPromise((text) =>
          text.replace(/(promise-version": |promise-version: ).*/, `$1"${label}"`),
        ),
        `${url}#{version}`,
      ),
    )
    for (const answer of await askOracle(questions)) expect(refusals(answer)).toEqual([])
  })

  test('is refused where it should be: without a version, and with that of another Promise', async () => {
    const good = questionOf(redisFiles())
    const none = questionOf(withPromise((text) => text.replace(/.*promise-version.*\n/, '')))
    const other = { ...good, promise: good.promise.replaceAll('v0.1.0', 'v0.2.0') }
    const two = { ...good, promise: `${good.promise}---\nkind: ConfigMap\n` }
    const wrong = { ...good, release: good.release?.replace('type:', 'typ:') ?? '' }
    const answers = await askOracle([good, none, other, two, wrong])
    const [fine, unlabelled, mismatch, many, misspelt] = answers.map((one) => refusals(one).join())
    expect(fine).toBe('')
    expect(unlabelled).toContain('version label not found on promise; refusing to install')
    expect(mismatch).toContain('(v0.2.0) does not match version on promise release (v0.1.0)')
    expect(many).toContain('expected single document yaml')
    expect(misspelt).toContain('unknown field')
  })

  test('has every address that Kratix can read, and no other', async () => {
    const part = fc.constantFrom(
      ...['a', 'x.org', ':', '80', '/', '%', '%2', '%zz', '%20', '?', '#', '@', '[', ']', '::1'],
      ...['é', '\\', '^', '{', '}', '{version}', '"', '<', '|', '`', '\u007f', '~', '-', '_', '&'],
      ...["'", '(', '*', '+', ',', ';', '=', '!', '$', '%C3%A9', '\u0001', '\u0085', '\u2060', '>'],
    )
    const parts = fc.array(part, { minLength: 1, maxLength: 8 })
    const start = fc.constantFrom('https://', 'https://', 'https://x.org/', 'http://x.org?')
    const addresses = fc
      .sample(fc.tuple(start, parts), { numRuns: 4_000, seed: 6 })
      .map(([first, rest]) => first + rest.join(''))
      .concat('https://exämple.org/p', 'https://x.org:99999/p', 'https://u:p@x.org/p')
    // What is no address to a browser is a host or a port that nobody can have.
    const judged = addresses
      .map((url) => ({ url, said: checkReleaseUrl(url) }))
      .filter(({ said }) => said === undefined || said === 'Kratix cannot read this address.')
    const readable = judged.filter(({ said }) => said === undefined)
    expect(readable.length).toBeGreaterThan(1_000)
    expect(judged.length - readable.length).toBeGreaterThan(500)
    const answers = await askOracle(
      judged.map(({ url }) => ({
        promise: PROMISE,
        release: promiseRelease(redisContext(), url).text,
      })),
    )
    const differ = judged.flatMap(({ url, said }, i) => {
      const refused = refusals(answers[i])
      return (said === undefined) === (refused.length === 0) ? [] : `${url}: ${said} / ${refused}`
    })
    expect(differ).toEqual([])
  })
})
