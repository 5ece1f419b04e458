import {escapeHtml} from '../../model/text.ts'

/** How a picture is put into a page elsewhere. */
export const SNIPPET_FORMS = ['Markdown', 'HTML', 'AsciiDoc', 'URL'] as const
export type SnippetForm = (typeof SNIPPET_FORMS)[number]

/** A picture that leads to a page; addresses are whole. */
export interface Pictured {
  readonly alt: string
  readonly image: string
  readonly page: string
}

const MADE: Readonly<Record<SnippetForm, (picture: Pictured) => string>> = {
  // Brackets and backslashes would end the alternative text.
  Markdown: ({alt, image, page}) => `[![${alt.replace(/[\\[\]`*_<>]/g, '\\$&')}](${image})](${page})`,
  HTML: ({alt, image, page}) => `<a href="${escapeHtml(page)}"><img src="${escapeHtml(image)}" alt="${escapeHtml(alt)}"></a>`,
  // In quotes, commas and equal signs are text; a bracket would end the macro.
  AsciiDoc: ({alt, image, page}) => `image:${image}["${alt.replace(/["\]]/g, '\\$&')}",link="${page}"]`,
  URL: ({image}) => image,
}

/** The text to paste. */
export const snippet = (form: SnippetForm, picture: Pictured): string => MADE[form](picture)

/** A page in a frame, as HTML. */
export const frameSnippet = (title: string, address: string): string =>
  `<iframe src="${escapeHtml(address)}" title="${escapeHtml(title)}" width="480" height="210" loading="lazy"></iframe>`
