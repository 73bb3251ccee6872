// The semantic document as text that people can read and compare: one line for each node, its text
// at the end. Knows no node by name, so a new kind of node shows without a change here.

/** Returns the outline of the nodes. */
export function documentOutline(nodes: readonly unknown[]): string {
  return nodes.flatMap((node) => lines(node, '')).join('\n');
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const inlineKinds = new Set(['text', 'link', 'reference', 'break']);

const isInlines = (value: unknown): value is readonly Plain[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((each) => isPlain(each) && inlineKinds.has(String(each.kind)));

/** Paths and other lists of plain values. */
const isScalars = (value: unknown): value is readonly (string | number)[] =>
  Array.isArray(value) &&
  value.every((each) => typeof each === 'string' || typeof each === 'number');

/** Nodes are named by their kind, other objects by the list they stand in: rows, then `row`. */
function lines(node: unknown, name: string): readonly string[] {
  if (Array.isArray(node)) {
    const kids = node.flatMap((each) => lines(each, ''));
    return chained(name, [], kids);
  }
  if (!isPlain(node)) return [`${name} ${String(node)}`];
  const facts: string[] = [];
  const kids: string[] = [];
  for (const [key, value] of Object.entries(node)) {
    if (key === 'kind' || key === 'from' || value === 'plain') continue;
    if (isInlines(value)) {
      facts.push(`${key === 'content' ? '' : `${key}=`}${JSON.stringify(inlineText(value))}`);
    } else if (key === 'about') facts.push(`about=${pathsText(value)}`);
    else if (isScalars(value))
      facts.push(...(value.length > 0 ? [`${key}=${value.join(',')}`] : []));
    else if (Array.isArray(value))
      kids.push(...value.flatMap((each) => lines(each, singular(key))));
    else if (isPlain(value)) kids.push(...lines(value, key));
    else facts.push(`${key}=${typeof value === 'string' ? JSON.stringify(short(value)) : value}`);
  }
  return chained(String(node.kind ?? name), facts, kids);
}

const singular = (key: string): string => (key === 'content' ? '' : key.replace(/s$/, ''));

/** Puts a node with one child on one line with it. */
function chained(
  name: string,
  facts: readonly string[],
  kids: readonly string[],
): readonly string[] {
  const line = [name, ...facts].filter(Boolean).join(' ');
  if (line === '') return kids;
  const [first, ...rest] = kids;
  if (first !== undefined && rest.every((each) => each.startsWith('  '))) {
    return [`${line} > ${first}`, ...rest];
  }
  return [line, ...kids.map((each) => `  ${each}`)];
}

function inlineText(inlines: readonly Plain[]): string {
  return short(
    inlines
      .map((each) => {
        if (each.kind === 'break') return ' ⏎ ';
        if (each.kind === 'reference') return `→${String(each.to)}`;
        if (each.kind === 'link') return `<${inlineText(each.content as readonly Plain[])}>`;
        return String(each.text);
      })
      .join(''),
  );
}

function pathsText(value: unknown): string {
  const one = (path: unknown): string => (Array.isArray(path) ? path.join('.') : String(path));
  if (isScalars(value)) return one(value);
  return (value as readonly unknown[]).map(one).join(',');
}

/** The whole text stands in the golden of the text. */
export function short(text: string): string {
  const most = 72;
  const signs = [...text.replace(/\s+/gu, ' ')];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('');
}
