import type { GeneratedFile } from '../scaffold'
import lock from './lock.json'

/**
 * What npm reads. `lock.json` is a whole package-lock.json (integrity of every package, no download
 * addresses), written by `npm run refresh-locks`; package.json asks for exactly what it holds.
 */
export function packageFiles(): readonly GeneratedFile[] {
  const { name, version, dependencies, devDependencies, engines } = lock.packages['']
  const manifest = {
    name,
    version,
    private: true,
    type: 'module',
    engines,
    scripts: {
      build: 'tsc',
      start: 'node dist/pipeline.js',
      test: 'tsc && node --test dist/pipeline.test.js',
    },
    dependencies,
    devDependencies,
  }
  return [
    { path: 'scripts/package.json', text: json(manifest) },
    { path: 'scripts/package-lock.json', text: json(lock) },
  ]
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
