import {fileURLToPath} from 'node:url'
import type {Finding} from '../problem.ts'
import type {Fence} from './fence.ts'
import {toFinding} from './place.ts'
import {inScratch, write} from './scratch.ts'
import {find, run} from './tool.ts'

/** Python, YAML, TOML, JSON and INI: each is read by Python's own parser, all in one process. */
export function parsed(fences: readonly Fence[]): Finding[][] {
  if (fences.length === 0) return []
  const python = find('python3', 'python3')
  const script = fileURLToPath(new URL('parse.py', import.meta.url))
  const {ok, output} = run(python, [script], {input: JSON.stringify(fences.map(({lang, text}) => ({lang, text})))})
  if (!ok && output.includes("No module named 'yaml'")) throw new Error(`${python} has no module yaml: apt-get install -y --no-install-recommends python3-yaml`)
  if (!ok) throw new Error(`python3 did not run:\n${output}`)
  const answers = JSON.parse(output) as (readonly [number, string] | null)[]
  if (answers.length !== fences.length) throw new Error(`python3 answered for ${answers.length} of ${fences.length} fences`)
  return fences.map((fence, index) => {
    const answer = answers[index]
    return answer ? [toFinding(fence, answer[0], answer[1])] : []
  })
}

/** Bash reads the commands without running them. */
export function bash(fence: Fence): Finding[] {
  const {ok, output} = run(find('bash', 'bash'), ['-n'], {input: fence.text})
  const match = /line (\d+): (.*)/.exec(output)
  return ok && output === '' ? [] : [toFinding(fence, Number(match?.[1] ?? 1), match?.[2] ?? output)]
}

/** Prometheus' own reader for rule files. */
export function promtool(fence: Fence): Promise<Finding[]> {
  return inScratch((folder) => {
    const {ok, output} = run(find('promtool', 'prometheus'), ['check', 'rules', write(folder, 'rules.yml', fence.text)])
    const match = /rules\.yml: (?:yaml: (?:unmarshal errors:\s*)?line )?(\d+)(?::\d+)?: ([\s\S]*)/.exec(output)
    return ok ? [] : [toFinding(fence, Number(match?.[1] ?? 1), match?.[2] ?? output.replaceAll(folder, ''))]
  })
}
