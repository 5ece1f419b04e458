import type {Step} from './run-steps.mjs'

export function steps(reports: string, shown: string): readonly Step[]
export function countsOf(file: string): {readonly passed: number; readonly failed: number} | null
