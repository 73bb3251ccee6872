// Pactwright itself, three ways a format: from a validated agreement, from the text of the spec through
// the public build(), with everything a paper carries in both (tags, record, spec, signature fields).

import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { withValues } from '../lib/content.mjs';
import { press, product, specFile, specText as text } from '../lib/paper.mjs';

const folder = dirname(specFile);
const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);

function fromAgreement(format) {
  return {
    name: 'Pactwright, from an agreement',
    version,
    format,
    does: 'from a validated agreement: composed, with its hashes and record, to bytes',
    /** What it starts from in place of the content: an agreement, validated before the clock starts. */
    async input(n) {
      return (await press()).validate(withValues(text, n));
    },
    async make(agreement) {
      return (await press()).make(agreement, format);
    },
  };
}

function fromText(format) {
  let build;
  return {
    name: 'Pactwright, from YAML',
    version,
    format,
    does: 'from the text of the spec: `build()` of the published package, reading and check included',
    async prepare() {
      ({ build } = await product());
    },
    async make(_content, n) {
      const spec = { name: 'memorandum.yaml', text: withValues(text, n), folder };
      const { outputs, stopped } = await build(spec, { formats: [format] });
      if (stopped) throw new Error(stopped);
      return outputs[0].bytes;
    },
  };
}

export const contenders = ['docx', 'pdf'].flatMap((format) => [
  fromAgreement(format),
  fromText(format),
]);
