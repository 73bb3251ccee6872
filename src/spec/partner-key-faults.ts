// Keys that are partners: the form of new ones, and whether others exist.
// For keys of maps; values that name a partner are read-leaf.ts's business.
// Part of validating; what a partner does is for the checklist.

import type { Path, Span } from '../base/source.ts';
import type { Context } from './context.ts';
import { nameFault, nameFor } from './names.ts';
import { choices, shown } from './words.ts';

/** Returns the key of the partner that a key names, or `undefined` after reporting why none. */
export function partnerKeyFault(
  keys: 'partner' | 'newPartner',
  key: string,
  span: Span,
  path: Path,
  context: Context,
): string | undefined {
  const { partners } = context;
  if (keys === 'newPartner') {
    const why = nameFault(key);
    if (why === undefined) return key;
    const hint = `Write for example \`${nameFor(key)}\`: a letter first, then letters, digits, - or _.`;
    context.report('schema/bad-key', span, path, `The partner key ${shown(key)} ${why}.`, hint);
    return undefined;
  }
  const known = partners.find(key);
  if (known !== undefined || !partners.known) return known ?? key;
  const meant = partners.suggest(key, []);
  const hint =
    meant === undefined ? `Write ${choices(partners.keys)}.` : `Did you mean \`${meant}\`?`;
  context.unknownPartner(key, span, path, hint);
  return undefined;
}
