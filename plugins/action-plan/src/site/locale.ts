import {FIELD_NAMES} from '../fields/fields.ts'
import {labelsOf} from '../fields/words.ts'
import {LANGUAGES} from '../lexicon/lexicon.ts'
import de from '../locales/de.json' with {type: 'json'}
import en from '../locales/en.json' with {type: 'json'}
import fr from '../locales/fr.json' with {type: 'json'}
import {wordsIn, type Wording} from '../view/words/words.ts'

type Messages = Readonly<Record<string, string>>

/** The texts of pages and badges, by their id, in every language that the package has. */
export const MESSAGES: Readonly<Record<string, Messages>> = {de, en, fr}

/** What the code says without any texts. Pages load the texts of their locale: these would be there twice. */
const OWN = 'en'
/** Texts that are used when a site is built: no page loads them. */
const AT_BUILD = 'build.'

/** The texts for a locale: its own, else those of its language ("de" for "de-AT"), else none, and English stands in the code. */
function textsFor(locale: string): Messages {
  const language = locale in MESSAGES ? locale : (locale.split('-')[0] ?? '')
  return language === OWN ? {} : {...MESSAGES[language], ...fieldLabels(language)}
}

/** What the pages of a locale load. */
export function messagesFor(locale: string): Record<string, string> {
  return Object.fromEntries(Object.entries(textsFor(locale)).filter(([id]) => !id.startsWith(AT_BUILD)))
}

/** The words of a locale for what is written when a site is built; `own` are texts that the site has in place of those of the package. */
export function wordsFor(locale: string, own: Messages = {}): Wording {
  const texts = textsFor(locale)
  return wordsIn((id, english) => own[id] ?? texts[id] ?? english)
}

/** What fields are called in a language: their usual label there. */
function fieldLabels(tag: string): Record<string, string> {
  const language = LANGUAGES.find((one) => one.tag === tag)
  if (language === undefined || !(tag in MESSAGES)) return {}
  return Object.fromEntries(
    FIELD_NAMES.map((name) => {
      const [first = ''] = labelsOf(name, language)
      return [`plan.field.${name}`, first.charAt(0).toLocaleUpperCase(tag) + first.slice(1)]
    }),
  )
}
