// What could be written to settle a finding, in one line beside its question: where, and the YAML,
// shortened. From the rules' own fixes; the whole of it is in the review page and in `explain`.

import { parse } from 'yaml';
import type { Diagnostic } from '../base/diagnostic.ts';
import { type Path, positionAt } from '../base/source.ts';
import type { Checked } from '../check.ts';
import { type Fix, type Found, rules, type YamlValue, yamlText } from '../checklist/index.ts';
import { isLeftOut, type Located, nodeAt, spanAt } from '../model/located.ts';

/** The longest line of YAML, and the longest text in it before it is cut, in characters. */
const longest = { line: 96, text: 44, shortText: 20 };

/** Returns a line for each open finding of the checklist that a few words of YAML can settle. */
export function mendLines({
  agreement,
  located,
  checklist,
  diagnostics,
}: Checked): ReadonlyMap<Diagnostic, string> {
  const lines = new Map<Diagnostic, string>();
  if (!agreement || !located || !checklist) return lines;
  const open = new Map<string, Diagnostic[]>();
  const keyOf = (code: string, message: string): string => `${code} ${message}`;
  for (const each of diagnostics) {
    if (each.waived) continue;
    const key = keyOf(each.code, each.message);
    const known = open.get(key);
    if (known) known.push(each);
    else open.set(key, [each]);
  }
  for (const finding of checklist.findings) {
    if (finding.waived || finding.comment !== undefined) continue;
    const rule = rules.find(({ id }) => id === finding.rule);
    const diagnostic = open
      .get(keyOf(finding.rule, finding.message))
      ?.find(({ path }) => path === finding.path);
    const line = rule && diagnostic && mendLine(rule.fix(agreement, finding), finding, located);
    if (line) lines.set(diagnostic, line);
  }
  return lines;
}

/** Returns `under `terms` (line 12): `changes: …``, or nothing where people choose the words. */
function mendLine(fix: Fix, { at: words }: Found, located: Located): string | undefined {
  const { at, value } = placed(fix.at, parse(fix.yaml) as YamlValue, located);
  const last = at.at(-1);
  if (!isMap(value) && !Array.isArray(value)) {
    if (words || String(value).length > longest.text) return undefined;
    return said(at.slice(0, -1), { [String(last)]: value }, located);
  }
  return said(at, value, located);
}

interface Placed {
  readonly at: Path;
  readonly value: YamlValue;
}

/** The innermost map or list that is in the file, and what is added to it. */
function placed(at: Path, value: YamlValue, located: Located): Placed {
  const last = at.at(-1);
  if (last !== undefined && !isThere(located, at)) {
    return placed(at.slice(0, -1), typeof last === 'number' ? [value] : { [last]: value }, located);
  }
  const [entry, ...others] = isMap(value) ? Object.entries(value) : [];
  if (!entry || others.length > 0) return { at, value };
  const [key, inner] = entry;
  const goesOn = (isMap(inner) || Array.isArray(inner)) && isThere(located, [...at, key]);
  return goesOn ? placed([...at, key], inner, located) : { at, value };
}

function isThere(located: Located, path: Path): boolean {
  const node = nodeAt(located, path);
  return node !== undefined && !isLeftOut(node);
}

function said(at: Path, value: YamlValue, located: Located): string {
  const yaml = shortened(value).map((each) => `\`${each}\``);
  const last = at.at(-1);
  if (last === undefined) return `e.g. ${yaml.join(', ')}`;
  const span = spanAt(located, at);
  const line = `line ${span.source.row?.number ?? positionAt(span.source, span.start).line}`;
  const place = typeof last === 'number' ? `in ${line}` : `under \`${last}\` (${line})`;
  return `e.g. ${place}: ${yaml.join(', ')}`;
}

/** The YAML in pieces, one for each key or item, with texts cut until it is short. */
function shortened(value: YamlValue): readonly string[] {
  const steps = [longest.text, longest.shortText, 0];
  const tries = steps.map((limit) => pieces(cut(value, limit)));
  return tries.find((each) => each.join(', ').length <= longest.line) ?? tries.at(-1)!;
}

function pieces(value: YamlValue): readonly string[] {
  if (Array.isArray(value)) return value.map((item: YamlValue) => `- ${flow(item)}`);
  return isMap(value)
    ? Object.entries(value).map(([key, item]) =>
        `${key}: ${item === null ? '' : flow(item)}`.trim(),
      )
    : [flow(value)];
}

/** On one line, as our examples are written. */
function flow(value: YamlValue): string {
  return yamlText([value]).replace(/^- /, '').replaceAll('"…"', '…');
}

/** Cuts every text that is longer, at a word; at a limit of 0 all that has several words. */
function cut(value: YamlValue, limit: number): YamlValue {
  if (Array.isArray(value)) return value.map((item: YamlValue) => cut(item, limit));
  if (isMap(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cut(item, limit)]));
  }
  // Days, names of partners and words from a fixed list have no space in them.
  if (typeof value !== 'string' || value.length <= limit || !value.includes(' ')) return value;
  const space = value.lastIndexOf(' ', limit);
  return `${value.slice(0, Math.max(0, space))}…`;
}

function isMap(value: YamlValue): value is { readonly [key: string]: YamlValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
