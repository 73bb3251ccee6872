// Folders for the tests of a batch: small specs that differ, and what lies in a folder afterwards.

import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hashOf } from '../../src/node/write-whole.ts';

/** Returns a small spec that builds. */
export function smallSpec(number: number, more = ''): string {
  return `spec: 1
reference: MOU-${number}
title: Stars over Riverbend, night ${number}
purpose: Bring hands-on astronomy to families who have never used a telescope.
partners:
  library: { name: Riverbend Public Library }
  club: { name: Riverbend Astronomy Club }
term: { start: 2027-01-11 }
${more}`;
}

/** Writes so many specs into a folder: `a001.yaml` and on. */
export function writeSpecs(folder: string, count: number, more = ''): void {
  mkdirSync(folder, { recursive: true });
  for (let number = 1; number <= count; number += 1) {
    const name = `a${String(number).padStart(3, '0')}.yaml`;
    writeFileSync(path.join(folder, name), smallSpec(number, more));
  }
}

/** Returns the hash of every file of a folder, by name. */
export function contents(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)))
    .sort();
  return new Map(
    names.map((name) => [name, hashOf(readFileSync(path.join(folder, name)))] as const),
  );
}
