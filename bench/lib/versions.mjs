// Versions of the packages that are measured, read from what is installed.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the version of a package of the bench. */
export function versionOf(name) {
  const file = join(import.meta.dirname, '../node_modules', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
