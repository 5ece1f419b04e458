import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Plan} from '../model/page.ts'

/** The plans of the site, as its pages know them. What plugins say when all content is loaded reaches others only by their file. */
export async function plansOf(generatedFilesDir: string): Promise<readonly Plan[]> {
  const text = await readFile(join(generatedFilesDir, 'docusaurus-plugin-action-plan/plans.json'), 'utf8').catch(() => '{}')
  return Object.values(JSON.parse(text) as Readonly<Record<string, Plan>>)
}
