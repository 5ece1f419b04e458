import type {UnavailableCause} from '../../model/cause.ts'
import type {Wording} from './words.ts'

/** Why the past cannot be known, and how that is fixed. */
export interface UnavailableText {
  readonly reason: string
  readonly fix: string
}

type Texts = {
  readonly [Code in UnavailableCause['code']]: (words: Wording, facts: Extract<UnavailableCause, {code: Code}>['facts']) => UnavailableText
}

const TEXTS: Texts = {
  'no-git': ({say}) => ({
    reason: say('plan.past.noGit', 'git is not installed here'),
    fix: say('plan.past.installGit', 'install git'),
  }),
  'no-repository': ({say}) => ({
    reason: say('plan.past.noRepository', 'the plan is not in a git repository'),
    fix: say('plan.past.init', 'put it under version control: git init, git add, git commit'),
  }),
  shallow: ({say}) => ({
    reason: say('plan.past.shallow', 'this is a shallow clone: older revisions are missing'),
    fix: say('plan.past.fetch', 'fetch them: git fetch --unshallow (in CI: fetch-depth: 0)'),
  }),
  'no-commits': ({say}) => ({
    reason: say('plan.past.noCommits', 'the repository has no commits'),
    fix: say('plan.past.commit', 'commit the plan'),
  }),
  'not-committed': ({say}) => ({
    reason: say('plan.past.notCommitted', 'no commit holds the plan'),
    fix: say('plan.past.commit', 'commit the plan'),
  }),
  'standard-input': ({say}) => ({
    reason: say('plan.past.standardInput', 'standard input has no history'),
    fix: say('plan.past.nameFile', "name the plan's file"),
  }),
  'unknown-revision': ({say}, {revision, shallow}) =>
    shallow
      ? {
          reason: say('plan.past.unknownShallow', '"{revision}" is no git revision in this shallow clone, where older ones are missing', {
            revision,
          }),
          fix: say('plan.past.fetchTags', 'fetch them: git fetch --unshallow --tags (in CI: fetch-depth: 0)'),
        }
      : {
          reason: say('plan.past.unknown', '"{revision}" is no git revision', {revision}),
          fix: say('plan.past.nameOne', 'name one that is: git tag and git log --oneline list them'),
        },
  'not-in-revision': ({say}, {revision, commit}) => ({
    reason: say('plan.past.notThere', '{revision} ({commit}) does not hold the plan', {revision, commit: commit.slice(0, 7)}),
    fix: say('plan.past.nameHolder', 'name a revision that has it: git log --follow lists them'),
  }),
  incomplete: ({say}, {reason}) => ({
    reason,
    fix: say('plan.past.clone', 'clone the repository again in full'),
  }),
  refused: ({say}, {reason}) => ({
    reason: say('plan.past.refused', 'git does not read the repository: {reason}', {reason}),
    fix: say('plan.past.askGit', 'run "git status" in the folder of the plan, and do what it says'),
  }),
  'had-error': ({say}, {line, reason}) => ({
    reason: say('plan.past.hadError', 'the plan had an error at that revision: line {line}: {reason}', {line: String(line), reason}),
    fix: say('plan.past.nameGood', 'name a revision in which "action-plan check" finds no errors'),
  }),
}

export function unavailableText(words: Wording, {code, facts}: UnavailableCause): UnavailableText {
  return (TEXTS[code] as (words: Wording, facts: UnavailableCause['facts']) => UnavailableText)(words, facts)
}
