import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import typescript from 'typescript'
import {expect, test} from 'vitest'

/** Words of the product that no other type may take, exported or not. */
const TAKEN = ['Mark', 'Place', 'Period', 'Measure', 'Target', 'Item', 'Task', 'Report', 'Plan', 'Status']

const SOURCE = import.meta.dirname
const FILES = readdirSync(SOURCE, {recursive: true, encoding: 'utf8'})
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.startsWith('fixtures/'))

/** The names that a file declares at its top: what it exports, and its types. */
function declared(file: string): readonly {readonly name: string; readonly exported: boolean; readonly at: string}[] {
  const source = typescript.createSourceFile(file, readFileSync(join(SOURCE, file), 'utf8'), typescript.ScriptTarget.Latest)
  return source.statements.flatMap((statement) => {
    const exported =
      typescript.canHaveModifiers(statement) &&
      (typescript.getModifiers(statement) ?? []).some(({kind}) => kind === typescript.SyntaxKind.ExportKeyword) &&
      !(typescript.getModifiers(statement) ?? []).some(({kind}) => kind === typescript.SyntaxKind.DefaultKeyword)
    const names = typescript.isVariableStatement(statement)
      ? statement.declarationList.declarations.flatMap(({name}) => (typescript.isIdentifier(name) ? [name] : []))
      : typescript.isFunctionDeclaration(statement) ||
          typescript.isInterfaceDeclaration(statement) ||
          typescript.isTypeAliasDeclaration(statement) ||
          typescript.isClassDeclaration(statement)
        ? [statement.name].filter((name) => name !== undefined)
        : []
    return names.map((name) => ({
      name: name.text,
      exported,
      at: `src/${file}:${source.getLineAndCharacterOfPosition(name.getStart(source)).line + 1}`,
    }))
  })
}

const ALL = FILES.flatMap((file) => declared(file))

test('an exported name has one meaning', () => {
  const places = new Map<string, string[]>()
  for (const {name, exported, at} of ALL) if (exported) places.set(name, [...(places.get(name) ?? []), at])
  expect(places.size).toBeGreaterThan(400)
  const twice = [...places].filter(([, all]) => all.length > 1)
  expect(
    twice.map(([name, all]) => `${name} is exported by ${all.join(' and ')}, expected one meaning (give one of them another name)`),
  ).toEqual([])
})

test('a word of the product names one type', () => {
  const types = ALL.filter(({name}) => TAKEN.includes(name))
  expect(types.map(({name}) => name).sort()).toEqual([...TAKEN].sort())
})
