import {join} from 'node:path'
import type {Finding} from '../problem.ts'
import type {Fence} from './fence.ts'
import {toFinding} from './place.ts'
import {certificate, inScratch, write} from './scratch.ts'
import {find, run} from './tool.ts'

/** `nginx -t` on a fragment of the http level. Files that only the reader's machine has are replaced line by line: certificates by
 *  one made here, logs by none; ports that need root are moved up when the tests do not run as root. */
export function nginx(fence: Fence): Promise<Finding[]> {
  return inScratch((folder) => {
    const program = find('nginx', 'nginx-light')
    const made = certificate(folder)
    const fragment = fence.text
      .replace(/^(\s*(?:ssl|proxy_ssl)_(?:trusted_|client_)?certificate)\s+[^;]+;/gm, `$1 ${made.certificate};`)
      .replace(/^(\s*(?:ssl|proxy_ssl)_certificate_key)\s+[^;]+;/gm, `$1 ${made.key};`)
      .replace(/^(\s*)access_log\s+\/[^\s;]+/gm, `$1access_log ${join(folder, 'access.log')}`)
      .replace(/^(\s*)error_log\s+\/[^\s;]+/gm, `$1error_log ${join(folder, 'error.log')}`)
      .replace(/^(\s*listen\s+(?:\S*:)?)(\d{1,3})(?=[\s;])/gm, (line, head: string, port: string) => (process.getuid?.() === 0 ? line : `${head}${20000 + Number(port)}`))
    const included = write(folder, 'fragment.conf', fragment)
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${join(folder, name)};`)
    const main = write(folder, 'nginx.conf', `pid ${join(folder, 'pid')};\nevents {}\nhttp {\n${paths.join('\n')}\naccess_log off;\ninclude ${included};\n}\n`)
    const {ok, output} = run(program, ['-t', '-q', '-e', 'stderr', '-p', folder, '-c', main])
    const match = /\[(?:emerg|error|crit)\] (?:\d+#\d+: )?(.*?)(?: in \S+:(\d+))?$/m.exec(output)
    return ok ? [] : [toFinding(fence, Number(match?.[2] ?? 1), match?.[1] ?? output)]
  })
}
