import type {Paragraph, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import planMarkdown, {type MarkdownOptions} from './remark.ts'
import {addPlanFile} from './source/plan-files.ts'

function run(text: string): Root {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text)
  planMarkdown()(tree, {toString: () => text})
  // What the page imports is held in remark/pages.slow.test.ts; its end says where the numbers are from.
  tree.children = tree.children.filter(
    (node) => (node as {type: string}).type !== 'mdxjsEsm' && (node as {name?: string}).name !== '_PlanLive',
  )
  return tree
}

describe('the plan as a page', () => {
  test('field lines stand on lines of their own', () => {
    const tree = run('**Issue**: a `b`\n**Actions**:\n- [x] one\n- [ ] two *three*\n**Timeline**: 2 days\n**Owner**: @ana\n')
    expect(tree.children.map((child) => [child.type, toString(child)])).toEqual([
      ['paragraph', 'Issue: a b'],
      ['paragraph', 'Actions:'],
      ['list', 'onetwo three'],
      ['paragraph', 'Timeline: 2 days'],
      ['paragraph', 'Owner: @ana'],
    ])
  })
  test('other lines stay where they are', () => {
    const tree = run('- [ ] one\n**Note**: mine\nlazy text\n')
    expect(tree.children).toHaveLength(1)
    expect(toString(tree)).toBe('one\nNote: mine\nlazy text')
  })
  test('a task is found by its line', () => {
    const tree = run('# A\n\n- [ ] one\n- plain\n')
    const list = tree.children[1] as {children: {data?: {hProperties?: {id?: string}}}[]}
    expect(list.children.map(({data}) => data?.hProperties?.id)).toEqual(['line-3', undefined])
  })
  test('a row that is a task is found by its line', () => {
    const table = '| Task | Status |\n| --- | --- |\n| a | Done |\n| b | Open |\n'
    const anchors = (text: string): readonly unknown[] =>
      run(text).children.flatMap((node) => {
        const {name, attributes} = node as {name?: string; attributes?: readonly {value?: unknown}[]}
        return name === '_PlanTask' ? [attributes?.[0]?.value] : []
      })
    expect(anchors(`---\nplan:\n  tables: true\n---\n\n${table}`)).toEqual(['line-8', 'line-9'])
    expect(anchors(table)).toEqual([])
  })
  test(':plan[2.1] becomes the component', () => {
    const directive = {type: 'textDirective', name: 'plan', children: [{type: 'text', value: '2.1'}]}
    const other = {type: 'textDirective', name: 'abbr', children: []}
    const paragraph = {type: 'paragraph', children: [directive, other]} as unknown as Paragraph
    planMarkdown()({type: 'root', children: [paragraph]} as Root, {toString: () => ''})
    expect(paragraph.children).toEqual([
      {type: 'mdxJsxTextElement', name: '_PlanStatus', attributes: [{type: 'mdxJsxAttribute', name: 'item', value: '2.1'}], children: []},
      other,
    ])
  })
})

describe('pages of a site that says which files are plans', () => {
  beforeAll(() => addPlanFile('/site/plan.md'))
  // Tests share the process.
  afterAll(() => void Reflect.deleteProperty(globalThis, Symbol.for('docusaurus-plugin-action-plan: files')))

  const TEXT = '# A\n\n## 1. B\n\n**Owner**: a\n**Due**: 2026-12-01\n\n- [ ] one\n- [~] two\n'
  const shown = (path: string, options: MarkdownOptions = {}, frontMatter: Readonly<Record<string, unknown>> = {}): readonly string[] => {
    const tree = unified().use(remarkParse).use(remarkGfm).parse(TEXT)
    for (const node of tree.children) if (node.type === 'heading') node.data = {hProperties: {id: 'b'}} as never
    const plain = JSON.stringify(tree)
    planMarkdown(options)(tree, {path, toString: () => TEXT, data: {frontMatter}})
    if (JSON.stringify(tree) === plain) return ['as it was']
    return (tree.children as {name?: string; value?: string}[]).flatMap(
      (node) => node.name ?? (node.value ?? '').match(/@theme\/\w+/) ?? [],
    )
  }

  test('a page that is no plan stays as it is, whatever boxes and bold words it has', () => {
    expect(shown('/site/other.md')).toEqual(['as it was'])
  })
  test('the page of a plan has anchors, badges beside headings, and an end that says where the numbers are from', () => {
    expect(shown('/site/plan.md')).toEqual(['@theme/PlanLive', '@theme/PlanTask', '@theme/PlanHeading', '_PlanHeading', '_PlanLive'])
  })
  test('with tasks: all, boxes have names on every page, and no page is taken for a plan', () => {
    expect(shown('/site/other.md', {tasks: 'all'})).toEqual(['@theme/PlanTask'])
  })
  test('a page that names items has a banner below its title; a text that others include says nothing of its own', () => {
    expect(shown('/site/other.md', {}, {plan_items: ['1.1']})).toEqual(['@theme/PlanLive', '@theme/PlanBanner', '_PlanBanner', '_PlanLive'])
    expect(shown('/site/_part.md', {}, {plan_items: ['1.1']})).toEqual(['@theme/PlanBanner', '_PlanBanner'])
  })
  test.each(['/site/docs/runbooks/disk.md', 'C:\\site\\docs\\runbooks\\disk.md'])(
    '%s has its banner at the end when it is asked for',
    (path) => {
      const order = (options: MarkdownOptions): readonly string[] => {
        const tree = unified().use(remarkParse).parse('# Disk full\n\nDo this now.\n')
        planMarkdown(options)(tree, {path, toString: () => '', data: {frontMatter: {plan_items: ['1.1']}}})
        return (tree.children as {type: string; name?: string}[]).flatMap(({type, name}) => (type === 'mdxjsEsm' ? [] : [name ?? type]))
      }
      expect(order({})).toEqual(['heading', '_PlanBanner', 'paragraph', '_PlanLive'])
      expect(order({itemsAtEnd: ['/docs/runbooks/']})).toEqual(['heading', 'paragraph', '_PlanBanner', '_PlanLive'])
    },
  )
})
