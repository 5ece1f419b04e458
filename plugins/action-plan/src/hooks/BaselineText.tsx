import {useEffect, useState, type ReactNode} from 'react'
import {useNewerCommit} from './usePlan.ts'
import type {PageStatus} from '../model/page.ts'
import {WORDS} from '../labels/words.ts'

type Make = typeof import('../view/words/baseline.ts')

/** The plan held against its baseline: the sentence that the page was built with, and another one when a newer plan is known. Only then are the words to make it loaded. */
export function BaselineText({
  built,
  status,
  instance,
}: {
  readonly built: string | null
  readonly status: PageStatus
  readonly instance: string
}): ReactNode {
  const newer = useNewerCommit(instance) !== null
  const [words, setWords] = useState<Make | null>(null)
  useEffect(() => {
    if (newer)
      import(/* webpackChunkName: "plan-facts" */ '../view/words/baseline.ts').then(
        (made) => setWords(() => made),
        () => undefined,
      )
  }, [newer])
  const text = newer && words !== null ? words.baselineText(WORDS, status) : built
  return text === null ? null : <p>{text}</p>
}
