import {useEffect, useState} from 'react'
import {WORDS} from '../labels/words.ts'
import type {FetchCause} from '../model/cause.ts'
import type {fetchText} from '../view/words/fetch.ts'

/** Why numbers could not be fetched, in the reader's language; empty without a cause. The words stand in the file that asks for the numbers: pages that never fail do not load them. */
export function useFetchText(cause: FetchCause | null): string {
  const [text, setText] = useState<typeof fetchText | null>(null)
  const failed = cause !== null
  useEffect(() => {
    if (!failed) return
    import(/* webpackChunkName: "plan-live" */ '../view/words/fetch.ts').then(
      (words) => setText(() => words.fetchText),
      () => setText(() => () => WORDS.say('plan.fetch.notLoaded', 'a part of this page cannot be loaded')),
    )
  }, [failed])
  return cause === null || text === null ? '' : text(WORDS, cause)
}
