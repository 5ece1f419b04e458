// The one door to the YAML library: nothing else imports it.
export {isMap, isScalar, isSeq, LineCounter, parseDocument, visit} from 'yaml'
export type {Document, Node as YamlNode} from 'yaml'
