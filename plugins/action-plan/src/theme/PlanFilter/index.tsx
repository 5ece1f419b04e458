import type {ReactNode} from 'react'
import Translate, {translate} from '@docusaurus/Translate'
import useIsBrowser from '@docusaurus/useIsBrowser'
import type {Props} from '@theme/PlanFilter'
import '../../css/plan.css'
import {healthWord} from '../../labels/health-word.ts'
import {fieldLabel} from '../../labels/field.ts'
import {itemsShown} from '../../labels/items-shown.ts'
import {HEALTHS, type Health} from '../../model/health.ts'
import {EVERYTHING, filterQuery, NOT_STATED, STATED} from '../../view/pages/filter.ts'
import styles from './styles.module.css'

/** Without JavaScript there is nothing to choose: its place is kept, so that nothing moves when it comes. */
export default function PlanFilter({filter, choose, choices, shown, items}: Props): ReactNode {
  const browser = useIsBrowser()
  const narrowed = filterQuery(filter) !== ''
  return (
    <form
      className={styles.filter}
      role="search"
      aria-label={translate({id: 'plan.filter.label', message: 'Which items are shown'})}
      data-ready={browser}
      onSubmit={(event) => event.preventDefault()}
    >
      <label className={styles.find}>
        <span>{translate({id: 'plan.filter.find', message: 'Find'})}</span>
        <input
          type="search"
          value={filter.text}
          placeholder={translate({id: 'plan.filter.hint', message: 'word, number, owner'})}
          onChange={({target}) => choose({...filter, text: target.value})}
        />
      </label>
      <Choice
        name={translate({id: 'plan.table.health', message: 'Health'})}
        value={filter.health}
        choose={(health) => choose({...filter, health: health as Health | 'all'})}
        all="all"
      >
        {HEALTHS.map((id) => [id, healthWord(id)])}
      </Choice>
      {choices.map(({name, values}) => (
        <Choice
          key={name}
          name={fieldLabel(name)}
          value={filter.fields[name] ?? ''}
          choose={(value) => choose({...filter, fields: {...filter.fields, [name]: value}})}
          all=""
        >
          {values.map(([value, text]) => [value, valueWord(text)])}
        </Choice>
      ))}
      <label className={styles.open}>
        <input type="checkbox" checked={filter.open} onChange={({target}) => choose({...filter, open: target.checked})} />
        <span>{translate({id: 'plan.filter.open', message: 'Open tasks only'})}</span>
      </label>
      <span className={styles.shown}>
        <span role="status">{itemsShown(shown, items)}</span>
        {narrowed && (
          <button type="button" onClick={() => choose(EVERYTHING)}>
            <Translate id="plan.filter.all">Show all</Translate>
          </button>
        )}
      </span>
    </form>
  )
}

/** A free text is there or not; anything else is called as people write it. */
function valueWord(text: string): string {
  if (text === STATED) return translate({id: 'plan.filter.stated', message: 'stated'})
  return text === NOT_STATED ? translate({id: 'plan.item.unstated', message: 'not stated'}) : text
}

function Choice({
  name,
  value,
  choose,
  all,
  children,
}: {
  name: string
  value: string
  choose: (value: string) => void
  all: string
  children: readonly (readonly [id: string, word: string])[]
}): ReactNode {
  return (
    <label>
      <span>{name}</span>
      <select value={value} onChange={({target}) => choose(target.value)}>
        <option value={all}>{translate({id: 'plan.timeline.all', message: 'all'})}</option>
        {children.map(([id, word]) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </select>
    </label>
  )
}
