export function find(...names: string[]): string | null
export function browser(): string | null
export function freePort(): Promise<number>
