/** Which files are changed is said on the command line: test/nightly/mutation.ts. */
export default {
  testRunner: 'vitest',
  plugins: ['@stryker-mutator/vitest-runner'],
  vitest: {configFile: 'test/mutation/vitest.config.mts', related: false},
  checkers: [],
  coverageAnalysis: 'perTest',
  // Words of messages are held by snapshots elsewhere, and regular expressions by texts that the corpus brings.
  mutator: {excludedMutations: ['StringLiteral']},
  ignorePatterns: ['/build', '/reports', '/.docusaurus', '/static', '/site', 'dist'],
  concurrency: 1,
  timeoutMS: 60_000,
  dryRunTimeoutMinutes: 15,
  reporters: ['json', 'clear-text'],
  clearTextReporter: {allowColor: false, allowEmojis: false, logTests: false, reportTests: false, reportScoreTable: false},
  tempDirName: '.stryker-tmp',
  jsonReporter: {fileName: 'reports/mutation.json'},
}
