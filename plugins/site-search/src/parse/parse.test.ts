import {expect, test} from 'vitest'
import {sectionsOfHtml} from './html.ts'
import {mainOf} from './main.ts'
import {sectionsOfMarkdown} from './markdown.ts'

const read = (html: string) => sectionsOfHtml(mainOf(html))

const HTML = `<body><nav>Menu</nav><main><div><article><nav aria-label=Breadcrumbs>Home</nav><aside>4/4 done</aside>
<header><h1>Title</h1></header><p>Intro <code>a</code>b<ul><li>one<li>two</ul>
<div class=row><h2 class=anchor id=first-part>First <em>part</em><a href=#first-part class=hash-link>\u200b</a></h2><a data-plan-item=2.1>0/4</a></div>
<table><tr><td>x<td>y</table><pre><code><div class=token-line>l1<br></div><div class=token-line>l2<br></div></code></pre><button>Copy</button>
<h3 id=deep>Deep</h3><script>no</script><svg><text>drawn</text></svg><footer>Edit</footer></article><div><ul><li><a href=#deep>Deep</a></ul></div><footer>Next</footer></div></main></body>`

test('a built page is taken apart at its headings; what is around and what changes is left out', () => {
  expect(read(HTML)).toEqual([
    {anchor: '', title: 'Title', depth: 1, text: 'Intro ab one two'},
    {anchor: 'first-part', title: 'First part', depth: 2, text: 'x y l1 l2'},
    {anchor: 'deep', title: 'Deep', depth: 3, text: ''},
  ])
})

test('a page without an article is read from its main part', () => {
  expect(read('<header>Top</header><main class="a b"><h1>Progress</h1><h2 id=by>By</h2></main>').map(({title}) => title)).toEqual([
    'Progress',
    'By',
  ])
  expect(read('<p>No main part</p>')).toEqual([{anchor: '', title: '', depth: 1, text: ''}])
})

test('an element may say how it is called as a part: a heading, and the row of a table', () => {
  expect(
    read('<main><h2 id=s data-search-title="Section 2 Rest">2 Rest</h2><table><tr id=b data-search-title="Badge"><td>x</table></main>'),
  ).toEqual([
    {anchor: '', title: '', depth: 1, text: ''},
    {anchor: 's', title: 'Section 2 Rest', depth: 2, text: ''},
    {anchor: 'b', title: 'Badge', depth: 6, text: 'x'},
  ])
})

test('Markdown gives the same parts and the anchors of the site', () => {
  expect(
    sectionsOfMarkdown(
      '---\ntitle: T\n---\n\nIntro `a`\n\n- one\n- two\n\n## First part\n\n| x | y |\n| - | - |\n| 1 | 2 |\n\n### Deep {#own}\n\n## First part\n',
    ),
  ).toEqual([
    {anchor: '', title: '', depth: 1, text: 'Intro a one two'},
    {anchor: 'first-part', title: 'First part', depth: 2, text: 'x y 1 2'},
    {anchor: 'own', title: 'Deep', depth: 3, text: ''},
    {anchor: 'first-part-1', title: 'First part', depth: 2, text: ''},
  ])
})

test('the last name in braces is the anchor; blanks before it are not part of the title', () => {
  const titles = (heading: string) =>
    sectionsOfMarkdown(`## ${heading}\n`)
      .map(({anchor, title}) => [anchor, title])
      .at(-1)
  expect(titles('Roll back   {#back}')).toEqual(['back', 'Roll back'])
  expect(titles('Roll {#a} {#b-1}')).toEqual(['b-1', 'Roll {#a}'])
  expect(titles('Roll {#a} back')).toEqual(['roll-a-back', 'Roll {#a} back'])
})
