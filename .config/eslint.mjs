import {fileURLToPath} from 'node:url'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'
import {ROOMS} from './rooms.mjs'
import {roomsRule} from './rooms-rule.mjs'

const PLUGIN = 'plugins/action-plan/src'

/** What is called so, by itself or as a property: `at` and `report.at`. */
const called = (path, name) => `:matches([${path}.name="${name}"], [${path}.property.name="${name}"])`
const TIMES = ':matches([operator="*"], [operator="/"])'
/** A product, as a whole, that has all of these parts in any order and in any brackets. */
const product = (...parts) => `:not(BinaryExpression${TIMES}) > BinaryExpression${TIMES}${parts.map((part) => `:has(${part})`).join('')}`
const DATE_OF_TIME = '[callee.object.callee.property.name=/^to(?:ISOString|JSON)$/]'

/** Decisions that have one home: what must not be written again elsewhere, and what to use instead. */
const DECISIONS = [
  {
    // Text of a plan is read there.
    home: ['parse/values/date.ts'],
    selectors: ['Literal[regex.pattern=/^\\^[(]?(?:[?]:)?\\[?(?:\\\\d|[01]-9)\\]?(?:[+*]|[{]1,?[}])?[)]?$/]'],
    message: 'The first character of an id does not tell whether there is a number. Fix: use `number`, or label() of model/label.',
  },
  {
    home: ['model/label.ts'],
    selectors: [
      'Literal[regex.pattern="\\\\s*[([].*$"]',
      'ConditionalExpression[test.left.property.name="number"][test.right.value=null] > TemplateLiteral',
    ],
    message: 'Names of items, sections and phases have one form. Fix: use label(), shortLabel() or shortTitle() of model/label.',
  },
  {
    home: ['model/date.ts'],
    selectors: [
      'Literal[value=86400000]',
      'Literal[value=86400]',
      product(
        'Literal[value=24]',
        ':matches(Literal[raw=/^(?:60|3_?600|60_?000|1_?000|1e3|3_?600_?000|36e5)$/], Identifier[name=/hour/i])',
      ),
      product('Literal[value=1440]'),
      `CallExpression[callee.property.name=/^(?:slice|substring|substr)$/]${DATE_OF_TIME}[arguments.1.value=10]`,
      `CallExpression[callee.property.name=/^(?:split|replace)$/]${DATE_OF_TIME}:matches([arguments.0.value=/^T/], [arguments.0.regex.pattern=/^T/])`,
      'MemberExpression[object.name="Date"][property.name="UTC"]',
      'MemberExpression[property.name=/^(?:set|get)(?:UTC)?(?:Date|Day)$/]',
      'CallExpression[callee.property.name="formatToParts"]',
    ],
    message: 'Arithmetic on dates has one home. Fix: use addDays(), daysBetween(), dayNumber(), weekdayOf() or dateIn() of model/date.',
  },
  {
    home: ['model/number.ts'],
    selectors: ['Literal[value=0.000000001]'],
    message: 'Rounding has one home. Fix: use floorTo(), ceilTo() or percentOf() of model/number.',
  },
  {
    home: ['model/list.ts'],
    selectors: ['CallExpression[callee.property.name=/^(?:push|unshift|max|min|fromCharCode|fromCodePoint)$/] > SpreadElement'],
    message: 'A call takes some 100,000 arguments, and a plan may have more. Fix: use addAll(), largest() or smallest() of model/list.',
  },
  {
    home: ['model/measurement.ts'],
    selectors: [
      `LogicalExpression:matches([operator="??"], [operator="||"])${called('left', 'at')}${called('right', 'committedAt')}`,
      `ConditionalExpression${called('consequent', 'at')}${called('alternate', 'committedAt')}`,
      `ConditionalExpression${called('consequent', 'committedAt')}${called('alternate', 'at')}`,
    ],
    message: 'When a report was made is decided once. Fix: use madeAt() of model/measurement.',
  },
]

/** The rule for files that are home to one decision, or to none. */
const decided = (home) => ({
  'no-restricted-syntax': [
    'error',
    ...DECISIONS.filter((one) => !one.home.includes(home)).flatMap(({selectors, message}) =>
      selectors.map((selector) => ({selector, message})),
    ),
  ],
})

export default tseslint.config(
  {ignores: ['**/node_modules/', '**/build/', '**/dist/', '**/lib/', '.docusaurus/', '**/fixtures/']},
  tseslint.configs.strict,
  {
    // A promise that nobody waits for, and a case that nobody thought of: what only types can tell. A result that is in the cache does not
    // know of types that changed elsewhere; the workflows lint without one. `no-unnecessary-condition` was tried: none of its 33 findings
    // was a mistake (values that callbacks change, and types of libraries that promise more than they keep).
    files: ['**/*.{ts,tsx,mts}'],
    languageOptions: {parserOptions: {project: 'tsconfig.json', tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url))}},
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', {prefer: 'type-imports', disallowTypeAnnotations: false}],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {argsIgnorePattern: '^_', varsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_'},
      ],
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: {'react-hooks': reactHooks, 'jsx-a11y': jsxA11y},
    rules: {
      ...reactHooks.configs.recommended.rules,
      ...jsxA11y.flatConfigs.strict.rules,
      'react-hooks/set-state-in-effect': 'off',
      // A ref's element is there to be scrolled.
      'react-hooks/immutability': 'off',
      // What scrolls must be reachable by keyboard (axe: scrollable-region-focusable).
      'jsx-a11y/no-noninteractive-tabindex': ['error', {tags: [], roles: ['region', 'tabpanel']}],
    },
  },
  {
    // What others write goes through these patterns: none may take the square of its length.
    files: ['plugins/*/src/**/*.{ts,tsx,mjs,cjs}'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: {regexp},
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': ['error', {ignorePartial: false}],
    },
  },
  {
    files: [`${PLUGIN}/**/*.{ts,tsx}`],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: {plan: {rules: {rooms: roomsRule}}},
    rules: {'plan/rooms': ['error', {source: fileURLToPath(new URL(`../${PLUGIN}`, import.meta.url)), rooms: ROOMS}]},
  },
  // A function fits on a screen. A longer one says its reason where it stands; a component may be longer, because its markup is read from top to bottom.
  ...[
    {files: ['plugins/*/src/**/*.ts'], max: 60},
    {files: ['plugins/*/src/**/*.tsx'], max: 110},
  ].map(({files, max}) => ({
    files,
    ignores: ['**/*.test.{ts,tsx}'],
    rules: {'max-lines-per-function': ['error', {max, skipComments: true, skipBlankLines: true}]},
  })),
  {files: ['**/*.cjs', '**/*.cts'], rules: {'@typescript-eslint/no-require-imports': 'off'}},
  {files: [`${PLUGIN}/**/*.{ts,tsx}`], ignores: ['**/*.test.ts'], rules: decided(null)},
  ...DECISIONS.flatMap(({home}) => home).map((home) => ({files: [`${PLUGIN}/${home}`], rules: decided(home)})),
)
