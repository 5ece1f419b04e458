import type {Step} from './run-steps.mjs'

export function steps(reports: string, shown: string): readonly Step[]
export function countsOf(file: string): {readonly passed: number; readonly failed: number} | null
export const IN_TURN: Readonly<Record<string, readonly string[]>>
