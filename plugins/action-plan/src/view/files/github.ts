import type {Severity} from '../../model/problem.ts'
import {foldProblems, moreLike, problemText, type FileProblems} from './problems.ts'

const COMMANDS: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'notice'}

/** Problems as workflow commands: GitHub shows each at its line of the file, and no more than ten of a severity, so notes are folded by their rules. Files are relative to the repository. */
export function toGithub(files: readonly FileProblems[]): string {
  return files
    .flatMap(({file, problems}) => {
      const {open, notes} = foldProblems(problems)
      return [...open, ...notes].map((one) => {
        const problem = one.first
        return `::${COMMANDS[problem.severity]} file=${property(file)},line=${problem.line},col=${problem.column},title=${property(problem.rule)}::${message(`${problemText(problem)}${moreLike(one)}`)}\n`
      })
    })
    .join('')
}

/** A command ends with its line, so what would end it is written in percent. */
function message(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** In a property a colon and a comma end it too. */
function property(text: string): string {
  return message(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
