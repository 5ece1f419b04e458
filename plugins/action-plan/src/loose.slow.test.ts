import {readdirSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import typescript, {type Node, type Type} from 'typescript'
import {expect, test} from 'vitest'

// A site that names no browsers, and builds without the faster bundler, has its code rewritten for old ones by Babel's loose mode: `[...set]`
// becomes `[].concat(set)`, an array with one set in it. What browsers run spreads arrays alone; `Array.from` makes one of anything else.

const SRC = dirname(fileURLToPath(import.meta.url))
const config = typescript.getParsedCommandLineOfConfigFile(
  join(SRC, '../tsconfig.json'),
  {},
  {
    ...typescript.sys,
    onUnRecoverableConfigFileDiagnostic: ({messageText}) => {
      throw new Error(typescript.flattenDiagnosticMessageText(messageText, '\n'))
    },
  },
)
const components = (readdirSync(join(SRC, 'theme'), {recursive: true}) as string[])
  .filter((name) => name.endsWith('.tsx') && !name.includes('.test.'))
  .map((name) => join(SRC, 'theme', name))
const program = typescript.createProgram([...components, join(SRC, 'theme.d.ts')], config?.options ?? {})
const checker = program.getTypeChecker()

/** The files that browsers run: the components and what they import. */
function inBrowsers(): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    const source = program.getSourceFile(file)
    if (seen.has(file) || source === undefined) return
    seen.add(file)
    for (const one of source.statements) {
      if (!typescript.isImportDeclaration(one) && !typescript.isExportDeclaration(one)) continue
      if (one.moduleSpecifier === undefined || !typescript.isStringLiteral(one.moduleSpecifier)) continue
      if (typescript.isImportDeclaration(one) ? one.importClause?.isTypeOnly === true : one.isTypeOnly) continue
      if (one.moduleSpecifier.text.startsWith('.')) visit(join(dirname(file), one.moduleSpecifier.text))
    }
  }
  components.forEach(visit)
  return seen
}

const isArray = (type: Type): boolean =>
  type.isUnion()
    ? type.types.every(isArray)
    : checker.isArrayType(type) || checker.isTupleType(type) || (type.flags & (typescript.TypeFlags.Any | typescript.TypeFlags.Never)) !== 0

test('what browsers run spreads arrays alone', {tags: ['slow'], timeout: 60_000}, () => {
  const files = inBrowsers()
  expect(files.size).toBeGreaterThan(60)
  const found: string[] = []
  let spreads = 0
  for (const file of files) {
    const source = program.getSourceFile(file)
    const visit = (node: Node): void => {
      const spread = typescript.isSpreadElement(node)
        ? node.expression
        : typescript.isArrayBindingPattern(node) && typescript.isVariableDeclaration(node.parent)
          ? node.parent.initializer
          : undefined
      if (spread !== undefined) {
        spreads++
        const type = checker.getTypeAtLocation(spread)
        const {line} = typescript.getLineAndCharacterOfPosition(node.getSourceFile(), node.getStart())
        if (!isArray(type))
          found.push(`${file.slice(SRC.length + 1)}:${line + 1} ${spread.getText()} is ${checker.typeToString(type)}; use Array.from`)
      }
      typescript.forEachChild(node, visit)
    }
    if (source !== undefined) visit(source)
  }
  expect(spreads).toBeGreaterThan(40)
  expect(found).toEqual([])
})
