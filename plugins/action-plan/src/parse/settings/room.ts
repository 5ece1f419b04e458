import type {Place} from '../../model/place.ts'
import type {SettingPlace} from '../../rules/status-lists.ts'
import type {Markdown} from '../markdown/blocks.ts'
import {isMap, isScalar, LONGEST_FRONT_MATTER, readYaml, type YamlNode} from './yaml.ts'

/** Where a setting of the plan can be added, and the text that adds it; null where the front matter cannot be read, or is another tool's. */
export function roomForSetting({frontMatter, lines}: Pick<Markdown, 'frontMatter' | 'lines'>, setting: string): SettingPlace | null {
  if (frontMatter === null) {
    const isOther = /^(?:\+{3}|;{3}|---)/.test(lines[0] ?? '')
    return isOther ? null : {line: 1, column: 1, text: `---\nplan:\n  ${setting}\n---\n\n`}
  }
  if (!frontMatter.closed || frontMatter.text.length > LONGEST_FRONT_MATTER) return null
  const {document, broken, place: placeAt} = readYaml(frontMatter)
  const {contents} = document
  if (broken !== null) return null
  const end = {line: frontMatter.length, column: 1, text: `plan:\n  ${setting}\n`}
  if (contents === null || (isScalar(contents) && contents.source === '')) return end
  if (!isMap(contents) || contents.flow === true) return null
  const pair = contents.items.find(({key}) => isScalar(key) && key.value === 'plan')
  if (pair === undefined) return end
  const at = (node: YamlNode): Place => placeAt(node.range?.[0] ?? 0)
  const key = at(pair.key as YamlNode)
  const value = pair.value as YamlNode | null
  if (value === null || (isScalar(value) && value.source === '')) return {line: key.line + 1, column: 1, text: `  ${setting}\n`}
  const first = isMap(value) ? (value.items[0]?.key as YamlNode | undefined) : undefined
  if (!isMap(value) || first === undefined) return null
  const place = at(first)
  if (value.flow === true) return {...place, text: `${setting}, `}
  const indent = (lines[place.line - 1] ?? '').slice(0, place.column - 1)
  return /^ +$/.test(indent) ? {line: place.line, column: 1, text: `${indent}${setting}\n`} : null
}
