import {expect, test} from 'vitest'
import {pasteTrap} from './pasteable.ts'

test.each([
  ['exit 1', /`exit` ends the shell/],
  ['grep x file || { echo no; exit 1; }', /`exit` ends the shell/],
  ['if true; then exit 1; fi', /`exit` ends the shell/],
  ['set -euo pipefail', /stay in force/],
  ['until ready; do sleep 1; done', /wait for ever/],
  ['smoke 1 && until ready; do sleep 1; done', /wait for ever/],
  ['while true; do :; done', /wait for ever/],
  ['status=$?', /cannot be assigned in zsh/],
  ['rm -rf build setup.py', /by a name that whoever pastes the block may have too/],
  ['test -d trading && rm -r trading tests', /by a name that whoever pastes the block may have too/],
  ['[ "${EVICT-yes}" = yes ]', /a gate that is open/],
])('%s is refused', (text, reason) => {
  expect(pasteTrap(text)?.reason).toMatch(reason)
})

test.each([
  'set -o pipefail',
  'for try in $(seq 10); do ready && break; sleep 1; done',
  "cat > job <<'BASH'\nset -euo pipefail\nexit 1\nBASH",
  'echo "exit status $?"',
  'check() { ready || return 1; }',
  '[ "${EVICT-no}" = yes ]',
  'http_status=200',
  'rm -rf "${ROTATION:?}" scram.py',
  'rm -f "$HOME/migration.log"',
])('%s is accepted', (text) => {
  expect(pasteTrap(text)).toBeNull()
})
