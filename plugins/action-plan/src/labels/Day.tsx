import type {ReactNode} from 'react'
import {WORDS} from './words.ts'

/** A date as people read it. Browsers of other years may write a month in another way than the server did: both are right. */
export function Day({date}: {readonly date: string}): ReactNode {
  return (
    <time dateTime={date} suppressHydrationWarning>
      {WORDS.day(date)}
    </time>
  )
}
