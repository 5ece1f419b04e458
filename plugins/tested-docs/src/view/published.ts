import type {Standing} from './sentence.ts'

/** The plugin's global data. */
export interface Published {
  readonly route: string
  readonly folder: string
  readonly standings: Readonly<Record<string, Standing>>
}

export const STATES = {
  passed: 'passed',
  failed: 'failed',
  'not-executed': 'not executed',
  changed: 'changed since its last run',
  never: 'never run',
} as const satisfies Record<Standing['state'], string>
