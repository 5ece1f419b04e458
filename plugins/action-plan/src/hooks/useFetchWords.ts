import {useEffect, useState} from 'react'
import {WORDS} from '../labels/words.ts'
import type {CheckFacts} from '../live/freshness.ts'
import type {PlanChange} from '../model/live.ts'

type Make = typeof import('../view/words/fetch.ts')

/** The words of what a page hears from its server; null until they are needed and loaded. They stand in the file that asks for the numbers. */
function useFetchWords(needed: boolean): Make | null | 'missing' {
  const [words, setWords] = useState<Make | null | 'missing'>(null)
  useEffect(() => {
    if (needed)
      import(/* webpackChunkName: "plan-live" */ '../view/words/fetch.ts').then(
        (made) => setWords(() => made),
        () => setWords('missing'),
      )
  }, [needed])
  return words
}

/** The last look at the server, in the reader's language; empty before there was one. */
export function useCheckText(check: CheckFacts | null, stale: boolean): string {
  const words = useFetchWords(check !== null)
  if (check === null || words === null) return ''
  return words === 'missing'
    ? WORDS.say('plan.fetch.notLoaded', 'a part of this page cannot be loaded')
    : words.checkText(WORDS, check, stale)
}

/** What changed while the page was open, as one sentence for screen readers; empty when nothing did. */
export function usePlanChangeText(change: PlanChange | null): string {
  const words = useFetchWords(change !== null)
  return change === null || words === null || words === 'missing' ? '' : words.planChangeText(WORDS, change)
}
