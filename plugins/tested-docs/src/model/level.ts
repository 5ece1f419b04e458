/** How far a page is verified; the index is the number that a page claims. */
export const LEVELS = [
  'not executed',
  'syntax checked',
  'executed, output matched',
  'executed with its failure path and its roll back',
] as const

export type Level = 0 | 1 | 2 | 3

export const isLevel = (value: unknown): value is Level =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < LEVELS.length
