// Names of the languages that plans are written in, for the spelling check: a new table of the lexicon brings its own.
import {createJiti} from 'jiti'

const {LANGUAGES} = await createJiti(import.meta.url).import('../plugins/action-plan/src/lexicon/lexicon.ts')

export default {words: LANGUAGES.flatMap(({name}) => name.split(/[^\p{L}\p{M}]+/u))}
