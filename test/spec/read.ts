// Reads a spec from text or bytes the way check does, for tests: decode, YAML, validation.

import { type Diagnostic, sortDiagnostics } from '../../src/base/diagnostic.ts';
import { positionAt } from '../../src/base/source.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import type { Located } from '../../src/model/located.ts';
import { decodeSource } from '../../src/sources/decode.ts';
import { readYaml } from '../../src/sources/yaml.ts';
import { validate } from '../../src/spec/validate.ts';

/** What became of a spec. */
export interface Read {
  readonly located?: Located;
  readonly agreement?: Agreement;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a spec to the end. */
export function read(input: string | Uint8Array): Read {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const { source, diagnostics } = decodeSource('spec.yaml', bytes);
  const yaml = source ? readYaml(source) : { diagnostics: [] };
  const valid = yaml.located ? validate(yaml.located) : { diagnostics: [] };
  return {
    ...yaml,
    ...valid,
    diagnostics: sortDiagnostics([...diagnostics, ...yaml.diagnostics, ...valid.diagnostics]),
  };
}

/** Writes diagnostics the way fixtures expect them: `error yaml/tag 2:8 message`. */
export function lines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(({ severity, code, span, message }) => {
    const { line, column } = positionAt(span.source, span.start);
    return `${severity} ${code} ${line}:${column} ${message}`;
  });
}

/** The smallest spec that builds, with room for more lines. */
export function smallest(more = ''): string {
  return `spec: 1
title: Stars over Riverbend
purpose: Bring astronomy to families.
term: { start: 2027-01-11 }
partners:
  library: { name: Riverbend Public Library }
  club: { name: Riverbend Astronomy Club }
${more}`;
}
