import {FIELD_NAMES} from '../fields/fields.ts'
import {labelsOf} from '../fields/words.ts'
import {LANGUAGES} from '../lexicon/lexicon.ts'
import de from '../locales/de.json' with {type: 'json'}
import en from '../locales/en.json' with {type: 'json'}

/** The texts of the components, by their id, in every language that the package has. */
export const MESSAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {de, en}

/** What the components say without any texts. Pages load the texts of their locale: these would be there twice. */
const OWN = 'en'

/** The texts for a locale: its own, else those of its language ("de" for "de-AT"), else none, and the components keep their English. */
export function messagesFor(locale: string): Record<string, string> {
  const language = locale in MESSAGES ? locale : (locale.split('-')[0] ?? '')
  const own = MESSAGES[language]
  return language === OWN || own === undefined ? {} : {...own, ...fieldLabels(language)}
}

/** What fields are called in a language: their usual label there. */
function fieldLabels(tag: string): Record<string, string> {
  const language = LANGUAGES.find((one) => one.tag === tag)
  if (language === undefined) return {}
  return Object.fromEntries(
    FIELD_NAMES.map((name) => {
      const [first = ''] = labelsOf(name, language)
      return [`plan.field.${name}`, first.charAt(0).toLocaleUpperCase(tag) + first.slice(1)]
    }),
  )
}
