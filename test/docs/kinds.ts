/** The kinds of page, each with the H2 sections it must have, in this order; other sections may stand between. */
export const SECTIONS = {
  tutorial: ['What you will have', 'Before you start', 'Steps', 'What next'],
  'how-to': ['Before you start', 'Steps', 'Verify', 'If something goes wrong', 'Related'],
  runbook: [
    'When to use this',
    'Impact',
    'What normal looks like',
    'Before you start',
    'Steps',
    'Verify',
    'Roll back',
    'Clean up',
    'If this does not work',
    'After',
    'Related',
  ],
  troubleshooting: ['Index', 'Messages', 'Still stuck', 'Related'],
  reference: ['Related'],
  explanation: ['Trade-offs', 'Failure modes', 'Related'],
  decision: ['Status', 'Context', 'Drivers', 'Options', 'Decision', 'Consequences', 'Validation', 'Related'],
  policy: ['Purpose', 'Scope', 'Rules', 'Exceptions', 'How compliance is checked', 'Related'],
} as const

export type PageKind = keyof typeof SECTIONS

/** The bold words that lead the paragraphs of each message on a troubleshooting page, in this order. */
export const MESSAGE_PARTS = ['Seen when', 'Check', 'Fix', 'Confirm', 'Prevent'] as const

export function isPageKind(value: unknown): value is PageKind {
  return typeof value === 'string' && Object.hasOwn(SECTIONS, value)
}
