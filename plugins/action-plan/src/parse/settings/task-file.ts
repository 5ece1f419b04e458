import type {Place} from '../../model/place.ts'
import {fieldNamed} from '../fields.ts'
import type {FieldName} from '../../fields/fields.ts'
import type {FieldAt} from '../structure/field-lines.ts'
import type {FrontMatter} from '../markdown/front-matter.ts'
import {isMap, isScalar, isSeq, LONGEST_FRONT_MATTER, readYaml, type YamlNode} from './yaml.ts'

/** Keys that only the file of one task has, beside its id and its status. */
const OF_TASK = ['assignee', 'assignees', 'dependencies', 'priority', 'created_date']
const FIELDS: ReadonlySet<FieldName | null> = new Set(['status', 'owner', 'priority', 'due', 'dependsOn'])

/** What the front matter of a file says that is one task, as Backlog.md and Taskmaster write it: its status, assignees, priority, due date and dependencies, as fields with their places. Empty for any other file. */
export function taskFileFields(frontMatter: FrontMatter | null): readonly FieldAt[] {
  const text = frontMatter?.closed === true && frontMatter.text.length <= LONGEST_FRONT_MATTER ? frontMatter.text : ''
  if (frontMatter === null || !/^id\s*:/m.test(text) || !/^status\s*:/m.test(text)) return []
  const {document, broken, place} = readYaml(frontMatter)
  const {contents} = document
  if (broken !== null || !isMap(contents) || !OF_TASK.some((key) => contents.has(key))) return []
  const placeOf = (node: YamlNode): Place => place(node.range?.[0] ?? 0)
  return contents.items.flatMap(({key, value}) => {
    if (!isScalar(key)) return []
    const label = String(key.value)
      .replaceAll('_', ' ')
      .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    const stated = textOf(value as YamlNode | null)
    const name = fieldNamed(label, stated)
    if (stated === '' || name === null || !FIELDS.has(name)) return []
    return [{name, label, value: stated, ...placeOf(key as YamlNode), valuePlace: placeOf(value as YamlNode), glued: false}]
  })
}

/** A value as it is written; those of a list behind commas. */
function textOf(node: YamlNode | null): string {
  if (isScalar(node)) return node.value === null ? '' : String(node.value).trim()
  return isSeq(node)
    ? node.items
        .map((one) => textOf(one as YamlNode))
        .filter((text) => text !== '')
        .join(', ')
    : ''
}
