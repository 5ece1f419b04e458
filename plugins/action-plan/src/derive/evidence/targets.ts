import type {Bound, Target} from '../../model/target.ts'
import {inUnit} from '../../model/unit.ts'

const HOLDS: Readonly<Record<Bound, (value: number, target: number) => boolean>> = {
  'at-least': (value, target) => value >= target,
  above: (value, target) => value > target,
  'at-most': (value, target) => value <= target,
  below: (value, target) => value < target,
}
/** What kind of number is held against a target: a share of a whole, a count of what should not be, or any other number. */
export type NumberKind = 'share' | 'count' | 'other'

/** A target as this kind of number has it: "all" of a share is 100 %, of what should not be, none. Null when it says nothing about such a number. */
export function targetFor(target: Target, kind: NumberKind): Extract<Target, {kind: 'bound'}> | null {
  if (target.kind === 'bound') return target
  if (kind === 'other') return null
  return kind === 'share'
    ? {kind: 'bound', bound: 'at-least', value: 100, unit: '%'}
    : {kind: 'bound', bound: 'at-most', value: 0, unit: null}
}

/** Whether a number reaches a target; null when their units cannot be held against each other. */
export function holds(value: number, unit: string | null, target: Extract<Target, {kind: 'bound'}>): boolean | null {
  const same = inUnit(value, unit, target.unit)
  return same === null ? null : HOLDS[target.bound](same, target.value)
}
