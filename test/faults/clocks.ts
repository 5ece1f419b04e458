import {mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {Tried} from './moments.ts'
import type {Programs} from './programs.ts'
import {oneOf, randomFrom} from './random.ts'

// Time zones, and the hours at which their clocks change: the day of every output is that of the plan's time zone, wherever the machine is.

/** When clocks changed, and minutes ahead of UTC before and after: from the time zone database, not from the functions that are tried. */
const CHANGES = [
  ['Europe/Berlin', '2026-03-29T01:00:00Z', 60, 120],
  ['Europe/Berlin', '2026-10-25T01:00:00Z', 120, 60],
  ['Europe/London', '2026-10-25T01:00:00Z', 60, 0],
  ['America/New_York', '2026-03-08T07:00:00Z', -300, -240],
  ['America/New_York', '2026-11-01T06:00:00Z', -240, -300],
  ['America/St_Johns', '2026-03-08T05:30:00Z', -210, -150],
  // Half an hour.
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 660, 630],
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', 630, 660],
  ['Pacific/Auckland', '2026-04-04T14:00:00Z', 780, 720],
  ['Pacific/Chatham', '2026-09-26T14:00:00Z', 765, 825],
  // Midnight does not exist.
  ['America/Santiago', '2026-09-06T04:00:00Z', -240, -180],
  // A day does not exist.
  ['Pacific/Apia', '2011-12-30T10:00:00Z', -600, 840],
  ['Asia/Kathmandu', '2026-06-01T00:00:00Z', 345, 345],
  ['Pacific/Kiritimati', '2026-06-01T00:00:00Z', 840, 840],
  ['Etc/GMT+12', '2026-06-01T00:00:00Z', -720, -720],
] as const
/** Where the machine is. */
const MACHINES = [
  'UTC',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
] as const
const [HOUR, MINUTE] = [3_600_000, 60_000]

const planOf = (zone: string): string =>
  `---\nplan: {start: 2026-11-02, timeZone: ${zone}}\n---\n# Plan\n## 1. Work\n### 1.1 One\n- [x] a ✅ 2026-01-01\n- [ ] b\n`

/** Ticks a box, prints the status and builds the files at an instant; what they are, and the day that they speak of. */
async function madeAt(
  programs: Programs,
  zone: string,
  instant: number,
  machine: string,
): Promise<{readonly day: string; readonly bytes: string}> {
  const folder = mkdtempSync(join(tmpdir(), 'faults-clock-'))
  const [{TZ, SOURCE_DATE_EPOCH}, file] = [process.env, join(folder, 'plan.md')]
  let said = ''
  const terminal = {cwd: folder, out: (text: string) => void (said += text), err: (text: string) => void (said += text)}
  try {
    Object.assign(process.env, {TZ: machine, SOURCE_DATE_EPOCH: String(instant / 1000)})
    writeFileSync(file, planOf(zone))
    mkdirSync(join(folder, 'out'))
    const ended: number[] = []
    for (const args of [
      ['tick', 'plan.md', '1.1/2'],
      ['status', 'plan.md'],
      ['build', 'plan.md', '--out', 'out', '--url', 'https://docs.example.com/'],
    ])
      ended.push(await programs.run('plan', args, terminal))
    const built = readdirSync(join(folder, 'out'), {recursive: true, encoding: 'utf8'})
      .filter((name) => /\.\w+$/.test(name))
      .sort()
    const {statusDate} = JSON.parse(readFileSync(join(folder, 'out/status.json'), 'utf8')) as {readonly statusDate: string}
    const ticked = /b ✅ (\S+)/.exec(readFileSync(file, 'utf8'))?.[1]
    return {
      day:
        ended.every((one) => one === 0) && ticked === statusDate
          ? statusDate
          : `${ended.join()}, ticked ${ticked}, status of ${statusDate}: ${said}`,
      bytes: [said, readFileSync(file, 'utf8'), ...built.map((name) => `${name}\n${readFileSync(join(folder, 'out', name), 'utf8')}`)].join(
        '\n',
      ),
    }
  } finally {
    for (const [name, value] of Object.entries({TZ, SOURCE_DATE_EPOCH}))
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    rmSync(folder, {recursive: true, force: true})
  }
}

/** Runs commands around changes of clocks, on machines in several time zones. */
export async function tryClocks(programs: Programs, runs: number, seed: number): Promise<Tried> {
  const random = randomFrom(seed)
  const wrong: string[] = []
  for (let run = 0; run < runs; run++) {
    const [zone, at, before, after] =
      runs >= CHANGES.length && run < CHANGES.length ? (CHANGES[run] as (typeof CHANGES)[number]) : oneOf(random, CHANGES)
    const change = Date.parse(at)
    // The second before and after, hours around it, and the midnights of the days around it.
    const by = oneOf(random, [-1000, 0, 1000, -HOUR, HOUR, 2 * HOUR, -12 * HOUR, 12 * HOUR])
    const local = change + by + (by < 0 ? before : after) * MINUTE
    const toMidnight = random() < 0.5 ? -(local % (24 * HOUR)) - (random() < 0.5 ? 1000 : 0) : 0
    const instant = change + by + toMidnight
    const day = new Date(instant + (instant < change ? before : after) * MINUTE).toISOString().slice(0, 10)
    const machines = [oneOf(random, MACHINES), oneOf(random, MACHINES)] as const
    const [one, other] = [await madeAt(programs, zone, instant, machines[0]), await madeAt(programs, zone, instant, machines[1])]
    const place = `${zone} at ${new Date(instant).toISOString()}`
    if (one.day !== day) wrong.push(`${place} on a machine in ${machines[0]}: unexpected ${one.day}, expected ${day}`)
    if (one.bytes !== other.bytes) wrong.push(`${place}: a machine in ${machines[0]} writes other bytes than one in ${machines[1]}`)
  }
  return {runs, wrong}
}
