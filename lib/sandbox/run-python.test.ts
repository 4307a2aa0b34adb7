import { describe, expect, test } from 'vitest'
import type { ProgramAnswer } from './call'
import { pythonCallOf, runPythonHere } from './testing-python'

const KEPT = { output: [['kept.yaml', 'a: 1\n']] } as const

describe('a program in Python', () => {
  test.each<readonly [what: string, program: string, answer: Partial<ProgramAnswer>]>([
    [
      'cannot take away a volume, as in a container',
      "import shutil\ntry:\n    shutil.rmtree('/kratix/output')\nexcept OSError as error:\n    print(error)",
      {
        end: { kind: 'exit', code: 0 },
        log: ["[Errno 10] Device or resource busy: '/kratix/output'"],
        output: [],
      },
    ],
    [
      'takes away folders of its own, and nothing elsewhere',
      "import os, shutil\nos.makedirs('/kratix/output/a/b')\nopen('/kratix/output/a/b/c', 'w').close()\nos.truncate('/kratix/output/a/b/c', 7)\nshutil.rmtree('/kratix/output/a')\nos.rename('/kratix/output/kept.yaml', '/kratix/output/x.yaml')\ntry:\n    shutil.rmtree('/app')\nexcept OSError as error:\n    print(error)",
      {
        end: { kind: 'exit', code: 0 },
        log: ["[Errno 13] Permission denied: '/app'"],
        output: [['x.yaml', 'a: 1\n']],
      },
    ],
    [
      'that closes its own files to all leaves what cannot be read',
      "import os\nopen('/kratix/output/a', 'w').close()\nos.chmod('/kratix/output/a', 0)",
      { end: { kind: 'not-here', reason: expect.stringMatching(/^What it left in \/kratix/) } },
    ],
    [
      'that starts a thread is not run here, whatever it does about it',
      "import threading\ntry:\n    threading.Thread(target=print).start()\nexcept BaseException:\n    pass\nprint('on')",
      { end: { kind: 'not-here', reason: expect.stringContaining('thread') }, log: [] },
    ],
    [
      'that starts another program is not run here',
      "import subprocess\nsubprocess.run(['ls'])",
      { end: { kind: 'not-here', reason: expect.stringContaining('another program') } },
    ],
    [
      'that leaves at once has the exit code that it gives',
      "import atexit, os\natexit.register(print, 'not any more')\nprint('here')\nos._exit(3)",
      { end: { kind: 'exit', code: 3 }, log: ['here'] },
    ],
    [
      'waits for coroutines, and tidies up at its end',
      "import asyncio, atexit\natexit.register(print, 'tidy')\nasync def go():\n    await asyncio.sleep(0.01)\n    return 'done'\nprint(asyncio.run(go()))",
      { end: { kind: 'exit', code: 0 }, log: ['done', 'tidy'] },
    ],
    [
      'may write to its volumes alone',
      "try:\n    open('/app/x', 'w')\nexcept PermissionError as error:\n    print(error)\nopen('/kratix/output/x.yaml', 'w').write('b: 2\\n')",
      {
        end: { kind: 'exit', code: 0 },
        log: ["[Errno 13] Permission denied: '/app/x'"],
        output: [
          ['kept.yaml', 'a: 1\n'],
          ['x.yaml', 'b: 2\n'],
        ],
      },
    ],
    [
      'leaves no link behind',
      "import os\nos.symlink('/etc/passwd', '/kratix/output/link.yaml')",
      { end: { kind: 'exit', code: 0 }, output: [['kept.yaml', 'a: 1\n']] },
    ],
    [
      'that makes too many files is stopped',
      "for i in range(1001):\n    open(f'/kratix/output/{i}', 'w').close()",
      { end: { kind: 'stopped', reason: expect.stringContaining('1000 files') }, output: [] },
    ],
  ])('%s', async (_, program, answer) => {
    expect(await runPythonHere(pythonCallOf(program, KEPT))).toMatchObject(answer)
  })
})
