import {createContext, useContext, useEffect, useState, type ReactNode} from 'react'
import type {EvidenceCause as Cause, Goal, VerificationCause} from '../model/cause.ts'
import {WORDS} from './words.ts'

/** What evidence says in the sentences that the page was built with, by causes and goals as JSON. */
export const EvidenceTexts = createContext<Readonly<Record<string, string>>>({})

type Make = typeof import('../view/words/evidence.ts')

/** The sentence of a cause or a goal. What the page was not built with comes after its numbers changed: then the words to make it are loaded. */
function Sentence({of, make}: {readonly of: Cause | Goal; readonly make: (words: Make) => string}): ReactNode {
  const built = useContext(EvidenceTexts)[JSON.stringify(of)]
  const [words, setWords] = useState<Make | null>(null)
  const missing = built === undefined
  useEffect(() => {
    if (missing)
      import(/* webpackChunkName: "plan-evidence" */ '../view/words/evidence.ts').then(
        (made) => setWords(() => made),
        () => undefined,
      )
  }, [missing])
  return built ?? (words === null ? '' : make(words))
}

/** What evidence must reach. */
export function EvidenceGoal({goal}: {readonly goal: Goal}): ReactNode {
  return <Sentence of={goal} make={({goalText}) => goalText(WORDS, goal)} />
}

/** Why evidence has its state. What the reader of a file says about it is English: it names the place and what was expected, as problems do. */
export function EvidenceReason({cause}: {readonly cause: Cause | VerificationCause}): ReactNode {
  if (cause.code === 'decided-by')
    return cause.facts.causes.map((one, index) => (
      <span key={index}>
        {index > 0 && '; '}
        <EvidenceReason cause={one} />
      </span>
    ))
  if (cause.code === 'nothing-shown' && cause.facts.why.code === 'unreadable')
    return (
      <>
        {cause.facts.path}: <span lang="en">{cause.facts.why.facts.reason}</span>
      </>
    )
  return <Sentence of={cause} make={({evidenceText}) => evidenceText(WORDS, cause)} />
}
