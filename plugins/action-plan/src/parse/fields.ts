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
/** Several fields on a line: `**Priority**: P0 | **Effort**: 2 days`. */
const SEPARATOR = /\s+[|·•]\s+(?=(?:\*\*|__)[^*_]+(?:\*\*|__))/g

export interface FieldText {
  readonly name: FieldName
  readonly value: string
  /** Offsets in the line, of the label and of the value. */
  readonly at: number
  readonly valueAt: number
}

/** The field whose label starts a text, in bold or plain; null when its label is none of ours. */
function fieldAt(text: string): Omit<FieldText, 'at'> | null {
  const found = BOLD.exec(text) ?? PLAIN.exec(text)
  if (found === null) return null
  const label = (found.length > 2 ? (found[2] as string) : (found[1] as string)).trim().toLowerCase()
  const name = BY_LABEL.get(label)
  return name === undefined ? null : {name, value: text.slice(found[0].length).trim(), valueAt: found[0].length}
}

/** The fields of a line; empty when it does not start with one. */
export function readFields(line: string): readonly FieldText[] {
  // A field line starts with emphasis or a letter and has a colon: most lines are told by that.
  if (!/[:：]/.test(line)) return []
  const first = fieldAt(line)
  if (first === null) return []
  const cuts = [0, ...[...line.matchAll(SEPARATOR)].map((cut) => cut.index + cut[0].length)]
  const fields: FieldText[] = []
  cuts.forEach((from, index) => {
    const until = cuts[index + 1] ?? line.length
    const text = line.slice(from, until).replace(/\s+[|·•]\s+$/, '')
    const field = fieldAt(text)
    if (field !== null) fields.push({...field, at: from, valueAt: from + field.valueAt})
  })
  return fields
}

/** True for a line that is a field of an item, for whoever lays out the plan's page. */
export function isFieldLine(line: string): boolean {
  return readFields(line).length > 0
}
