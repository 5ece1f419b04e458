import {toJsonText} from '../../model/text.ts'
import {editsOf} from '../../rules/problem.ts'
import {countProblems, type FileProblems} from './problems.ts'

/** All problems as JSON: `{errors, warnings, infos, problems: [{file, rule, severity, line, column, reason, fix, edits}]}`. `edits` are the fix as changes of the text; empty where a person has to fix it. */
export function toJson(files: readonly FileProblems[]): string {
  const {error, warning, info} = countProblems(files)
  const problems = files.flatMap(({file, problems: found}) =>
    found.map((one) => {
      const {rule, severity, line, column, reason, fix} = one
      return {file, rule, severity, line, column, reason, fix, edits: editsOf(one)}
    }),
  )
  return toJsonText({errors: error, warnings: warning, infos: info, problems}, 2)
}
