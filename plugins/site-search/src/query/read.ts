import {KINDS, type Entry, type Kind} from '../model/entry.ts'
import {VERSION, type Heads, type Texts} from '../model/index-files.ts'

/** The entries of an index; their texts are empty as long as only the titles are there. */
export function readEntries(heads: Heads, texts: Texts | null): readonly Entry[] {
  return heads.entries.map(([page, kind, address, title, asked = []], index) => {
    const [url = '', pageTitle = ''] = heads.pages[page] ?? []
    return {kind: kindAt(heads, kind), url: url + address, title, page: pageTitle, text: texts?.texts[index] ?? '', asked}
  })
}

function kindAt({kinds}: Heads, index: number): Kind {
  return KINDS.find((kind) => kind === kinds[index]) ?? 'guide'
}

/** Asks for a part of the index; what is no index (a login page, an old version) is an error that says so. */
export async function fetchPart<Part extends {readonly version: number}>(url: string): Promise<Part> {
  const response = await fetch(url, {cache: 'no-cache'})
  if (!response.ok) throw new Error(`${url} answered ${response.status}`)
  const part = (await response.json().catch(() => null)) as Part | null
  if (part?.version !== VERSION) throw new Error(`${url} is no search index of this version of the site`)
  return part
}
