/** What an item can state beside its tasks. To add one: a row here, a property in model/plan, its reader in item.ts. */
export const FIELDS = {
  issue: ['issue', 'problem', 'finding', 'befund', 'problème', 'problema', '问题', '課題'],
  actions: [
    'actions',
    'action',
    'tasks',
    'action items',
    'steps',
    'to do',
    'todo',
    'checklist',
    'maßnahmen',
    'aufgaben',
    'tâches',
    'tareas',
    'acciones',
    '任务',
    '行动',
  ],
  duration: [
    'timeline',
    'duration',
    'effort',
    'estimate',
    'estimated effort',
    'estimated time',
    'estimated duration',
    'time estimate',
    'time',
    'dauer',
    'aufwand',
    'zeitaufwand',
    'durée',
    'duración',
    'duração',
    'tempo',
    '时间',
    '工期',
    '期間',
    '소요시간',
  ],
  priority: ['priority', 'priorität', 'priorité', 'prioridad', 'prioridade', '优先级', '優先度', '우선순위'],
  owner: [
    'owner',
    'owners',
    'assignee',
    'assignees',
    'assigned to',
    'responsible',
    'dri',
    'verantwortlich',
    'responsable',
    'responsável',
    '负责人',
    '担当',
    '담당자',
  ],
  dependsOn: [
    'depends on',
    'depends',
    'dependencies',
    'dependency',
    'blocked by',
    'prerequisites',
    'hängt ab von',
    'abhängigkeiten',
    'dépend de',
    'depende de',
    '依赖',
    '依存',
  ],
  due: ['due', 'due date', 'deadline', 'target date', 'fällig', 'frist', 'échéance', 'fecha límite', '截止日期', '期限'],
  evidence: ['evidence', 'proof', 'verified by', 'nachweis', 'preuve', 'evidencia', '证据'],
} as const

export type FieldName = keyof typeof FIELDS

const BY_LABEL = new Map<string, FieldName>(
  (Object.keys(FIELDS) as FieldName[]).flatMap((name) => FIELDS[name].map((label) => [label, name] as const)),
)

const BOLD = /^(\*\*|__|\*|_)([^*_:：]{1,40}?)\s*(?:[:：]\s*\1|\1\s*[:：])\s*/
const PLAIN = /^(\p{L}[\p{L} ]{0,30}?)\s*[:：](?:\s+|$)/u
/** A picture before a label says nothing: "📅 **Due**: …". */
const PICTURES = /^(?:[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F\u200D]+\s*)+/u
/** What may stand between fields on a line: `**Priority**: P0 | Effort: 2 days`; with nothing before it, a label must be bold. */
const BETWEEN = /(?<!\s)(?:\s+[|·•]\s+|\s*<br\s*\/?>\s*|[,;]\s+|\s+(?=\*\*|__))/g
/** The same for an issue: in prose, commas stand for themselves. */
const BETWEEN_PROSE = /(?<!\s)(?:\s+[|·•]\s+|\s*<br\s*\/?>\s*)(?=\*\*|__)/g

export interface FieldText {
  readonly name: FieldName
  readonly value: string
  /** Offsets in the line, of the label and of the value. */
  readonly at: number
  readonly valueAt: number
}

/** The field whose label starts a text, in bold or plain; null when its label is none of ours. */
function fieldAt(written: string): Omit<FieldText, 'at'> | null {
  const before = PICTURES.exec(written)?.[0].length ?? 0
  const text = written.slice(before)
  const found = BOLD.exec(text) ?? PLAIN.exec(text)
  if (found === null) return null
  const label = (found.length > 2 ? (found[2] as string) : (found[1] as string)).replace(PICTURES, '').trim().toLowerCase()
  const name = BY_LABEL.get(label)
  const valueAt = before + found[0].length
  // A backslash at the end of a line is a line break.
  return name === undefined ? null : {name, value: written.slice(valueAt).replace(/\\$/, '').trim(), valueAt}
}

/** The fields of a line; empty when it does not start with one. */
export function readFields(line: string): readonly FieldText[] {
  // A field line starts with emphasis or a letter and has a colon: most lines are told by that.
  if (!/[:：]/.test(line)) return []
  const first = fieldAt(line)
  if (first === null) return []
  const fields: FieldText[] = []
  let field = {...first, at: 0}
  for (const cut of line.matchAll(first.name === 'issue' ? BETWEEN_PROSE : BETWEEN)) {
    const at = cut.index + cut[0].length
    const next = fieldAt(line.slice(at))
    if (next === null || at <= field.valueAt) continue
    fields.push({...field, value: line.slice(field.valueAt, cut.index).trim()})
    field = {...next, at, valueAt: at + next.valueAt}
  }
  return [...fields, field]
}

/** True for a line that is a field of an item, for whoever lays out the plan's page. */
export function isFieldLine(line: string): boolean {
  return readFields(line).length > 0
}
