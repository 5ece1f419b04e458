import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  {ignores: ['**/node_modules/', '**/build/', '**/dist/', '**/lib/', '.docusaurus/', '**/fixtures/']},
  tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx,mts}'],
    rules: {
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
    files: ['plugins/action-plan/src/**/*.{ts,tsx}'],
    ignores: ['**/*.test.{ts,tsx}'],
    plugins: {regexp},
    rules: {
      'regexp/no-super-linear-backtracking': 'error',
      'regexp/no-super-linear-move': ['error', {ignorePartial: false}],
    },
  },
  {files: ['**/*.cjs', '**/*.cts'], rules: {'@typescript-eslint/no-require-imports': 'off'}},
)
