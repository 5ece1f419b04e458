/** What failed and how to fix it, by the code of the system. Codes that are not here have a text of their own. */
const REASONS = {
  ENOSPC: ['the disk is full', 'free some space'],
  EDQUOT: ['the disk quota is used up', 'free some space'],
  EFBIG: ['it would be larger than the system allows', 'raise the limit: ulimit -f'],
  EACCES: ['no permission', 'run as its owner, or allow writing to it'],
  EPERM: ['the system does not permit it', 'run as its owner; if it is immutable, allow changes first'],
  EROFS: ['the file system is read-only', 'use a place that can be written to'],
} as const satisfies Readonly<Record<string, readonly [reason: string, fix: string]>>

export type SystemCode = keyof typeof REASONS

/** Why the system refused a step, with the fix: the caller's own where it has one. */
export function systemReason(error: unknown, fixes: Readonly<Partial<Record<SystemCode, string>>> = {}): string {
  const {code, message} = error as NodeJS.ErrnoException
  if (code === undefined || !Object.hasOwn(REASONS, code)) return message
  const known = code as SystemCode
  return `${REASONS[known][0]} (${fixes[known] ?? REASONS[known][1]})`
}

/** Whether the system refused a step: not a mistake of the program, and no error of its own. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error
