// ESLint's results as SARIF 2.1.0, and what is wrong as text on standard error.
const LEVELS = {1: 'warning', 2: 'error'}

export default function sarif(results, {cwd}) {
  const found = results.flatMap(({filePath, messages}) =>
    messages.map((message) => ({file: filePath.slice(cwd.length + 1).replaceAll('\\', '/'), ...message})),
  )
  for (const {file, line, column, ruleId, message} of found) console.error(`${file}:${line}:${column} ${message} (${ruleId ?? 'eslint'})`)
  return JSON.stringify({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {driver: {name: 'ESLint', rules: [...new Set(found.map(({ruleId}) => ruleId ?? 'eslint'))].sort().map((id) => ({id}))}},
        results: found.map(({file, line, column, ruleId, severity, message}) => ({
          ruleId: ruleId ?? 'eslint',
          level: LEVELS[severity],
          message: {text: message},
          locations: [{physicalLocation: {artifactLocation: {uri: file}, region: {startLine: line ?? 1, startColumn: column ?? 1}}}],
        })),
      },
    ],
  })
}
