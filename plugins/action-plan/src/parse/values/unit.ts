import {fold, lookup, once} from '../../lexicon/lexicon.ts'
import {unitNamed, type Unit} from '../../model/unit.ts'

const named = once(() =>
  lookup<Unit>(({units}) => [
    ['%', units.percent],
    ['ms', units.millisecond],
    ['s', units.second],
    ['min', units.minute],
    ['h', units.hour],
    ['days', units.day],
    ['weeks', units.week],
    ['months', units.month],
    ['years', units.year],
  ]),
)

/** A unit in any language as it is known by; what nobody knows stays as it is written. */
export const unitOf = (text: string): string => {
  const known = unitNamed(text)
  return known === text ? (named().get(fold(text)) ?? text) : known
}
