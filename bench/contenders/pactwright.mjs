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

/** How many agreements are validated before the clock starts; then they come round again. */
const kept = 100;

function fromAgreement(format) {
  const agreements = [];
  return {
    name: 'Pactwright, from an agreement',
    version,
    format,
    does: 'from a validated agreement: composed, with its hashes and record, to bytes',
    async prepare() {
      for (let n = 0; n < kept; n += 1)
        agreements.push(await (await press()).validate(withValues(text, n)));
    },
    async make(_content, n) {
      return (await press()).make(agreements[n % kept], format);
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
