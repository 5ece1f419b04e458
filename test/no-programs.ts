import childProcess from 'node:child_process'
import {syncBuiltinESMExports} from 'node:module'

/** Every function with which Node.js starts a program. */
const STARTS = ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'] as const

// Unit tests need no installed program, and run quickly because they start none: code that asks git goes on as if there were none.
for (const name of STARTS)
  childProcess[name] = ((program: string) => {
    throw new Error(
      `${name}(${JSON.stringify(program)}): unexpected program, expected none in a unit test. Fix: move the tests that need it to a file named *.process.test.ts.`,
    )
  }) as never
syncBuiltinESMExports()
