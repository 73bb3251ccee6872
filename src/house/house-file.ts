// The configuration of a house, from located data to a House. Every problem is a `config/*`
// diagnostic at its place; what is wrong is left out and the rest holds. Never throws.

import { closest } from '../base/closest.ts';
import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { House } from '../model/house.ts';
import { isLeftOut, type Located, type LocatedEntry } from '../model/located.ts';
import type { Known, Report } from './house-parts.ts';
import { readRules } from './house-rules.ts';
import { readThresholds } from './house-thresholds.ts';

/** The keys of a configuration. */
const keys = ['level', 'thresholds', 'jargon', 'rules'] as const;

/** Reads a configuration; an empty one changes nothing. */
export function readHouse(
  located: Located,
  known: Known,
): { readonly house: House; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, { span }, path, message, hint) => {
    diagnostics.push(diagnostic(code, 'error', message, span, path, hint));
  };
  const house: { -readonly [Key in keyof House]: House[Key] } = {
    thresholds: {},
    jargon: [],
    rules: {},
  };
  if (located.kind !== 'map') {
    if (!isLeftOut(located)) {
      const start = { span: { ...located.span, end: located.span.start } };
      const message = 'A configuration consists of keys with values.';
      report('config/wrong-type', start, [], message, `The keys are ${keys.join(', ')}.`);
    }
    return { house, diagnostics };
  }
  for (const entry of located.entries) {
    const { key, value } = entry;
    if (isLeftOut(value)) {
      if (!(keys as readonly string[]).includes(key)) unknownKey(entry, report);
      continue;
    }
    switch (key) {
      case 'level': {
        const level = readLevel(entry, known, report);
        if (level) house.level = level;
        break;
      }
      case 'thresholds':
        house.thresholds = readThresholds(entry, known, report);
        break;
      case 'jargon':
        house.jargon = readJargon(entry, report);
        break;
      case 'rules':
        house.rules = readRules(entry, known, report);
        break;
      default:
        unknownKey(entry, report);
    }
  }
  return { house, diagnostics };
}

function unknownKey({ key, keySpan }: LocatedEntry, report: Report): void {
  const near = closest(key, keys);
  const hint = near ? `Did you mean \`${near}\`?` : `The keys here are ${keys.join(', ')}.`;
  const message = `\`${key}\` is not a key that a configuration knows.`;
  report('config/unknown-key', { span: keySpan }, [key], message, hint);
}

function readLevel(
  { value }: LocatedEntry,
  known: Known,
  report: Report,
): House['level'] | undefined {
  const written = value.kind === 'scalar' ? value.text : undefined;
  const level = known.levels.find((each) => each === written);
  if (level) return level;
  const near = written === undefined ? undefined : closest(written, known.levels);
  const what = written === undefined ? 'A level is one word' : `"${written}" is no level`;
  const hint = near ? `Did you mean \`${near}\`?` : `The levels are ${known.levels.join(', ')}.`;
  report('config/unknown-choice', value, ['level'], `${what}.`, hint);
  return undefined;
}

function readJargon({ value }: LocatedEntry, report: Report): readonly string[] {
  const items = value.kind === 'list' ? value.items : [value];
  return items.flatMap((item, index) => {
    if (item.kind === 'scalar' && item.text.trim() !== '' && item.text.length <= 80) {
      return [item.text.trim()];
    }
    const path = value.kind === 'list' ? ['jargon', index] : ['jargon'];
    const message = 'The words of `jargon` are texts of up to 80 characters.';
    report('config/wrong-type', item, path, message, 'Write: jargon: [discovery layer, LibGuide]');
    return [];
  });
}
