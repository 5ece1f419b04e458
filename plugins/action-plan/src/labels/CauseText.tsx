import {createContext, useContext, useEffect, useState, type ReactNode} from 'react'
import type {EvidenceCause, VerificationCause} from '../model/cause.ts'
import type {BuiltCause} from '../view/words/cause.ts'
import {WORDS} from './words.ts'

/** The sentences that a page was built with, by causes and goals as JSON. */
export const CauseTexts = createContext<Readonly<Record<string, string>>>({})

/** The sentence of a cause. What the page was not built with comes after its numbers changed: then the words to make it are loaded. */
export function CauseText({cause}: {readonly cause: BuiltCause}): ReactNode {
  const key = JSON.stringify(cause)
  const built = useContext(CauseTexts)[key]
  const [made, setMade] = useState<readonly [key: string, text: string]>(['', ''])
  const missing = built === undefined
  useEffect(() => {
    if (missing)
      import(/* webpackChunkName: "plan-facts" */ '../view/words/cause.ts').then(
        ({causeText}) => setMade([key, causeText(WORDS, JSON.parse(key) as BuiltCause)]),
        () => undefined,
      )
  }, [key, missing])
  return built ?? (made[0] === key ? made[1] : '')
}

/** Why evidence has its state. What the reader of a file says about it is English: it names the place and what was expected, as problems do. */
export function EvidenceReason({cause}: {readonly cause: EvidenceCause | VerificationCause}): ReactNode {
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
  return <CauseText cause={cause} />
}
