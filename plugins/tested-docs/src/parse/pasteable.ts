import {bare, expanded, simpleCommands, withoutHereDocuments} from './shell-text.ts'

/** Why a block cannot be pasted, and what to write instead. */
export interface Trap {
  readonly reason: string
  readonly fix: string
}

type Rule = readonly [pattern: RegExp, reason: string, fix: string]

/** Commands that end, change or block the shell of the person who pastes them. */
const COMMANDS: readonly Rule[] = [
  [/^exit\b/, '`exit` ends the shell of whoever pastes the block', 'leave it out, or put the commands into a function with `return`'],
  [/^set -[a-z]*[eu]/, '`set -e` and `set -u` stay in force in the shell of whoever pastes the block', 'join the commands with &&'],
  [/^(?:until\b|while (?:true|:))/, 'a loop that may wait for ever', 'write `for try in $(seq 60); do … && break; sleep 1; done`'],
  [
    /^rm -(?=\w*r)\w+ (?:-- )?(?!"?\$)/,
    'it removes a folder by a name that whoever pastes the block may have too',
    'make the folder with `mktemp -d`, and remove `"${NAME:?}"`',
  ],
  [
    /^(?:(?:local|for|read|declare|typeset) )?(?:status|path|argv|options|commands|functions|aliases|history|prompt|signals|fpath|cdpath|pipestatus)(?:=(?!~)| in\b|$)/,
    '`status`, `path` and the like cannot be assigned in zsh, or mean something there',
    'choose another name',
  ],
  [/^read (?:-\w+ )*-\w*p/, '`read -p` is an error in zsh', 'ask in the text for a variable'],
  [
    /^(?:mapfile|readarray|shopt|(?:declare|local) -n|export -f)\b/,
    'only bash knows it; zsh is a shell of readers too',
    'write what both know',
  ],
  [/^\[ .* == /, '`==` within `[ ]` is an error in zsh', 'write `=`'],
  [/^for \w+ in \$\{?\w+\}?$/, 'zsh does not split a variable into words', 'name the words, or take the output of a command: `$(…)`'],
  [
    /^printf .*password '%s'.*\$\(/,
    'a substitution that fails sets an empty password',
    'write `new=$(…) && [ -n "$new" ] && printf … "$new"`',
  ],
  [/^echo (?:(?!\$\().)*\\[nt]/, 'zsh prints \\n of an `echo` as a new line, bash does not', 'write `printf`'],
]

/** Text that reads otherwise in an interactive shell than in a script. Looked for where nothing is quoted. */
const WORDS: readonly Rule[] = [
  [/(?:^|\s)#/m, 'a comment: an interactive zsh takes it for a command or for arguments', 'say it in the text above the block'],
  [/(?:^|\s)=[\w[=]/m, 'zsh takes a word that begins with = for the path of a command', 'put the word in quotes'],
  [/(?<=[\w/.·])\?(?:[\w=]|\s|$)/m, 'a ? outside quotes: zsh ends the command when no file fits', 'put the word in quotes'],
  [/:\/\/\S*[*[]/, 'a pattern in an address: zsh ends the command when no file fits', 'put the address in quotes'],
]

/** Looked for where a shell expands: everywhere but within single quotes. */
const EXPANSIONS: readonly Rule[] = [
  [/\$\{[A-Z_]+-yes\}/, 'a gate that is open unless somebody closes it', 'write `${NAME-no}`'],
  [
    /PIPESTATUS|BASH_|\$\{!/,
    'only bash knows it; zsh is a shell of readers too',
    'write what both know, such as `(set -o pipefail; … | …)`',
  ],
  [/\$\{\w+(?:\^|,)/, 'only bash changes letters so', 'use `tr`'],
  [/\$\{\w+\[/, 'the elements of a list are counted from 0 in bash and from 1 in zsh', 'use words of their own'],
  [/(?<![$\\{])!(?![\s=("'·]|$)/m, 'an interactive shell puts a command of its history for the !', 'put it in single quotes'],
]

/** What a command needs so that it ends, stops at its first error, and shows no secret. */
const NEEDS: readonly (readonly [command: RegExp, needs: RegExp, reason: string, fix: string])[] = [
  [/^curl /, /(?: -m |--max-time )(?:[1-9]|10)\b/, '`curl` waits for ever for a server that hangs', 'write `-m 5`, at most 10 seconds'],
  [
    /psql\b(?=.* -c [\s\S]* -c )(?=[\s\S]*\b(?:alter|update|delete|insert|drop|truncate|grant|revoke|copy)\b(?! (?:view|not)))(?![\s\S]*(?:pg_terminate_backend|from pg_))/,
    /ON_ERROR_STOP=1|--single-transaction|psql \S* ?-1 /,
    '`psql` goes on with the next `-c` after an error',
    'write `-v ON_ERROR_STOP=1`',
  ],
  [
    /(?:^|\s)psql(?![\s\S]* -[cf] )(?= (?!--version))/,
    /ON_ERROR_STOP=1/,
    '`psql` ends with 0 although a statement of its standard input failed',
    'write `-v ON_ERROR_STOP=1`',
  ],
  [/^pg_restore .*-d /, /--exit-on-error|--single-transaction/, '`pg_restore` goes on after an error', 'write `--exit-on-error`'],
  [
    /^vault kv put /,
    /-cas=/,
    '`vault kv put` replaces all fields, whoever changed them meanwhile',
    'write `kv patch`, or `-cas=` with the version read',
  ],
  [
    /(?:create|drop) (?:unique )?index concurrently/,
    /lock_timeout=\d/,
    'it waits without an end for a lock, and others wait behind it',
    "write `PGOPTIONS='-c lock_timeout=10s'`",
  ],
  [/explain \(analyze/, /statement_timeout=\d/, 'it runs a statement that may never end', 'write `PGOPTIONS="-c statement_timeout=10s"`'],
  [
    /redis-cli .*(?:--bigkeys| ping$| ping 2>)/,
    /timeout \d+ redis-cli/,
    '`redis-cli` waits for ever for a server that hangs',
    'write `timeout 10 redis-cli …`',
  ],
  [/^redis-cli (?!.*--bigkeys)/, /(?:^|\s)-\w*e|"\$@"/, '`redis-cli` ends with 0 on an error', 'write `-e`'],
]

/** Files that hold what nobody else may read. */
const PRIVATE = /openssl rand|\bmkdir |pg_dump(?:all)? [^|\n]*(?: -f | > )|\\copy \(select[^']* to '\$\w+'/
/** Seconds that a loop may wait at most. */
const PATIENCE = 120

/** Why a block cannot be pasted into an interactive bash or zsh, or acts without care; null when it can. */
export const pasteTrap = (text: string): Trap | null => {
  // In a shell of its own it ends only that one.
  const own = withoutHereDocuments(text).replace(/\(exit [^)]*\)/g, '(true)')
  const commands = simpleCommands(own)
  for (const [rules, texts] of [
    [COMMANDS, commands],
    [WORDS, [bare(own)]],
    [EXPANSIONS, [expanded(own)]],
  ] as const)
    for (const one of texts) for (const [pattern, reason, fix] of rules) if (pattern.test(one)) return {reason, fix}
  for (const command of commands)
    for (const [pattern, needs, reason, fix] of NEEDS) if (pattern.test(command) && !needs.test(command)) return {reason, fix}
  return secretTrap(own) ?? patienceTrap(own)
}

const secretTrap = (text: string): Trap | null => {
  if (!PRIVATE.test(text)) return null
  if (/openssl rand (?!.*\| tr -d '\\n')/.test(text))
    return {
      reason: 'a secret with a line feed at its end: the store keeps the line feed',
      fix: "write `openssl rand -hex 24 | tr -d '\\n'`",
    }
  if (/umask 077|<\(openssl/.test(text)) return null
  return {reason: 'a file that everybody may read, with what nobody else may know', fix: 'write `(umask 077 && … )`'}
}

const patienceTrap = (text: string): Trap | null => {
  for (const [, tries = '', pause = ''] of text.matchAll(/\bin \$\(seq (?:1 )?(\d+)\); do[\s\S]*?\bsleep ([\d.]+)/g))
    if (Number(tries) * Number(pause) > PATIENCE)
      return {reason: `a loop that may wait ${Number(tries) * Number(pause)} seconds`, fix: `wait at most ${PATIENCE} seconds`}
  return null
}
