/** Headers that every answer of the site should have. */
export type Headers = readonly (readonly [name: string, value: string])[]

export function headersOf(policy: string): Headers {
  return [
    ['Content-Security-Policy', policy],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
    ['Referrer-Policy', 'same-origin'],
    ['X-Content-Type-Options', 'nosniff'],
    ['X-Frame-Options', 'DENY'],
  ]
}

interface HeaderFile {
  readonly path: string
  readonly text: (headers: Headers, baseUrl: string) => string
}

/** A file for each host: one that it reads by itself, or one to include. */
export const HEADER_FILES: readonly HeaderFile[] = [
  {
    // Netlify, Cloudflare Pages
    path: '_headers',
    text: (headers, baseUrl) => `${baseUrl}*\n${headers.map(([name, value]) => `  ${name}: ${value}\n`).join('')}`,
  },
  {
    // Apache
    path: '.htaccess',
    text: (headers) =>
      `<IfModule mod_headers.c>\n${headers.map(([name, value]) => `  Header always set ${name} "${value}"\n`).join('')}</IfModule>\n`,
  },
  {
    // nginx: include it in each location that has an add_header of its own, too
    path: 'headers.nginx.conf',
    text: (headers) => headers.map(([name, value]) => `add_header ${name} "${value}" always;\n`).join(''),
  },
]

/** Cloudflare Pages refuses a longer line; other hosts limit all headers together. */
export const LONGEST = 2000
