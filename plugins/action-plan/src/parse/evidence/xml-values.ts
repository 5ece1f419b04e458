import {firstPart} from '../../model/text.ts'
import {plainLine} from './plain.ts'
import {Unreadable, WRITE_AGAIN} from './unreadable.ts'
import type {Element} from './xml.ts'

export const childrenOf = (element: Element, name: string): readonly Element[] => element.children.filter((child) => child.name === name)

/** An attribute that counts something; null when it is absent. XML writes every number as text, so that is not refused. */
export function countOf(element: Element, name: string): number | null {
  const value = element.attributes[name]
  if (value === undefined || value === '') return null
  return /^\d{1,15}$/.test(value) ? Number(value) : refuse(element, name, 'a whole number of 0 or more')
}

/** An attribute that must count something. */
export function requiredCount(element: Element, name: string): number {
  return countOf(element, name) ?? refuse(element, name, 'a whole number of 0 or more')
}

/** More seconds than this, some 30,000 years, are a mistake; sums of them stay numbers. */
const MOST_SECONDS = 1e12

/** A time in seconds, as "0.5", "1e-3" or, from some versions of Surefire, "1,234.5"; null when it is absent. */
export function secondsOf(element: Element): number | null {
  const value = element.attributes.time?.trim()
  if (value === undefined || value === '') return null
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(value)) return Number(value.replaceAll(',', ''))
  return /^(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(value) && Number(value) <= MOST_SECONDS
    ? Number(value)
    : refuse(element, 'time', 'seconds of 0 or more')
}

function refuse(element: Element, name: string, expected: string): never {
  const value = element.attributes[name]
  const found = value === undefined ? 'nothing' : `"${firstPart(plainLine(value), 40)}"`
  throw new Unreadable(element, `${name} of <${element.name}>: unexpected ${found}, expected ${expected}`, WRITE_AGAIN)
}
