import {startTransition, useEffect, useState} from 'react'
import {isTakenOver} from './useToday.ts'

/** The attribute of what is judged by the day: `build` in a page as it was built. On another day such a page shows it only as `now`, when it stands as of the reader's day (plan.css): so nothing moves, and nothing old passes for new. */
export function useJudged(): {readonly 'data-plan-judged': 'build' | 'now'} {
  const [judged, setJudged] = useState<'build' | 'now'>(() => (isTakenOver() ? 'now' : 'build'))
  useEffect(() => {
    // On the day of the build there is nothing to wait for, and nothing to draw again.
    if (document.documentElement.dataset['planDay'] !== undefined) startTransition(() => setJudged('now'))
  }, [])
  return {'data-plan-judged': judged}
}
