import type {Phase, Section} from '../../model/plan.ts'
import {slug, UniqueIds} from './anchor.ts'
import type {PhaseDraft, SectionDraft} from './draft.ts'
import type {Sources} from './make-item.ts'
import {listLines, phasePriorities} from './section-prose.ts'

/** Gives phases their ids, priorities and lines. `sections` are made from `sectionDrafts`, in their order. */
export function makePhases(
  drafts: readonly PhaseDraft[],
  sectionDrafts: readonly SectionDraft[],
  sections: readonly Section[],
  {blocks, scale, context}: Sources,
): readonly Phase[] {
  const ids = new UniqueIds()
  const sectionIds = new Map(sectionDrafts.map((draft, index) => [draft, sections[index]?.id]))
  return drafts.map((draft): Phase => {
    const {title, period, place} = draft
    return {
      id: ids.next(slug((title.split(/[([:]/, 1)[0] as string).trim() || title, 'phase')),
      title,
      period,
      priorities: phasePriorities(title, scale.ids, scale.words),
      lines:
        draft.section === null
          ? listLines(blocks, draft.blocks).map(({raw, depth, line, column}) => ({text: context.plain(raw), depth, line, column}))
          : [],
      section: draft.section === null ? null : (sectionIds.get(draft.section) ?? null),
      line: place.line,
      column: place.column,
    }
  })
}
