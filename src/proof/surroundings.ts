// What of the world is not as it was when a paper was made: the template, the logos and annexes. Compares
// hashes, which only say where to look; no verdict follows from them.

import type { Ports } from '../base/ports.ts';
import type { Agreement } from '../model/agreement.ts';
import type { RememberingHost } from './prove.ts';
import { type MakingRecord, templateHash } from './record.ts';

/** Says that the template at hand is not the one that the record names. */
export async function templateNotes(
  record: MakingRecord | undefined,
  agreement: Agreement | undefined,
  { host, digest }: Ports,
): Promise<readonly string[]> {
  const files = record && agreement && (await host.readTemplate(agreement.kind ?? 'mou'));
  if (!files || (await templateHash(files, digest)) === record.template.hash) return [];
  return [
    `The template is not the one it was made with: ${files.name} was changed, or it was made with another (--template).`,
  ];
}

/** Pictures that the paper was made with, or that its spec names, and that are not at hand. */
export function lostPictures(
  record: MakingRecord | undefined,
  answers: RememberingHost['answers'],
): readonly string[] {
  return [...answers].flatMap(([path, { found }]) =>
    found || record?.pictures[path] === null ? [] : [path],
  );
}

/** Says which pictures are not at hand. */
export function pictureNotes(lost: readonly string[]): readonly string[] {
  if (lost.length === 0) return [];
  const [are, lie] = lost.length === 1 ? ['is', 'it lies'] : ['are', 'they lie'];
  return [
    `Pictures could not be compared: ${lost.join(', ')} ${are} not at hand. Give --assets with the folder that ${lie} in.`,
  ];
}

/** Says which pictures at hand are others than the record names. */
export async function otherPictures(
  record: MakingRecord | undefined,
  answers: RememberingHost['answers'],
  { digest }: Ports,
): Promise<readonly string[]> {
  const notes: string[] = [];
  for (const [path, answer] of answers) {
    const sum = record?.pictures[path];
    if (answer.found && sum !== undefined && (await digest(answer.bytes)) !== sum) {
      notes.push(`${path} is not the picture that it was made with.`);
    }
  }
  return notes;
}
