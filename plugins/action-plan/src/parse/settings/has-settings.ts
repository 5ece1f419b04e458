/** How far into a file front matter is looked for. */
const LOOKED_AT = 65_536
/** Front matter with `plan:` and settings behind it or below it. A page of a guide names the plan of its items as `plan: mobile`, and is none. */
const SETTINGS = /^\uFEFF?---[ \t]*\r?\n(?:(?!---|\.\.\.).*\r?\n)*?plan:[ \t]*(?:[#{\r\n]|$)/

/** Whether a Markdown file says of itself that it is a plan. */
export const hasPlanSettings = (text: string): boolean => SETTINGS.test(text.slice(0, LOOKED_AT))
