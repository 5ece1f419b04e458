import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {parse} from 'yaml'

const FOLDER = fileURLToPath(new URL('workflows', import.meta.url))

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly steps: readonly Step[]
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<Record<string, Job>>
}

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.yml')))('%s', (name) => {
  const text = readFileSync(join(FOLDER, name), 'utf8')
  const workflow = parse(text) as Workflow
  const jobs = Object.values(workflow.jobs)
  const steps = jobs.flatMap((job) => job.steps)

  test('grants nothing as a whole, and each job says what it needs', () => {
    expect(workflow.permissions).toEqual({})
    for (const job of jobs) {
      expect(Object.keys(job.permissions ?? {}).length).toBeGreaterThan(0)
      expect(job['timeout-minutes']).toBeGreaterThan(0)
    }
  })

  test('pins every action by its commit and names the version', () => {
    const used = [...text.matchAll(/uses: (.*)$/gm)].map((found) => found[1] as string)
    expect(used).toHaveLength(steps.filter(({uses}) => uses !== undefined).length)
    for (const action of used) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  test('puts no expression into a shell: values come in by the environment', () => {
    for (const {run} of steps) expect(run ?? '').not.toContain('${{')
  })

  test('reads the whole history and keeps no credentials', () => {
    for (const {uses, with: given} of steps)
      if (uses?.startsWith('actions/checkout@')) expect(given).toEqual({'fetch-depth': 0, 'persist-credentials': false})
  })

  test('gives pull requests no secrets, and nothing to write with to a job that runs their code', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
    expect(Object.keys(workflow.on)).not.toContain('workflow_run')
    if (!Object.hasOwn(workflow.on, 'pull_request')) return
    expect(text).not.toContain('secrets.')
    for (const job of jobs)
      if (job.steps.some(({uses, run}) => uses?.startsWith('actions/checkout@') === true || /\bnp[mx]\b/.test(run ?? '')))
        expect(job.permissions).toEqual({contents: 'read'})
  })

  test('installs without running scripts of packages', () => {
    for (const {run} of steps) if (/npm (?:ci|install)/.test(run ?? '')) expect(run).toContain('--ignore-scripts')
  })
})
