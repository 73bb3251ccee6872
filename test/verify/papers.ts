// A small agreement, its papers, and verifying in memory: what the tests of this folder share.
// Each paper is made once; whoever changes one works on a copy.

import type { Ports } from '../../src/base/ports.ts';
import { type BuildOptions, build } from '../../src/build.ts';
import { nodeHost } from '../../src/node/host.ts';
import { nodePorts } from '../../src/node/ports.ts';
import type { Verdict } from '../../src/proof/verdict.ts';
import { verify } from '../../src/verify.ts';
import { folder } from '../agreements/making.ts';

/** A spec with a clause, tables and signatures; `money` is what changes most easily. */
export const spec = `# Notes between us: ask Maria about the room.
spec: 1
title: Stars over Riverbend
reference: RPL-2027-004
version: "0.3"
date: 2027-01-04
purpose: Bring hands-on astronomy to families who have never used a telescope.
partners:
  library:
    name: Riverbend Public Library
    short: the Library
    signatories: [{ name: Maria Okafor, title: Director }]
  club:
    name: Riverbend Astronomy Club
    short: the Club
    signatories: [{ name: Priya Raman, title: President }]
term: { start: 2027-01-11, end: 2027-12-17 }
roles:
  - { task: Organise the monthly meeting, lead: library, person: Dana Whitfield }
  - { task: Bring the telescopes, lead: club, person: Omar Haddad }
resources:
  budget:
    currency: USD
    lines: [{ item: Printing, amount: 400, from: library }]
    total: 400
terms:
  binding: false
  changes: Both partners agree to changes in writing, and sign them.
  other:
    - { heading: Weather, text: "If it rains, we meet indoors." }
`;

/** The same agreement, laid out and commented in another way. */
export const relaid = spec
  .replace('# Notes between us: ask Maria about the room.\n', '')
  .replace('title: Stars over Riverbend\n', '')
  .concat('title: "Stars over Riverbend" # as on the poster\n');

const encoder = new TextEncoder();

/** Returns a text as bytes. */
export const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** Real ports over the folder with the example's pictures. */
export const ports = (): Ports => nodePorts(nodeHost({ folder }));

/** Makes a paper of a spec. */
export async function make(
  text: string,
  format: 'docx' | 'pdf',
  options: Partial<BuildOptions> = {},
  world: Ports = ports(),
): Promise<Uint8Array> {
  const input = { name: 'our-agreement.yaml', bytes: bytesOf(text) };
  const built = await build(input, { formats: [format], ...options }, world);
  const found = built.outputs.find((each) => each.format === format);
  if (!found) throw new Error(`There is no ${format}: ${built.stopped}`);
  return found.bytes;
}

/** Verifies a file, against a spec or what it carries. */
export function verified(
  bytes: Uint8Array,
  text?: string,
  world: Ports = ports(),
): Promise<Verdict> {
  const given = text === undefined ? {} : { spec: { name: 'given.yaml', bytes: bytesOf(text) } };
  return verify({ bytes, ...given }, world);
}

/** Both wordings of a verdict's differences, as a test can state them. */
export const wordings = ({ texts }: Verdict): readonly (readonly [string, string])[] =>
  texts.map(({ made, found }) => [made, found] as const);
