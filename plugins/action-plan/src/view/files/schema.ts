import schema from './status.schema.json' with {type: 'json'}

/** The JSON Schema (draft 2020-12) of `status.json`, generated from model/status. */
export const statusSchema: Readonly<Record<string, unknown>> = schema
