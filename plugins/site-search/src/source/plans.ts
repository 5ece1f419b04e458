import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Plan} from '../model/page.ts'

/** The plans of the site, as its pages know them. What plugins say when all content is loaded reaches others only by this file of Docusaurus. */
export async function plansOf(generatedFilesDir: string): Promise<readonly Plan[]> {
  const data = JSON.parse(await readFile(join(generatedFilesDir, 'globalData.json'), 'utf8')) as Readonly<
    Record<string, Record<string, Plan>>
  >
  return Object.values(data['docusaurus-plugin-action-plan'] ?? {})
}
