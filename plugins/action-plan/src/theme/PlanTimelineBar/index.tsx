import {memo, type ReactNode} from 'react'
import clsx from 'clsx'
import type {Props} from '@theme/PlanTimelineBar'
import '../../css/plan.css'
import {ROW} from '../../view/timeline/timeline.ts'
import styles from './styles.module.css'

function PlanTimelineBar({
  id,
  row,
  y,
  placed,
  x,
  width,
  filled,
  critical,
  due,
  overdue,
  plannedX,
  plannedWidth,
  projectedX,
  projectedWidth,
  health,
  label,
  entry,
  shown,
}: Props): ReactNode {
  return (
    <g
      transform={`translate(0 ${y})`}
      className={clsx(styles.bar, critical && styles.critical, shown && styles.shown)}
      data-key={id}
      data-row={row}
      data-health={health}
      tabIndex={entry ? 0 : -1}
      role="img"
      aria-label={label}
    >
      <rect className={styles.hit} x={Math.max(0, x - 4)} width={width + 80} height={ROW} />
      {placed && width > 0 && <rect className={styles.rest} x={x + 0.5} y={6.5} width={Math.max(width - 1, 1)} height={15} rx={2} />}
      {filled > 0 && <rect className={styles.done} x={x + 1} y={7} width={Math.max(filled - 2, 1)} height={14} rx={1.5} />}
      {placed && width === 0 && <path className={styles.rest} d={`M${Math.max(x, 8)} 7l7 7l-7 7l-7 -7z`} />}
      {plannedWidth >= 0 && <rect className={styles.planned} x={plannedX} y={23} width={Math.max(plannedWidth, 3)} height={3} />}
      {overdue > 0 && <rect className={styles.overdue} x={x + width} y={7} width={overdue} height={14} fill="url(#plan-overdue)" />}
      {projectedWidth > 0 && (
        <rect className={styles.projected} x={projectedX + 0.5} y={9.5} width={Math.max(projectedWidth - 1, 2)} height={9} rx={2} />
      )}
      {due !== null && <path className={styles.due} d={`M${due} 4v20M${due} 4l-7 4l7 4z`} />}
    </g>
  )
}

/** A choice elsewhere leaves it alone. */
export default memo(PlanTimelineBar)
