import {useId, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject} from 'react'
import clsx from 'clsx'
import useIsBrowser from '@docusaurus/useIsBrowser'
import Translate, {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanBurnUp'
import '../../css/plan.css'
import type {AxisLabel} from '../../view/pages/burnup-chart.ts'
import styles from './styles.module.css'

export default function PlanBurnUp({name, unit, sentence, chart, small = false}: Props): ReactNode {
  const id = useId()
  const drawing = useRef<SVGSVGElement>(null)
  const [at, setAt] = useState<number | null>(null)
  const {values} = chart
  const value = at === null ? null : (values[at] ?? null)
  const point = ({currentTarget, clientX}: PointerEvent<SVGSVGElement>): void => {
    const {left, width} = currentTarget.getBoundingClientRect()
    const x = ((clientX - left) / width) * chart.width
    setAt(
      Math.max(
        0,
        values.findLastIndex((one) => one.x <= x),
      ),
    )
  }
  const step = (event: KeyboardEvent): void => {
    const by = {ArrowLeft: -1, ArrowRight: 1}[event.key]
    if (by === undefined) return
    event.preventDefault()
    setAt(Math.min(Math.max((at ?? values.length - 1) + by, 0), values.length - 1))
  }
  return (
    <figure className={styles.figure}>
      <figcaption>
        <strong>{name}</strong>: {sentence}
        <span className={styles.key} aria-hidden="true">
          <span>
            <span className={styles.scopeKey} /> <Translate id="plan.history.scopeKey">scope</Translate>
          </span>{' '}
          <span>
            <span className={styles.doneKey} /> <Translate id="plan.health.done">done</Translate>
          </span>
          {chart.changes.length > 0 && !small && (
            <>
              <span>
                <span className={styles.changeKey}>▲▼</span> <Translate id="plan.history.scopeChange">Scope change</Translate>
              </span>
            </>
          )}
          {chart.planned !== '' && (
            <>
              {' '}
              <span>
                <span className={styles.plannedKey} /> <Translate id="plan.history.plannedKey">planned at the baseline</Translate>
              </span>
            </>
          )}
        </span>
      </figcaption>
      <div className={styles.frame}>
        <svg
          ref={drawing}
          className={clsx(styles.chart, small && styles.small)}
          viewBox={`0 0 ${chart.width} ${chart.height}`}
          role="img"
          aria-label={translate({id: 'plan.history.chart', message: '{name}: scope and done over time, in {unit}'}, {name, unit})}
          aria-describedby={id}
          tabIndex={small ? undefined : 0}
          onPointerMove={point}
          onPointerDown={point}
          onPointerLeave={() => setAt(null)}
          onKeyDown={step}
          onBlur={() => setAt(null)}
        >
          <Drawing {...chart} changes={small ? [] : chart.changes} />
          {value !== null && <path className={styles.here} d={`M${value.x} ${chart.top}V${chart.bottom}`} />}
        </svg>
      </div>
      <div className={styles.below}>
        <p className={styles.value} role="status">
          {value?.text}
        </p>
        {!small && <CopyImage chart={drawing} />}
      </div>
      <span id={id} hidden>
        {sentence}
      </span>
    </figure>
  )
}

/** Puts the chart on the clipboard as a picture, for a slide or a chat. */
function CopyImage({chart}: {chart: RefObject<SVGSVGElement | null>}): ReactNode {
  const browser = useIsBrowser()
  const [state, setState] = useState('')
  const copy = (): void => {
    import(/* webpackChunkName: "plan-copy-image" */ './copy-image.ts')
      .then(async ({copyImage}) => copyImage(chart.current as SVGSVGElement))
      .then(
        () => setState(translate({id: 'plan.report.copied', message: 'Copied'})),
        () => setState(translate({id: 'plan.report.copyFailed', message: 'Copying is not possible here'})),
      )
  }
  return (
    <>
      <span role="status">{state}</span>
      <button type="button" className="button button--sm button--secondary" disabled={!browser} onClick={copy}>
        <Translate id="plan.history.copyImage">Copy as image</Translate>
      </button>
    </>
  )
}

function Drawing({
  left,
  right,
  top,
  bottom,
  counts,
  gaps,
  marks,
  planned,
  cone,
  today,
  scope,
  done,
  dots,
  changes,
  days,
}: Props['chart']): ReactNode {
  return (
    <>
      {counts.map((count) => (
        <g key={count.text}>
          <line className={styles.rule} x1={left} x2={right} y1={count.at} y2={count.at} />
          <Label {...count} x={left - 6} y={count.at + 4} />
        </g>
      ))}
      {gaps.map(({day, reason, x, width}) => (
        <rect key={day} className={styles.gap} x={x} y={top} width={width} height={bottom - top}>
          <title>{`${day}: ${reason}`}</title>
        </rect>
      ))}
      {marks.map(({x, y, label, anchor}) => (
        <g key={label}>
          <line className={styles.mark} x1={x} x2={x} y1={y + 2} y2={bottom} />
          <text className={clsx(styles.tick, styles.markLabel)} x={anchor === 'end' ? x - 5 : x + 5} y={y + 8} textAnchor={anchor}>
            {label}
          </text>
        </g>
      ))}
      {cone !== '' && <path className={styles.cone} d={cone} />}
      {today !== null && <path className={styles.today} d={`M${today} ${top}V${bottom}`} />}
      {planned !== '' && <path className={styles.planned} d={planned} />}
      {scope.map((path) => (
        <path key={path} className={styles.scope} d={path} />
      ))}
      {done.map((path) => (
        <path key={path} className={styles.done} d={path} />
      ))}
      {dots.map(({x, y, of, committed}, index) => (
        <circle
          key={index}
          className={of === 'scope' ? styles.scopeDot : styles.doneDot}
          data-committed={committed}
          cx={x}
          cy={y}
          r={3.5}
        />
      ))}
      {changes.map(({x, y, by}) => (
        <path
          key={x}
          className={styles.change}
          data-change={by}
          d={by > 0 ? `M${x - 5} ${y - 5}h10l-5 -8z` : `M${x - 5} ${y + 5}h10l-5 8z`}
        />
      ))}
      {days.map((day) => (
        <g key={day.at}>
          <line className={styles.rule} x1={day.at} x2={day.at} y1={bottom} y2={bottom + 5} />
          <Label {...day} x={day.at} y={bottom + 20} />
        </g>
      ))}
    </>
  )
}

function Label({text, anchor, minor, x, y}: AxisLabel & {readonly x: number; readonly y: number}): ReactNode {
  return (
    <text className={clsx(styles.tick, minor && styles.minor)} x={x} y={y} textAnchor={anchor}>
      {text}
    </text>
  )
}
