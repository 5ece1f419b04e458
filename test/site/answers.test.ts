import {afterAll, beforeAll, expect, test} from 'vitest'
import {WRONG_ANSWERS} from '../faults/answers.ts'
import {READERS, type Reader} from '../faults/browsers.ts'
import {liveHost, tryAnswers, type LiveHost} from '../faults/live.ts'
import {MOMENTS} from '../faults/moments.ts'
import {hasTurn} from '../turn.mjs'

/** Nightly all of them, in Firefox too, and for longer: `npm run nightly -- live`. */
const ANSWERS = Object.keys(WRONG_ANSWERS).filter((_, index) => hasTurn(index, 8))

let reader: Reader
let host: LiveHost
beforeAll(async () => void ([reader, host] = await Promise.all([READERS.Chromium.open(), liveHost()])))
afterAll(async () => {
  await reader.close()
  host.close()
})

test.each(ANSWERS)(
  'an open page before a server that answers with %s: no wrong number, no old one as new, and it recovers',
  async (name) => {
    expect(await tryAnswers(reader, host, [name])).toEqual({runs: 1, wrong: []})
  },
)

test.each([['slept for a night', 1] as const, ['a new release took its code away', 1] as const])(
  'an open page that %s',
  async (name, size) => {
    expect((await MOMENTS[name]?.run(reader, host, size))?.wrong).toEqual([])
  },
)
