import type {Paragraph, Root} from 'mdast'
import {toString} from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import planMarkdown from './remark.ts'

function run(text: string): Root {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(text)
  planMarkdown()(tree, {toString: () => text})
  // What the page imports is held in remark/pages.slow.test.ts.
  tree.children = tree.children.filter(({type}: {type: string}) => type !== 'mdxjsEsm')
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
