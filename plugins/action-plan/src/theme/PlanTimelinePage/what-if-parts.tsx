import {useEffect, useMemo, useRef, type ReactNode} from 'react'
import Translate from '@docusaurus/Translate'
import {suppose} from '../../derive/schedule/what-if.ts'
import type {AddressChange} from '../../hooks/useAddress.ts'
import {WORDS} from '../../labels/words.ts'
import type {PageStatus} from '../../model/page.ts'
import type {ProjectionSettings} from '../../model/projection.ts'
import {asksWhatIf, whatIfChange, type WhatIfQuery} from '../../view/timeline/what-if.ts'
import {currentEndText, unreadableText, whatIfText} from '../../view/words/what-if.ts'
import styles from './styles.module.css'

export {projectWith, workOfPage} from '../../derive/schedule/what-if.ts'

export interface WhatIfFormProps {
  /** Those of the plan. */
  readonly settings: ProjectionSettings
  readonly query: WhatIfQuery
  readonly choose: (query: WhatIfQuery, change: AddressChange) => void
}

/** Asks for a team and a start; both are at first those of the plan. */
export function WhatIfForm({settings, query, choose}: WhatIfFormProps): ReactNode {
  const own = {team: String(settings.team ?? ''), start: settings.start ?? ''}
  const [team, start] = [query.team || own.team, query.start || own.start]
  const form = useRef<HTMLFormElement>(null)
  // The fields follow the address, when the reader goes back too.
  useEffect(() => {
    for (const [name, value] of Object.entries({team, start})) {
      const input = form.current?.querySelector<HTMLInputElement>(`[name=${name}]`)
      if (input) input.value = value
    }
  }, [team, start])
  const submit = (data: FormData): void => {
    const asked = (name: keyof WhatIfQuery): string => {
      const value = String(data.get(name))
      return value === own[name] ? '' : value
    }
    choose({team: asked('team'), start: asked('start')}, 'step')
  }
  return (
    <form
      ref={form}
      className={styles.whatIfForm}
      onSubmit={(event) => {
        event.preventDefault()
        submit(new FormData(event.currentTarget))
      }}
    >
      <label>
        <Translate id="plan.whatIf.team">Team size</Translate> <input name="team" type="number" min={1} max={9999} defaultValue={team} />
      </label>
      <label>
        <Translate id="plan.whatIf.start">Start date</Translate>{' '}
        <input name="start" type="date" min="1900-01-01" max="9998-12-31" defaultValue={start} />
      </label>
      <span className={styles.whatIfButtons}>
        {' '}
        <button type="submit" className="button button--sm button--secondary">
          <Translate id="plan.whatIf.show">Show</Translate>
        </button>
        <button
          type="button"
          className="button button--sm button--secondary"
          disabled={!asksWhatIf(query)}
          onClick={() => choose({team: '', start: ''}, 'step')}
        >
          <Translate id="plan.whatIf.reset">Reset</Translate>
        </button>
      </span>{' '}
      <p>
        <Translate id="plan.whatIf.help">
          What is left is planned from today on, along dependencies, owners and team size. Phases that the plan counts in days, weeks or
          months move with the start date. Dates that it states do not move.
        </Translate>
      </p>
    </form>
  )
}

export interface WhatIfResultProps {
  /** As in `status.json`, on the reader's day. */
  readonly status: PageStatus
  readonly settings: ProjectionSettings
  readonly query: WhatIfQuery
}

/** When the plan ends as it is, and as somebody supposes. */
export function WhatIfResult({status, settings, query}: WhatIfResultProps): ReactNode {
  const {change, unreadable} = useMemo(() => whatIfChange(query), [query])
  const found = useMemo(() => suppose(status, settings, change), [status, settings, change])
  return (
    <>
      {unreadable.map((part) => (
        <p key={part}>{unreadableText(WORDS, part, query)}</p>
      ))}
      {Object.keys(change).length > 0 && (
        <p>
          <strong>{whatIfText(WORDS, {...settings, ...change}, found)}</strong>
        </p>
      )}
      <p>{currentEndText(WORDS, settings, found.before)}</p>
    </>
  )
}
