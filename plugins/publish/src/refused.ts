/** Why nothing was published: shown as it is, without a stack. */
export class Refused extends Error {}

/** What the system says of a failed step, with the mend where there is one. */
export function reasonOf(error: unknown): string {
  const {code, message} = error as NodeJS.ErrnoException
  return (code === undefined ? undefined : REASONS[code]) ?? message
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full (make room, or keep fewer releases with --keep)',
  EDQUOT: 'the disk quota is used up (make room, or keep fewer releases with --keep)',
  EACCES: 'no permission (publish as the owner of the folder)',
  EROFS: 'the file system is read-only',
}
