// The YAML of an agreement that was put together from several files: what a paper carries where no
// single file could be carried. Writes only; it is read like any other spec.

import { Document, isMap, isNode, isSeq, type Node } from 'yaml';
import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';

/** A finding that a comment in one of the files accepted. */
export interface AcceptedInComment {
  readonly path: Path;
  readonly rule: string;
  readonly reason: string;
  readonly by: string;
}

/** Returns a spec that reads as this agreement, with the comments that accept findings in their places. */
export function mergedYaml(
  agreement: Agreement,
  accepted: readonly AcceptedInComment[] = [],
): string {
  const document = new Document(agreement, { aliasDuplicateObjects: false });
  for (const { path, rule, reason, by } of accepted) {
    const comment = ` pactwright-ignore-next-line ${rule} by ${by}: ${reason}`;
    const place = placeOf(document.contents as Node, path);
    if (place) place.commentBefore = [place.commentBefore, comment].filter(Boolean).join('\n');
  }
  // Lines as long as they are, so that no text is folded and unfolded on its way.
  return document.toString({ lineWidth: 0 });
}

/** Returns the key or item before whose line a comment covers a path, or what is there of it. */
function placeOf(root: Node, path: Path): Node | undefined {
  let node: unknown = root;
  let place: Node | undefined;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(step));
      if (!pair) break;
      place = isNode(pair.key) ? pair.key : place;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      if (!isNode(node)) break;
      place = node;
    } else break;
  }
  if (place) return place;
  const first = isMap(root) ? root.items[0]?.key : undefined;
  return isNode(first) ? first : undefined;
}
