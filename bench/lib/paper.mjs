// The memorandum of the bench: its spec, and its content as Pactwright composes it, for everyone else.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOf, withValues } from './content.mjs';

const bench = join(import.meta.dirname, '..');

/** The folder of the product. */
export const root = join(bench, '..');

/** The product as it is built. */
export const cli = join(root, 'dist/cli.cjs');
export const product = () => import('../../dist/index.js');

/** The spec of the memorandum; its logos lie beside it. */
export const specFile = join(bench, 'paper/memorandum.yaml');
export const specText = readFileSync(specFile, 'utf8');

/** What the bench makes: bundles, content, papers. A quick run does not disturb a whole one. */
export const out = join(bench, 'out', process.env.BENCH_RUN ?? 'whole');

/** The bundle of ours.ts. */
export const bundle = join(out, 'ours.mjs');

/** The folder of the templates that engines fill. */
export const templates = join(out, 'templates');

const contentFile = join(out, 'content.json');

/** Returns an empty folder below `out`. */
export function freshFolder(name) {
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

let opened;

/** Returns Pactwright's own phases after the check; see ours.ts. */
export function press() {
  opened ??= import(bundle).then(({ openPress }) => openPress(join(bench, 'paper')));
  return opened;
}

/** Writes the content of the memorandum as JSON, for the processes of the contenders. */
export async function writeContent() {
  const { validate, composed } = await press();
  const { paper } = await composed(await validate(specText));
  const logo = (name) => join(bench, 'paper/logos', name);
  const content = contentOf(paper, {
    'logo-library': logo('riverbend-library.png'),
    'logo-club': logo('riverbend-astronomy-club.png'),
  });
  writeFileSync(contentFile, JSON.stringify(content, null, 1));
  return content;
}

let text;

/** Returns the content of the n-th agreement, as every contender starts from it. */
export function contentAt(n) {
  text ??= readFileSync(contentFile, 'utf8');
  return JSON.parse(withValues(text, n));
}
