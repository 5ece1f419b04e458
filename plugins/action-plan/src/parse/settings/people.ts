import {fold, once, words} from '../../lexicon/lexicon.ts'
import type {FrontMatter} from '../markdown/front-matter.ts'
import {isMap, isScalar, isSeq, LONGEST_FRONT_MATTER, readYaml, type YamlNode} from './yaml.ts'

const keys = once(() => new Set(words(({labels, team}) => [...labels.owner, ...team])))

/** The names that the front matter of a plan gives under a word for owners or a team: a name, a list of names, or people with a name each. */
export function peopleInFrontMatter(frontMatter: FrontMatter | null): readonly string[] {
  if (frontMatter?.closed !== true || frontMatter.text.length > LONGEST_FRONT_MATTER) return []
  const {document, broken} = readYaml(frontMatter)
  const {contents} = document
  if (broken !== null || !isMap(contents)) return []
  return contents.items.flatMap(({key, value}) =>
    isScalar(key) && keys().has(fold(String(key.value).replaceAll(/[_-]/g, ' '))) ? namesIn(value as YamlNode | null) : [],
  )
}

function namesIn(node: YamlNode | null): readonly string[] {
  if (isScalar(node)) return typeof node.value === 'string' ? [node.value] : []
  if (isSeq(node)) return node.items.flatMap((one) => namesIn(one as YamlNode))
  const name: unknown = isMap(node) ? node.get('name') : null
  return typeof name === 'string' ? [name] : []
}
