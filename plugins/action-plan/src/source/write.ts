import {rm} from 'node:fs/promises'
import {join} from 'node:path'
import {takeLock} from 'build-kit/lock'
import {writeAllAtomic} from 'build-kit/write-atomic'

/** What open pages poll, in the order of writing: whoever sees a new summary finds the status that it names, and with that what belongs to it. */
const POLLED = ['status.json', 'summary.json']
/** How long to wait for another run, when always the same process holds the folder. */
const PATIENCE = 60_000

interface FileBelow {
  readonly path: string
  readonly body: string
}

/** Writes files below a folder: a reader sees the old file or the new one, never a part, and when one cannot be written all stay as they are. They can be made again, so no file is flushed to the disk: there are hundreds. */
export function writeFiles(folder: string, files: readonly FileBelow[]): Promise<void> {
  const inOrder = [
    ...files.filter(({path}) => !POLLED.includes(path)),
    ...POLLED.flatMap((name) => files.filter(({path}) => path === name)),
  ]
  return writeAllAtomic(
    inOrder.map(({path, body}) => ({path: join(folder, path), body})),
    {durable: false},
  )
}

/** Takes files away below a folder; one that is not there is no error. */
export async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) await rm(join(folder, path), {force: true})
}

/** One run at a time writes to a folder: two at once would leave files of both. `say` is told when it waits long. */
export async function inTurn<Result>(folder: string, say: (line: string) => void, work: () => Promise<Result>): Promise<Result> {
  const lock = await takeLock(join(folder, '.action-plan.lock'), {
    what: `writes to ${folder}`,
    patience: PATIENCE,
    onWait: ({pid, host}) => say(`waiting for process ${pid} on ${host}, which writes to ${folder}`),
  })
  try {
    return await work()
  } finally {
    lock.release()
  }
}
