import type {Words} from '../lexicon/language.ts'
import type {FieldName} from './fields.ts'

/** What the reader and the reference page know of a field. */
export interface FieldWords {
  /** Its labels by language (BCP 47), the usual one first; for a field whose labels do not stand in the tables of the lexicon. */
  readonly labels?: Readonly<Record<string, Words>>
  /** For the reference page: what it says of the item, and which value it takes. */
  readonly says: string
  readonly value: string
  /** More for the reference page, in Markdown. */
  readonly more?: string
  /** A value as people write it, and what is read of it, as JSON: the field's test. */
  readonly example: string
  readonly means: unknown
}

/** A row for every field. */
export const FIELD_WORDS: Readonly<Record<FieldName, FieldWords>> = {
  issue: {
    says: 'Says why the item is there.',
    value: 'text',
    example: 'Credentials stand in the code',
    means: 'Credentials stand in the code',
  },
  actions: {says: 'Stands above the tasks and has no value. A plan can leave it out.', value: '', example: '', means: null},
  priority: {says: 'Says how urgent it is.', value: 'an id or a word of the legend', example: 'P1', means: 'P1'},
  duration: {
    says: 'Says how long the item takes.',
    value: '[a duration](#durations)',
    example: '3 days',
    means: {text: '3 days', days: 3},
  },
  owner: {
    says: 'Says who does it.',
    value: 'names, separated by commas; `@` is left out',
    example: '@name, Other Name',
    means: ['name', 'Other Name'],
  },
  due: {
    says: 'Says when it must be done.',
    value:
      '[a date](#dates), or a week, month, quarter or range with its year, which ends on its last day: `December 2026` is 2026-12-31, `2026-W49` is 2026-12-06, `end of Q1 2027` is 2027-03-31',
    more: 'The item is late after this day, whatever its duration and its phase say. Until then it is at most at risk: "planned to finish 2026-10-02, due 2026-12-04".',
    example: '4 December 2026',
    means: {date: '2026-12-04'},
  },
  dependsOn: {
    says: 'Says what it waits for.',
    value:
      'numbers (`1.1, 8.2`, `2.1-2.3`, `AUTH-7`) or titles of items, or of a section, which stands for all its items, separated by commas',
    example: '1.1, 8.2',
    means: [{id: '1.1'}, {id: '8.2'}],
  },
  evidence: {
    says: 'Says what shows it.',
    value:
      'paths from the folder of the nearest `package.json`, separated by commas, or links. After a path may stand what it must reach, and after a number sign a part of it: a folder of a coverage report, a test, a rule of a scan, a path in other JSON, a text in other files',
    more: `| written | holds when |
| --- | --- |
| \`reports/junit.xml\` | a test ran and none failed |
| \`reports/junit.xml#test_login\` | the same for tests of that name |
| \`reports/secrets.sarif\` | the scan found nothing |
| \`reports/coverage.json#src/auth at least 90 %\` | 90 % of the lines in that folder are covered |
| \`bench.json#results[0].p95 under 200 ms\` | the number there is below 200 |
| \`.github/dependabot.yml\` | the file is there |

A task says it by a link to a report (\`.xml\`, \`.json\`, \`.sarif\`, \`.info\`, \`.lcov\`), which is relative to the plan's file as links are: \`- [x] Cover the login ([at least 90 %](../../reports/coverage.xml#src/auth))\`. No tick is changed by it: [rules](rules.md#evidence) say where claim and evidence differ.`,
    example: 'reports/junit.xml',
    means: [{path: 'reports/junit.xml'}],
  },
  status: {
    says: 'Says in words how far it is.',
    value:
      'any text. When it begins with a word for open, in progress, done, blocked or dropped, that state is compared with the boxes: they count, and a status that says something else is [a warning](rules.md#fieldcontradicts-boxes)',
    example: 'In progress, waiting for a review',
    means: {text: 'In progress, waiting for a review', value: 'inProgress'},
  },
  risk: {
    says: 'Says how risky it is.',
    value: 'high, medium or low, with or without a text behind it; any other text is kept as it is',
    example: 'High: touches every login',
    means: {text: 'High: touches every login', value: 'high'},
  },
  blockedBy: {
    labels: {
      en: ['blocked by', 'is blocked by', 'blocker', 'blockers', 'waiting for', 'waiting on'],
      de: ['blockiert durch', 'blockiert von', 'wartet auf'],
      fr: ['bloqué par', 'bloquée par', 'en attente de'],
      es: ['bloqueado por', 'bloqueada por', 'a la espera de'],
      pt: ['bloqueado por', 'bloqueada por', 'à espera de'],
      it: ['bloccato da', 'bloccata da', 'in attesa di'],
      nl: ['geblokkeerd door', 'wacht op'],
      pl: ['zablokowane przez', 'czeka na'],
      ru: ['заблокировано', 'блокируется', 'ожидает'],
      zh: ['受阻于', '阻塞于', '等待'],
      ja: ['ブロック要因', '待ち要因'],
      ko: ['차단 요인', '대기 사유'],
    },
    says: 'Says what holds it up.',
    value: 'a reason, as text. Numbers or titles of items are read as [Depends on](#depends-on)',
    more: 'The [report](/progress/report) lists every open item that states a reason.',
    example: '@vendor: the "final" draft',
    means: {text: '@vendor: the "final" draft', value: null},
  },
}

/** The labels of a field in a language: those of the lexicon's table, else of its row here. */
export function labelsOf(
  name: FieldName,
  language: {readonly tag: string; readonly labels: Readonly<Partial<Record<string, Words>>>},
): readonly string[] {
  return language.labels[name] ?? FIELD_WORDS[name].labels?.[language.tag] ?? []
}
