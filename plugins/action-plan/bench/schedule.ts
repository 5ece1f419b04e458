import {schedule, type Activity} from '../src/derive/schedule/critical-path.ts'

const RUNS = 15

function activity(at: number, days: number, waits: readonly number[]): Activity {
  return {
    id: `1.${at + 1}`,
    days,
    from: 0,
    due: null,
    done: false,
    dependsOn: waits.map((other) => ({id: `1.${other + 1}`, title: null, line: 1, column: 1})),
    line: at + 1,
    column: 1,
  }
}

/** The same numbers at every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function network(items: number, dependencies: number): readonly Activity[] {
  const random = numbers(7)
  const waits: Set<number>[] = Array.from({length: items}, () => new Set())
  let made = 0
  while (made < dependencies) {
    const at = 1 + Math.floor(random() * (items - 1))
    const own = waits[at] as Set<number>
    const before = own.size
    own.add(Math.floor(random() * at))
    made += own.size - before
  }
  return waits.map((own, at) => activity(at, 1 + Math.floor(random() * 9), [...own]))
}

const chain = (length: number): readonly Activity[] => Array.from({length}, (_, at) => activity(at, 1, at === 0 ? [] : [at - 1]))

const CASES: readonly {readonly name: string; readonly activities: () => readonly Activity[]; readonly end: (latest: number) => boolean}[] =
  [
    {name: '10,000 items, 20,000 dependencies', activities: () => network(10_000, 20_000), end: (latest) => latest > 0},
    {name: 'a chain of 50,000 items', activities: () => chain(50_000), end: (latest) => latest === 50_000},
  ]

/** Prints how long the critical path method takes: median and worst of some runs. */
export async function benchSchedule(): Promise<void> {
  for (const {name, activities, end} of CASES) {
    const input = activities()
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) {
      const before = performance.now()
      const {slots, problems} = schedule(input)
      times.push(performance.now() - before)
      const latest = [...slots.values()].reduce((most, {earlyFinish}) => Math.max(most, earlyFinish), 0)
      if (slots.size !== input.length || problems.length > 0 || !end(latest))
        throw new Error(
          `schedule, ${name}: ${slots.size} of ${input.length} items placed, the last ends on day ${latest}, ${problems.length} problems`,
        )
    }
    times.sort((a, b) => a - b)
    console.log(
      `schedule: ${name}: median ${(times[RUNS >> 1] as number).toFixed(0)} ms, worst ${(times.at(-1) as number).toFixed(0)} ms of ${RUNS} runs`,
    )
  }
}
