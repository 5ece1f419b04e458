import type {EvidenceFacts} from '../../model/evidence.ts'
import type {Document} from './xml.ts'

/** One format of report. `format` is its name in prose; the first row that detects a report reads it. */
export type Format = {readonly format: string} & (
  | {readonly written: 'json'; detect(value: unknown): boolean; read(value: unknown, format: string): EvidenceFacts}
  | {readonly written: 'xml'; readonly root: readonly string[]; read(document: Document, format: string): EvidenceFacts}
  | {readonly written: 'text'; detect(text: string): boolean; read(text: string, format: string): EvidenceFacts}
)

export const FORMATS: readonly Format[] = []
