import {compare} from '../counting/differences.ts'

/** Documents that the test command does not compare, in steps, so that there is something to see. */
export function nightlyCounting(): boolean {
  let [documents, tasks, refused, faults] = [0, 0, 0, 0]
  for (let from = 1_000_001; from < 1_200_001; from += 20_000) {
    const found = compare(from, 20_000)
    documents += found.documents
    tasks += found.tasks
    refused += found.refused
    faults += found.faults.length
    for (const fault of found.faults) console.log(fault)
    console.log(`${documents} documents, ${tasks} tasks, ${refused} that remark refuses, ${faults} differences`)
  }
  return faults === 0
}
