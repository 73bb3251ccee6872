// The JSON Schema of SARIF 2.1.0 as Microsoft's package ships it, compiled.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Validator {
  (data: unknown): boolean;
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

interface Ajv {
  compile(schema: object): Validator;
}

const require = createRequire(import.meta.url);
const AjvDraft04 = require('ajv-draft-04') as new (options: object) => Ajv;
const addFormats = require('ajv-formats') as (ajv: Ajv) => void;
const schemaFile = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

// One pattern of the schema is no Unicode regular expression.
const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));

/** Returns what is wrong with a log, by the schema; empty when it is valid. */
export function sarifFaults(log: unknown): readonly string[] {
  if (validate(log)) return [];
  return (validate.errors ?? []).map((each) => `${each.instancePath} ${each.message}`);
}
