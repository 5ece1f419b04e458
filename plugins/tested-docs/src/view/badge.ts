import {makeBadge} from 'badge-maker'
import type {Standing} from './sentence.ts'

const LOOKS = {
  passed: {says: (standing: Standing) => `${standing.executed} run`, color: '#2e7d32'},
  failed: {says: () => 'failed', color: '#c62828'},
  'not-executed': {says: () => 'not executed', color: '#5f6b7a'},
  changed: {says: () => 'changed since its last run', color: '#9a6700'},
  never: {says: () => 'never run', color: '#5f6b7a'},
} as const

export const toBadge = (standing: Standing): string =>
  makeBadge({label: 'runbook', message: LOOKS[standing.state].says(standing), color: LOOKS[standing.state].color, style: 'flat'})
