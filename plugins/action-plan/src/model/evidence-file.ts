import type {EvidenceFacts} from './tool-report.ts'
import type {Place} from './place.ts'

/** Which addresses that metrics name are asked: none, those of the public internet, or also those of private networks. */
export type AskUrls = boolean | 'private'

/** What became of a file that a plan names: `refused` leads out of the project, `unreadable` is there and was not taken. */
export const EVIDENCE_FILE_STATES = ['read', 'missing', 'refused', 'unreadable'] as const
export type EvidenceFileState = (typeof EVIDENCE_FILE_STATES)[number]

/** What is asked of a file: its path from the folder of the nearest package.json, numbers by their path in JSON, and texts that it may contain. */
export interface EvidenceRequest {
  readonly path: string
  readonly numbers: readonly string[]
  readonly texts: readonly string[]
}

export type RequestedNumber = Place & ({readonly number: number} | {readonly number: null; readonly reason: string})

/** A file that a plan names as evidence, and what it says. */
export interface EvidenceFile {
  /** As it was asked for. */
  readonly path: string
  readonly state: EvidenceFileState
  /** Unreadable facts, with the reason, unless it was read. */
  readonly facts: EvidenceFacts
  /** The numbers that were asked for, by their path; empty for what is no JSON. */
  readonly numbers: Readonly<Record<string, RequestedNumber>>
  /** Where the texts are that were asked for; null for one that it does not contain. */
  readonly texts: Readonly<Record<string, Place | null>>
  /** The file's last commit and its ISO time: null when it is not tracked, differs from the commit, or the history is shallow. */
  readonly commit: string | null
  readonly committedAt: string | null
}

/** What an address answered when it was asked; `status` is null when there was no answer, and `reason` says why. */
export interface UrlAnswer {
  readonly url: string
  readonly status: number | null
  readonly reason: string | null
  /** ISO time of the answer. */
  readonly at: string
}

/** All evidence that was read for a plan. */
export interface Evidence {
  readonly files: readonly EvidenceFile[]
  /** Empty unless asking was allowed. */
  readonly urls: readonly UrlAnswer[]
}

/** A file as a commit had it. */
export interface EvidenceFileAt {
  readonly commit: string
  /** ISO time of the commit. */
  readonly at: string
  readonly file: EvidenceFile
}
