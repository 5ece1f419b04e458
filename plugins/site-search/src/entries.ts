import type {Entry, Kind} from './model/entry.ts'
import type {Page, Plan, Section} from './model/page.ts'

/** Every place of the site, page by page; an item of a plan once, as it stands on the progress page. */
export function entries(pages: readonly Page[], plans: readonly Plan[]): readonly Entry[] {
  const known = new Set<string>()
  const found = pages.flatMap((page) => {
    const plan = plans.find(({planPage}) => planPage === page.url)
    const sections = page.isApi ? namesOf(page.sections) : page.sections
    return sections.flatMap((section, index): readonly Entry[] => {
      const item = plan?.items.find(({anchor}) => anchor !== null && anchor === section.anchor)
      if (plan !== undefined && item !== undefined) {
        known.add(itemUrl(plan, item.id))
        return [{kind: 'item', url: itemUrl(plan, item.id), title: section.title, page: page.title, text: section.text, asked: []}]
      }
      const isTop = index === 0
      // A heading above other headings, with nothing of its own.
      if (!isTop && section.text === '' && (sections[index + 1]?.depth ?? 0) > section.depth) return []
      return [
        {
          kind: (isTop ? null : page.parts) ?? kindOf(page, section, sections.slice(0, index), plan !== undefined),
          url: isTop ? page.url : `${page.url}#${section.anchor}`,
          title: isTop ? page.title : section.title,
          page: page.title,
          text: isTop ? joined(page.description, section.text) : section.text,
          asked: isTop ? page.asked : [],
        },
      ]
    })
  })
  const rest = plans.flatMap((plan) =>
    plan.items
      .map(({id, number, title}): Entry => ({
        kind: 'item',
        url: itemUrl(plan, id),
        title: number === null ? title : `${number} ${title}`,
        page: title,
        text: '',
        asked: [],
      }))
      .filter(({url}) => !known.has(url)),
  )
  return [...found, ...rest]
}

/** The parts of an API page are the names it describes: "Properties" and "Returns" belong to them. */
function namesOf(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section, index) => {
    if (section.depth > 2) return []
    const end = sections.findIndex((one, at) => at > index && one.depth <= 2)
    const own = sections.slice(index + 1, end < 0 ? undefined : end)
    return [{...section, text: [section.text, ...own.map(({text}) => text)].join(' ').trim()}]
  })
}

function kindOf(page: Page, section: Section, before: readonly Section[], isPlan: boolean): Kind {
  if (isPlan || page.genre === null) return 'progress'
  if (page.isApi) return 'api'
  if (page.genre === 'runbook') return 'runbook'
  // A troubleshooting page has a heading for each message, verbatim, under "Messages".
  if (page.genre === 'troubleshooting' && section.depth === 3 && before.findLast(({depth}) => depth === 2)?.title === 'Messages')
    return 'message'
  return 'guide'
}

/** An item's address is public: "2.1" is /progress#item-2-1. */
function itemUrl({progressPage}: Plan, id: string): string {
  return `${progressPage}#item-${id.toLowerCase().replace(/[^\p{L}\p{N}~]+/gu, '-')}`
}

/** The description leads, unless the page begins with it. */
const joined = (description: string, text: string): string => (text.startsWith(description) ? text : `${description} ${text}`.trim())
