// What a site build writes for the pages of plans.
declare module '@generated/docusaurus-plugin-action-plan/plans.json' {
  /** What pages know of each plan, by the id of its instance. */
  const plans: Readonly<Record<string, unknown>>
  export default plans
}
declare module '@generated/docusaurus-plugin-action-plan/client/table.js' {
  /** The pages of plans, in the order of the table of routes. */
  const table: readonly unknown[]
  export default table
}
