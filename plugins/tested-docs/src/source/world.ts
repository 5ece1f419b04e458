import {join} from 'node:path'
import type {Scene, Situation} from '../model/rehearsal.ts'
import {STUBS} from './fixtures/service.ts'
import {type Ended, run} from './process.ts'
import type {Sandbox} from './sandbox.ts'

const LIMIT_SECONDS = 60

/** Plays a scene in a strict shell of its own. What it writes to \`$ENGINEER_PROFILE\` is in force in the shells that are opened later. */
export const play = (sandbox: Sandbox, scene: Scene, situation: Situation): Promise<Ended> =>
  run('bash', ['--norc', '-euo', 'pipefail', '-c', `. ${join(STUBS, 'world.sh')}\n${scene.text}`], {
    cwd: sandbox.work,
    env: {...sandbox.env, SITUATION: situation.name, ENGINEER_PROFILE: join(sandbox.folder, 'profile'), STUBS},
    user: sandbox.user,
    limitSeconds: LIMIT_SECONDS,
  })

/** Everything in the sandbox that a command could have changed, as text. */
export const snapshot = async (sandbox: Sandbox): Promise<string> =>
  (
    await run('bash', ['--norc', join(STUBS, 'state.sh')], {
      cwd: sandbox.work,
      env: sandbox.env,
      user: sandbox.user,
      limitSeconds: LIMIT_SECONDS,
    })
  ).output

/** The first line in which two snapshots differ; null when nothing changed. */
export const firstChange = (before: string, after: string): string | null => {
  if (before === after) return null
  const [old, now] = [before.split('\n'), after.split('\n')]
  const appeared = now.find((line) => !old.includes(line))
  const gone = old.find((line) => !now.includes(line))
  return appeared ?? `gone: ${gone ?? 'the order of the lines'}`
}
