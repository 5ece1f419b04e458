import {describe, expect, test} from 'vitest'
import {MAX_LINES, parseDiagram} from './diagram.ts'
import {SAMPLES} from './samples.ts'

const WORDS = 'accTitle: As-is: x\naccDescr: y\n'
const problemsOf = (source: string): string[] =>
  parseDiagram(source).problems.map(({line, column, reason, fix}) => `${line}:${column} ${reason} (${fix})`)

describe('parseDiagram', () => {
  test('takes title and description out of the text', () => {
    const {diagram} = parseDiagram(SAMPLES.sequence)
    expect(diagram).toMatchObject({
      kind: 'sequence diagram',
      title: 'Target: key overlap',
      description: 'The signer publishes a key, the verifier takes it.',
    })
    expect(diagram?.body.startsWith('sequenceDiagram\nparticipant A as Signer')).toBe(true)
    expect(diagram?.body).not.toContain('acc')
  })

  test.each([
    ['', '1:1 no accTitle (begin the fence with "accTitle: …")'],
    ['accTitle: x\nflowchart LR\n  A --> B', '1:1 no accDescr (begin the fence with "accDescr: …")'],
    [`${WORDS}`, '1:1 the diagram is empty'],
    [`${WORDS}gantt\n  title x`, '3:1 unsupported kind of diagram: "gantt" (use one of: flowchart LR,'],
    [`${WORDS}flowchart\n  A --> B`, '3:1 unexpected first line "flowchart" (write "flowchart LR" alone on the line)'],
    [`${WORDS}flowchart LR\n  click A "https://example.com"`, '4:3 a "click" line needs a script'],
    [
      `%%{init: {"securityLevel": "loose"}}%%\n${WORDS}flowchart LR\n  A --> B`,
      '1:1 a "%%{ … }%%" directive can change how diagrams are drawn',
    ],
    [`${WORDS}flowchart LR\n  A --> B\n  classDef hot fill:#f00`, '5:3 fixed colours would not follow the colour mode'],
    [`${WORDS}flowchart LR\n  A["<img src=x onerror=alert(1)>"] --> B`, '4:3 HTML in a diagram'],
    [`${WORDS}flowchart LR\n  A-->B`, '4:3 "A-->B" is not a line of a flowchart that can be drawn'],
    [`${WORDS}flowchart LR\n  A --> `, '4:3 "A -->" is not a line of a flowchart that can be drawn'],
    [`${WORDS}flowchart LR\n  A ----> B`, '4:3 longer arrows are not drawn'],
    [`${WORDS}flowchart LR\n  A --x B`, '4:3 this link is not drawn in a flowchart'],
    [`${WORDS}flowchart LR\n  A["x [y]"] --> B`, '4:3 "A["x [y]"] --> B" is not a line'],
    [`${WORDS}flowchart LR\n  A --> B\n  B["late label"]`, '5:3 the label of "B" comes after its first use and would be lost'],
    [`${WORDS}flowchart LR\n  subgraph s["S"]\n  A --> B`, '4:3 "subgraph s["S"]" is never closed'],
    [`${WORDS}flowchart LR\n  A --> B\n  end`, '5:3 "end" outside a block'],
    [`${WORDS}sequenceDiagram\n  autonumber\n  A->>B: x`, '4:3 "autonumber" is not drawn'],
    [`${WORDS}sequenceDiagram\n  A-xB: lost`, '4:3 a crossed arrow is drawn like an ordinary one'],
    [`${WORDS}sequenceDiagram\n  A->>B`, '4:3 "A->>B" is not a line of a sequence diagram'],
    [`${WORDS}sequenceDiagram\n  parser->>B: x`, '4:3 "parser->>B: x" is not a line of a sequence diagram'],
    [`${WORDS}sequenceDiagram\n  A->>B: x\n  participant A as Alice`, '5:3 the label of "A" comes after its first use'],
    [`${WORDS}stateDiagram-v2\n  state f <<fork>>\n  f --> a`, '4:3 <<choice>>, <<fork>> and <<join>> are not drawn'],
    [`${WORDS}stateDiagram-v2\n  a --> b\n  b : words`, '5:3 the label of "b" comes after its first use'],
    [`${WORDS}erDiagram\n  A {\n  int id PK, FK\n  }`, '5:3 "int id PK, FK" is not a line that can be drawn inside this block'],
    [`${WORDS}flowchart LR\n${'  A --> B\n'.repeat(MAX_LINES)}`, `3:1 ${MAX_LINES + 1} lines, more than ${MAX_LINES} (split the diagram)`],
  ])('case %#: %s', (source, message) => {
    const found = problemsOf(source)
    expect(found.filter((text) => text.startsWith(message))).toHaveLength(1)
    expect(parseDiagram(source).diagram).toBeNull()
  })
})

describe('a very long line is read in no time', () => {
  const LONG = 20_000
  test.each([
    ['a text on an arrow that does not end', 'flowchart LR', `A -- ${'a '.repeat(LONG)}`],
    ['blanks on an arrow', 'flowchart LR', `A -- x${' '.repeat(LONG)}y`],
    ['a long id', 'flowchart LR', `A --> ${'b'.repeat(LONG)}`],
    ['an id of many parts', 'flowchart LR', `A --> b${'-b'.repeat(LONG)}`],
    ['a subgraph of blanks', 'flowchart LR', `subgraph x${' '.repeat(LONG)}[`],
    ['a message of blanks', 'sequenceDiagram', `A->>B${' '.repeat(LONG)}x`],
    ['a member', 'classDiagram', `A : ${'a'.repeat(LONG)}<`],
    ['brackets that nothing closes', 'flowchart LR', `A --> B["${'('.repeat(LONG)}"]`],
    ['an arrow without a head', 'flowchart LR', `A ${'-'.repeat(LONG)}`],
  ])('%s', (_, header, line) => {
    const from = performance.now()
    parseDiagram(`accTitle: t\naccDescr: d\n${header}\n${line}`)
    expect(performance.now() - from).toBeLessThan(500)
  })
})

test('an id that is named in the text of an arrow is not one that is used', () => {
  const {problems} = parseDiagram('accTitle: t\naccDescr: d\nflowchart LR\nA["x"] -- sends C twice --> B["y"]\nC["z"] --> A')
  expect(problems).toEqual([])
})
