/** The kinds of diagram that can be drawn, and for each the exact lines that the renderer draws.
 *  The renderer skips what it does not know without a word, so every line must match one of these. */

const ID = '[A-Za-z_]\\w*(?:-\\w+)*'
const WORD = '[A-Za-z_]\\w*'
const DIRECTION = '(?:TD|TB|LR|BT|RL)'

export type Statement = {
  readonly pattern: RegExp
  /** `opens` starts a block that needs its own end; `closes` ends one; `inside` is only known within a block. */
  readonly block?: 'opens' | 'closes' | 'inside'
  /** The line is a body: inside it, `body` patterns hold until the closing line. */
  readonly body?: RegExp
}

export type Kind = {
  readonly name: string
  /** What the first line must look like, and what its beginning looks like when it is nearly right. */
  readonly header: RegExp
  readonly starts: RegExp
  readonly example: string
  readonly statements: readonly Statement[]
  /** Where a line names things: those with a label, and those without; the renderer keeps only the first label of an id. */
  readonly labelled: RegExp
  readonly mention: RegExp
}

// One alternative per shape; a label may not hold the sign that closes its own shape.
const SHAPE = [
  '\\(\\(\\((?:"[^")]+"|[^"()\\[\\]{}|]+)\\)\\)\\)',
  '\\(\\[(?:"[^"\\]]+"|[^"()\\[\\]{}|]+)\\]\\)',
  '\\(\\((?:"[^")]+"|[^"()\\[\\]{}|]+)\\)\\)',
  '\\[\\[(?:"[^"\\]]+"|[^"()\\[\\]{}|]+)\\]\\]',
  '\\[\\((?:"[^")]+"|[^"()\\[\\]{}|]+)\\)\\]',
  '\\[(?:"[^"\\]]+"|[^"()\\[\\]{}|/\\\\][^"()\\[\\]{}|]*)\\]',
  '\\((?:"[^")]+"|[^"()\\[\\]{}|]+)\\)',
  '\\{\\{(?:"[^"}]+"|[^"()\\[\\]{}|]+)\\}\\}',
  '\\{(?:"[^"}]+"|[^"()\\[\\]{}|]+)\\}',
].join('|')
const NODE = `${ID}(?:${SHAPE})?`
const NODES = `${NODE}(?:\\s+&\\s+${NODE})*`
const ARROW = '(?:<?(?:-->|-\\.->|==>)|---|-\\.-|===)(?:\\|[^|]+\\|)?'
// Between blanks, of which it may hold more itself.
const TEXT = '\\s(?:[^-=|<>]|-(?![->.])|<br ?/?>)+\\s'
const TEXT_ARROW = `<?(?:--${TEXT}(?:-->|---)|-\\.${TEXT}\\.->|==${TEXT}(?:==>|===))`

const CARD = '(?:\\s+"[^"]*")?'
const RELATION = '(?:<\\|--|<\\|\\.\\.|\\*--|o--|-->|--\\*|--o|--\\|>|\\.\\.>|\\.\\.\\|>|<--|<\\.\\.|--)'

export const KINDS: readonly Kind[] = [
  {
    name: 'flowchart',
    header: new RegExp(`^(?:graph|flowchart)\\s+${DIRECTION}$`),
    starts: /^(?:graph|flowchart)\b/,
    example: 'flowchart LR',
    statements: [
      {pattern: new RegExp(`^subgraph\\s+${ID}\\s*\\[(?:"[^"\\]]+"|[^"\\[\\]]+)\\]$`), block: 'opens'},
      {pattern: /^subgraph\s+(?:"[^"]+"|[^\s"[\](){}][^"[\](){}]*)$/, block: 'opens'},
      {pattern: /^end$/, block: 'closes'},
      {pattern: new RegExp(`^direction\\s+${DIRECTION}$`), block: 'inside'},
      {pattern: new RegExp(`^${NODES}(?:\\s+(?:${ARROW}|${TEXT_ARROW})\\s+${NODES})*$`)},
    ],
    labelled: new RegExp(`(?<![\\w-])(${ID})(?:${SHAPE})`, 'g'),
    mention: new RegExp(`(?<![\\w-])(${ID})`, 'g'),
  },
  {
    name: 'sequence diagram',
    header: /^sequenceDiagram$/,
    starts: /^sequenceDiagram\b/,
    example: 'sequenceDiagram',
    statements: [
      {pattern: new RegExp(`^(?:participant|actor)\\s+${WORD}(?:\\s+as\\s+\\S.*)?$`)},
      {pattern: new RegExp(`^Note\\s+(?:left of|right of|over)\\s+${WORD}(?:\\s*,\\s*${WORD})?\\s*:\\s*\\S.*$`, 'i')},
      {pattern: /^(?:loop|alt|opt|par|break|critical)(?:\s.*)?$/, block: 'opens'},
      {pattern: /^(?:else|and)(?:\s.*)?$/, block: 'inside'},
      {pattern: /^end$/, block: 'closes'},
      {
        pattern: new RegExp(
          `^(?!loop|alt|opt|par|break|critical|rect|else|and)${WORD}\\s*(?:->>|-->>|-\\)|--\\)|->|-->)\\s*[+-]?${WORD}\\s*:\\s*\\S.*$`,
        ),
      },
    ],
    labelled: new RegExp(`^(?:participant|actor)\\s+(${WORD})`, 'g'),
    mention: new RegExp(`^(${WORD})(?=\\s*-)|(?:-|>|\\))[+-]?\\s*(${WORD})\\s*:`, 'g'),
  },
  {
    name: 'state diagram',
    header: /^stateDiagram(?:-v2)?$/,
    starts: /^stateDiagram\b/,
    example: 'stateDiagram-v2',
    statements: [
      {pattern: new RegExp(`^direction\\s+${DIRECTION}$`)},
      {pattern: new RegExp(`^state\\s+(?:"[^"]+"\\s+as\\s+)?${WORD}\\s*\\{$`), block: 'opens'},
      {pattern: /^\}$/, block: 'closes'},
      {pattern: new RegExp(`^state\\s+"[^"]+"\\s+as\\s+${WORD}$`)},
      {pattern: new RegExp(`^(?:\\[\\*\\]|${WORD})\\s*-->\\s*(?:\\[\\*\\]|${WORD})(?:\\s*:\\s*\\S.*)?$`)},
      {pattern: new RegExp(`^${WORD}\\s*:\\s*\\S.*$`)},
    ],
    labelled: new RegExp(`^state\\s+"[^"]+"\\s+as\\s+(${WORD})$|^(${WORD})\\s*:`, 'g'),
    mention: new RegExp(`^(${WORD})(?=\\s*-->)|-->\\s*(${WORD})`, 'g'),
  },
  {
    name: 'class diagram',
    header: /^classDiagram$/,
    starts: /^classDiagram\b/,
    example: 'classDiagram',
    statements: [
      {pattern: new RegExp(`^class\\s+${WORD}(?:~${WORD}~)?\\s*\\{$`), block: 'opens', body: /^(?:<<\w+>>|[+\-#~]?[\w~<>[\]][^{}]*)$/},
      {pattern: new RegExp(`^namespace\\s+${WORD}\\s*\\{$`), block: 'opens'},
      {pattern: /^\}$/, block: 'closes'},
      {pattern: new RegExp(`^class\\s+${WORD}(?:~${WORD}~)?$`)},
      {pattern: new RegExp(`^${WORD}${CARD}\\s+${RELATION}${CARD}\\s+${WORD}(?:\\s*:\\s*\\S.*)?$`)},
      {pattern: new RegExp(`^${WORD}\\s*:\\s*[^\\s<>][^<>]*$`)},
    ],
    labelled: new RegExp(`^class\\s+(${WORD})~`, 'g'),
    mention: new RegExp(`^(${WORD})\\s`, 'g'),
  },
  {
    name: 'entity relationship diagram',
    header: /^erDiagram$/,
    starts: /^erDiagram\b/,
    example: 'erDiagram',
    statements: [
      {pattern: new RegExp(`^${ID}\\s*\\{$`), block: 'opens', body: /^[\w()[\]-]+\s+[\w-]+(?:\s+(?:PK|FK|UK))?(?:\s+"[^"]*")?$/},
      {pattern: /^\}$/, block: 'closes'},
      {
        pattern: new RegExp(
          `^${ID}\\s+(?:\\|\\||\\|o|o\\||\\}\\||\\}o)(?:--|\\.\\.)(?:\\|\\||o\\||\\|o|\\|\\{|o\\{)\\s+${ID}\\s*:\\s*\\S.*$`,
        ),
      },
    ],
    labelled: /$^/g,
    mention: /$^/g,
  },
]

/** Mermaid that is valid but that must not or cannot be drawn here: what it is and what to write instead. */
export const REFUSED: readonly {readonly pattern: RegExp; readonly reason: string; readonly fix: string}[] = [
  {pattern: /^%%\{/, reason: 'a "%%{ … }%%" directive can change how diagrams are drawn', fix: 'delete the directive'},
  {
    pattern: /^click\s/,
    reason: 'a "click" line needs a script in the reader\'s browser',
    fix: 'put the link into the text under the diagram',
  },
  {
    pattern: /^(?:classDef|linkStyle)\s|^style\s+[\w,-]+\s+\S+:|:::\w/,
    reason: 'fixed colours would not follow the colour mode',
    fix: 'delete the styling and say the difference in the label',
  },
  {pattern: /^autonumber\b/, reason: '"autonumber" is not drawn', fix: 'write the number at the start of each message'},
  {
    pattern: /^(?:activate|deactivate)\s/,
    reason: '"activate" lines are not drawn',
    fix: 'write "->>+" to activate and "-->>-" to deactivate',
  },
  {pattern: /^option\b/, reason: '"option" is not drawn', fix: 'use "alt … else … end"'},
  {pattern: /^rect\s/, reason: 'a coloured "rect" does not follow the colour mode', fix: 'use "opt …", "alt …" or a note'},
  {
    pattern: /^(?:box|create|destroy|links?|properties|details)\s/,
    reason: 'this line is not drawn',
    fix: 'delete it and say it in the text under the diagram',
  },
  {pattern: /<<(?:choice|fork|join)>>/, reason: '<<choice>>, <<fork>> and <<join>> are not drawn', fix: 'use an ordinary state'},
  {
    pattern: /^\w+\s*--?x\s*\w+\s*:/,
    reason: 'a crossed arrow is drawn like an ordinary one',
    fix: 'use "--)" and say "lost" in the message',
  },
  {pattern: /\s(?:~~~|--o|--x|o--o|x--x)\s/, reason: 'this link is not drawn in a flowchart', fix: 'use "-->", "-.->", "==>" or "---"'},
  {pattern: /--->|===>|-\.\.+->/, reason: 'longer arrows are not drawn', fix: 'use "-->", "-.->" or "==>"'},
  {pattern: /@\{/, reason: 'the "@{ … }" form is not drawn', fix: 'write the shape with brackets, such as A["text"]'},
  {pattern: /(?<!<)<(?!br\s*\/?>)\/?[A-Za-z]/, reason: 'HTML in a diagram', fix: 'use plain text; only <br/> may break a line'},
  {pattern: /#\w+;/, reason: 'entity codes are shown as they stand', fix: 'write the sign itself inside quotes'},
  {pattern: /;\s*$/, reason: 'a semicolon at the end of the line', fix: 'delete it'},
]
