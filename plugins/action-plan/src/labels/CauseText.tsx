import {createContext, useContext, useEffect, useState, type ReactNode} from 'react'
import type {EvidenceCause, Goal, PlacementCause, VerificationCause} from '../model/cause.ts'
import {WORDS} from './words.ts'

/** The sentences that a page was built with, by causes and goals as JSON. */
export const CauseTexts = createContext<Readonly<Record<string, string>>>({})

/** The sentence of a cause. What the page was not built with comes after its numbers changed, or when the reader asks: then the words to make it are loaded. */
function Sentence({of, make}: {readonly of: object; readonly make: () => Promise<string>}): ReactNode {
  const key = JSON.stringify(of)
  const built = useContext(CauseTexts)[key]
  const [made, setMade] = useState({key: '', text: ''})
  const missing = built === undefined
  useEffect(() => {
    if (!missing) return
    let wanted = true
    make().then(
      (text) => wanted && setMade({key, text}),
      () => undefined,
    )
    return () => void (wanted = false)
    // What makes the sentence is new each time that it is drawn, and says the same for the same cause.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [key, missing])
  return built ?? (made.key === key ? made.text : '')
}

/** Why an item is in its phase. */
export function PlacementReason({cause}: {readonly cause: PlacementCause}): ReactNode {
  return (
    <Sentence
      of={cause}
      make={() =>
        import(/* webpackChunkName: "plan-placement" */ '../view/words/placement.ts').then(({placementText}) => placementText(WORDS, cause))
      }
    />
  )
}

/** What evidence must reach. */
export function EvidenceGoal({goal}: {readonly goal: Goal}): ReactNode {
  return (
    <Sentence
      of={goal}
      make={() => import(/* webpackChunkName: "plan-evidence" */ '../view/words/evidence.ts').then(({goalText}) => goalText(WORDS, goal))}
    />
  )
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
  return (
    <Sentence
      of={cause}
      make={() =>
        import(/* webpackChunkName: "plan-evidence" */ '../view/words/evidence.ts').then(({evidenceText}) => evidenceText(WORDS, cause))
      }
    />
  )
}
