import {
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import clsx from 'clsx'
import {translate} from '@docusaurus/Translate'
import type {Props} from '@theme/PlanTimeline'
import PlanTimelineBar, {type Props as BarProps} from '@theme/PlanTimelineBar'
import PlanTimelineDetails from '@theme/PlanTimelineDetails'
import {WORDS} from '../../labels/words.ts'
import type {Health} from '../../model/health.ts'
import {shortTitle} from '../../model/label.ts'
import {arrowsOf, ROW, sentenceOf, type Bar, type TimelineMark, type TimelineRow, type Timeline} from '../../view/timeline/timeline.ts'
import styles from './styles.module.css'

const LINE = 20
/** Rows and labels that paper is as wide as, in pixels. */
const PAPER = 1040
const LABELS = 230
/** How high a sheet is below the words at its top, and the head of the drawing; smaller than the least nothing can be read. */
const SHEET = 520
const HEAD = 100
/** Rows of a plan that are shown without a scroller of their own, in pixels. */
const SMALL = 900
const LEAST = 0.65
/** About as large as what is said of an item. */
const CARD = 360
/** So far a wheel is turned to zoom. */
const NOTCH = 60
const useBrowserLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect

export default function PlanTimeline({drawing, zoom, ...facts}: Props): ReactNode {
  const {axis} = facts
  const {rows, width} = drawing
  const bars = useMemo(() => rows.flatMap((row, index) => (row.item === null ? [] : [index])), [rows])
  const [focused, setFocused] = useState<string | null>(null)
  const [hovered, setHovered] = useState<string | null>(null)
  const scroller = useRef<HTMLDivElement>(null)
  useKeptPlace(scroller, drawing)
  useNamedItem(rows, setFocused)
  usePan(scroller, zoom)

  const entry = rows.find(({key, item}) => item !== null && key === focused) ?? rows[bars[0] ?? -1]
  const shown = rows.find(({key, item}) => item !== null && key === (hovered ?? focused)) ?? null
  const highlight = useMemo(() => (shown?.item == null ? '' : arrowsOf(shown.item.id, rows)), [shown, rows])
  const keyOf = (event: FocusEvent | MouseEvent): string | null =>
    (event.target as Element).closest<SVGGElement>('[data-key]')?.dataset['key'] ?? null

  const choose = (key: string | null): void => {
    const item = rows.find((row) => row.key === key)?.item
    if (item == null) return
    setFocused(key)
    window.history.replaceState(window.history.state, '', `${window.location.search}#${encodeURIComponent(item.id)}`)
  }
  const longest = rows.reduce((most, {label}) => Math.max(most, label.length), 0)

  return (
    <div className={styles.timeline} style={{'--longest': longest} as React.CSSProperties}>
      <div
        ref={scroller}
        className={clsx(styles.scroller, drawing.height > SMALL && styles.long)}
        role="region"
        aria-label={translate({id: 'plan.timeline.scrolls', message: 'Timeline, scrolls'})}
        tabIndex={0}
      >
        <div
          className={styles.inner}
          style={
            {
              '--fit': Math.min(1, PAPER / (width + LABELS), Math.max(LEAST, SHEET / (drawing.height + HEAD))).toFixed(3),
            } as React.CSSProperties
          }
        >
          <Head drawing={drawing} />
          <div className={styles.body}>
            <Labels rows={rows} />
            <div className={styles.drawing}>
              <svg
                className={styles.chart}
                width={width}
                height={Math.max(drawing.height, ROW)}
                role="group"
                aria-label={translate(
                  {id: 'plan.timeline.of', message: 'Timeline of {items} items; arrow keys go from bar to bar'},
                  {items: WORDS.number(drawing.items)},
                )}
                onKeyDown={(event) => moved(event, {rows, bars, at: entry?.key, zoom, leave: () => setFocused(null)})}
                onFocus={(event) => setFocused(keyOf(event))}
                onClick={(event) => choose(keyOf(event))}
                onMouseOver={(event) => setHovered(keyOf(event))}
                onMouseLeave={() => setHovered(null)}
              >
                <Ground drawing={drawing} />
                <defs>
                  <pattern id="plan-overdue" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <path className={styles.hatch} d="M0 0v6" />
                  </pattern>
                </defs>
                {rows.map((row, index) =>
                  row.item === null ? null : (
                    <PlanTimelineBar
                      key={row.key}
                      id={row.key}
                      row={index}
                      y={row.y}
                      {...flat(row.bar)}
                      health={row.item.health}
                      label={sentenceOf(WORDS, row.item, axis)}
                      entry={row.key === entry?.key}
                      shown={row.key === shown?.key}
                    />
                  ),
                )}
                <path className={styles.nearArrows} d={highlight} />
                <Lines drawing={drawing} />
                <g aria-hidden="true" className={styles.notes}>
                  {rows.map(({key, item, y, bar, note}) =>
                    item === null ? null : <NoteOf key={key} x={noteAt(bar)} y={y + 18} health={item.health} note={note} />,
                  )}
                </g>
              </svg>
              {shown !== null && (
                <div className={styles.card} style={cardAt(shown, drawing)} data-chosen={shown.key === focused}>
                  <PlanTimelineDetails item={shown.item} baseline={drawing.baseline} {...facts} />
                </div>
              )}
            </div>
          </div>
        </div>
      </div>
    </div>
  )
}

/** Arrows go from bar to bar, plus and minus zoom, Escape puts the card away. */
function moved(
  event: KeyboardEvent<SVGSVGElement>,
  {
    rows,
    bars,
    at: key,
    zoom,
    leave,
  }: {rows: readonly TimelineRow[]; bars: readonly number[]; at: string | undefined; zoom: (step: number) => void; leave: () => void},
): void {
  const step = {'+': 1, '=': 1, '-': -1, '0': 0}[event.key]
  if (step !== undefined) return zoom(step)
  if (event.key === 'Escape') {
    return leave()
  }
  const at = bars.findIndex((index) => rows[index]?.key === key)
  const target = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: bars.length - 1,
  }[event.key]
  if (target === undefined || at === -1) return
  event.preventDefault()
  const index = bars[Math.min(Math.max(target, 0), bars.length - 1)] ?? -1
  event.currentTarget.querySelector<SVGGElement>(`[data-row="${index}"]`)?.focus()
}

/** Below its bar; above it at the end of the drawing, where there is no room. */
function cardAt({y, bar}: TimelineRow, {height, width}: Timeline): CSSProperties {
  const left = Math.max(0, Math.min(bar?.x ?? 0, width - CARD))
  return height > 2 * CARD && y > height - CARD ? {left, bottom: height - y} : {left, top: y + ROW}
}

/** The item that the address names (`#2.3`) is chosen and brought into view. */
function useNamedItem(rows: readonly TimelineRow[], choose: (key: string) => void): void {
  const last = useRef('')
  useEffect(() => {
    const show = (): void => {
      const id = decodeURIComponent(window.location.hash.slice(1))
      // Newer numbers and another zoom leave the reader where they are.
      if (id === last.current) return
      last.current = id
      const row = rows.find(({item}) => item !== null && item.id === id)
      if (row === undefined) return
      choose(row.key)
      const named = document.querySelectorAll<HTMLElement>(`[data-key=${JSON.stringify(row.key)}]`)
      // In the drawing, or on a phone in the list, where the way to the item is marked by the focus.
      const seen = Array.from(named).find((one) => one.getClientRects().length > 0)
      seen?.querySelector('a')?.focus()
      seen?.scrollIntoView({block: 'center', inline: 'center'})
    }
    show()
    window.addEventListener('hashchange', show)
    return () => window.removeEventListener('hashchange', show)
  }, [rows, choose])
}

/** The drawing is moved by dragging, and a wheel with Ctrl (or two fingers on a touch pad) shows more or less of time. */
function usePan(scroller: RefObject<HTMLDivElement | null>, zoom: (step: number) => void): void {
  useEffect(() => {
    const box = scroller.current
    if (box === null) return
    let from: {readonly x: number; readonly left: number} | null = null
    const down = (event: PointerEvent): void => {
      if (event.pointerType === 'mouse' && event.button === 0 && (event.target as Element).closest('[data-key], a') === null)
        from = {x: event.clientX, left: box.scrollLeft}
    }
    const drag = (event: PointerEvent): void => {
      if (from !== null) box.scrollLeft = from.left + from.x - event.clientX
    }
    const up = (): void => void (from = null)
    let turned = 0
    const wheel = (event: WheelEvent): void => {
      if (!event.ctrlKey) return
      event.preventDefault()
      turned += event.deltaY
      if (Math.abs(turned) < NOTCH) return
      zoom(turned > 0 ? -1 : 1)
      turned = 0
    }
    box.addEventListener('pointerdown', down)
    box.addEventListener('wheel', wheel, {passive: false})
    window.addEventListener('pointermove', drag)
    window.addEventListener('pointerup', up)
    return () => {
      box.removeEventListener('pointerdown', down)
      box.removeEventListener('wheel', wheel)
      window.removeEventListener('pointermove', drag)
      window.removeEventListener('pointerup', up)
    }
  }, [scroller, zoom])
}

/** Zooming keeps what is in the middle in the middle; on arrival, and out of the whole, today is in view. */
function useKeptPlace(scroller: RefObject<HTMLDivElement | null>, {width, today}: Timeline): void {
  const before = useRef<{readonly width: number; readonly middle: number; readonly whole: boolean} | null>(null)
  useBrowserLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return
    if (before.current === null || before.current.whole) {
      if (today !== null && today > box.clientWidth - LABELS) box.scrollLeft = today - box.clientWidth / 3
    } else if (before.current.width !== width) {
      box.scrollLeft = before.current.middle * width - box.clientWidth / 2
    }
    const remember = (): void => {
      before.current = {width, middle: (box.scrollLeft + box.clientWidth / 2) / width, whole: box.scrollWidth <= box.clientWidth}
    }
    remember()
    box.addEventListener('scroll', remember, {passive: true})
    return () => box.removeEventListener('scroll', remember)
  }, [scroller, width, today])
}

/** Weeks, dates, phases, deadlines and today: stays at the top while the rows scroll. */
const Head = memo(function Head({drawing}: {drawing: Timeline}): ReactNode {
  const {weeks, dates, bands, lanes, deadlines, today, width} = drawing
  const weeksAt = 0
  const datesAt = weeks.length > 0 ? LINE : 0
  const lanesAt = datesAt + (dates.length > 0 ? LINE : 0)
  const marksAt = lanesAt + lanes * LINE
  const height = marksAt + (deadlines.length > 0 || today !== null ? LINE : 0) + (deadlines.length > 0 && today !== null ? LINE : 0)
  const todayAt = marksAt + (deadlines.length > 0 ? LINE : 0)
  return (
    <div className={styles.head}>
      <div className={styles.corner} style={{height}}>
        {weeks.length > 0 && <span style={{top: weeksAt}}>{translate({id: 'plan.timeline.weekHead', message: 'Week'})}</span>}
        {dates.length > 0 && <span style={{top: datesAt}}>{translate({id: 'plan.timeline.dateHead', message: 'Date'})}</span>}
        {lanes > 0 && <span style={{top: lanesAt}}>{translate({id: 'plan.item.phase', message: 'Phase'})}</span>}
        {deadlines.length > 0 && <span style={{top: marksAt}}>{translate({id: 'plan.table.deadline', message: 'Deadline'})}</span>}
      </div>
      <svg width={width} height={height} aria-hidden="true">
        <Ticks marks={weeks} y={weeksAt} className={styles.week} />
        <Ticks marks={dates} y={datesAt} className={styles.date} />
        {bands.map((band, index) => (
          <svg key={band.id} x={band.x} y={lanesAt + band.lane * LINE} width={band.width} height={LINE} overflow="hidden">
            <rect className={clsx(styles.band, index % 2 === 1 && styles.other)} width={band.width} height={LINE - 2} />
            <rect className={styles.bandDone} width={band.filled} y={LINE - 5} height={3} />
            {band.width >= 44 && (
              <text x={4} y={12}>
                {shortTitle(band.title)}
              </text>
            )}
          </svg>
        ))}
        {deadlines.map(({x, label}, index) => {
          // Before its line; behind it where there is no room, or another's label stands.
          const behind = x < 40 || x - (deadlines[index - 1]?.x ?? -40) < 40
          return (
            <g key={label}>
              <path className={styles.deadline} d={`M${x} ${marksAt}V${height}`} />
              <text x={behind ? x + 4 : x - 4} y={marksAt + 14} textAnchor={behind ? 'start' : 'end'} className={styles.deadlineLabel}>
                {label}
              </text>
            </g>
          )
        })}
        {today !== null && (
          <g>
            <path className={styles.today} d={`M${today} ${todayAt}V${height}`} />
            <text x={today + 4} y={todayAt + 14} className={styles.todayLabel}>
              {translate({id: 'plan.timeline.today', message: 'Today'})}
            </text>
          </g>
        )}
      </svg>
    </div>
  )
})

function Ticks({marks, y, className}: {marks: readonly TimelineMark[]; y: number; className: string | undefined}): ReactNode {
  return (
    <g className={className}>
      <path d={marks.map(({x}) => `M${x} ${y}v${LINE}`).join('')} />
      {marks.map(({x, label}) =>
        label === '' ? null : (
          <text key={x} x={x + 3} y={y + 14}>
            {label}
          </text>
        ),
      )}
    </g>
  )
}

/** The bars say their names to those who hear them; this column is for the eye. */
const Labels = memo(function Labels({rows}: {rows: readonly TimelineRow[]}): ReactNode {
  return (
    <div className={styles.labels} aria-hidden="true">
      {rows.map(({key, item, label, note}) => (
        <div key={key} className={item === null ? styles.group : styles.label} title={label}>
          <span>{label}</span>
          {item === null && <span className={styles.count}>{note}</span>}
        </div>
      ))}
    </div>
  )
})

/** What the bars stand on: days off, phases, grid, heads of groups. */
const Ground = memo(function Ground({drawing}: {drawing: Timeline}): ReactNode {
  const {rows, bands, off, weeks, dates, width} = drawing
  const height = Math.max(drawing.height, ROW)
  return (
    <g aria-hidden="true">
      {bands.map((band, index) => (
        <rect key={band.id} className={clsx(styles.band, index % 2 === 1 && styles.other)} x={band.x} width={band.width} height={height} />
      ))}
      <path className={styles.off} d={off.map(({x, width: size}) => `M${x} 0h${size}v${height}h${-size}z`).join('')} />
      <path className={styles.grid} d={(dates.length > 0 ? dates : weeks).map(({x}) => `M${x} 0v${height}`).join('')} />
      <path
        className={styles.groupRow}
        d={rows.flatMap(({item, y}) => (item === null ? [`M0 ${y}h${width}v${ROW}h${-width}z`] : [])).join('')}
      />
    </g>
  )
})

/** What stands above the bars. */
const Lines = memo(function Lines({drawing}: {drawing: Timeline}): ReactNode {
  const height = Math.max(drawing.height, ROW)
  return (
    <g aria-hidden="true" className={styles.lines}>
      <path className={styles.deadline} d={drawing.deadlines.map(({x}) => `M${x} 0v${height}`).join('')} />
      {drawing.today !== null && <path className={styles.today} d={`M${drawing.today} 0v${height}`} />}
    </g>
  )
})

/** Plain values as props, so that a bar is drawn again only when it changes. */
const flat = (bar: Bar | null): Omit<BarProps, 'id' | 'row' | 'y' | 'health' | 'label' | 'entry' | 'shown'> => {
  const {planned, overdue, projected, ...rest} = bar ?? NO_BAR
  return {
    placed: bar !== null,
    ...rest,
    overdue: overdue?.width ?? 0,
    plannedX: planned?.x ?? 0,
    plannedWidth: planned?.width ?? -1,
    projectedX: projected?.x ?? 0,
    projectedWidth: projected?.width ?? 0,
  }
}
const NO_BAR: Bar = {x: 0, width: 0, filled: 0, critical: false, due: null, overdue: null, planned: null, projected: null}

/** Beside the bar, or beside the flag of its due date. */
function noteAt(bar: Bar | null): number {
  if (bar === null) return 8
  const {x, width, overdue, due, projected} = bar
  return Math.max(x + width + (overdue?.width ?? 0), due ?? 0, (projected?.x ?? 0) + (projected?.width ?? 0)) + (width === 0 ? 12 : 8)
}

/** What is said beside a bar: above the lines of deadlines and of today, so that none goes through its letters. */
const NoteOf = memo(function NoteOf({x, y, health, note}: {x: number; y: number; health: Health; note: string}): ReactNode {
  return (
    <text className={styles.note} x={x} y={y} data-health={health}>
      {note}
    </text>
  )
})
