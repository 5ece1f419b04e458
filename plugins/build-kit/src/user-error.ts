/** What a user can fix: the command shows the message as it is, without a stack. */
export class UserError extends Error {}
