// The configurations that hold for the specs of one run: each found and read once, each of its
// problems reported once. What stands in them is read by check.ts.

import path from 'node:path';
import type { Diagnostic } from '../base/diagnostic.ts';
import { checkHouse, type HouseFile } from '../check.ts';
import { findHouse } from '../node/find-house.ts';

/** The configurations of one run. */
export interface HouseFiles {
  /** Returns what `check` and `build` take for a spec in this folder. */
  settingsFor(folder: string): Promise<{ readonly house?: HouseFile }>;
  /** Returns a result without the problems of a configuration that an earlier result has. */
  saidOnce<Result extends { readonly diagnostics: readonly Diagnostic[] }>(result: Result): Result;
}

/** Starts with nothing read. */
export function houseFiles(): HouseFiles {
  const byFolder = new Map<string, Promise<HouseFile | undefined>>();
  const byFile = new Map<string, HouseFile>();
  const problems = new Set<Diagnostic>();
  const said = new Set<Diagnostic>();
  const read = async (folder: string): Promise<HouseFile | undefined> => {
    const found = await findHouse(folder);
    if (!found) return undefined;
    const key = path.resolve(found.name);
    const house = byFile.get(key) ?? checkHouse(found);
    byFile.set(key, house);
    for (const each of house.diagnostics) problems.add(each);
    return house;
  };
  return {
    settingsFor: async (folder) => {
      const key = path.resolve(folder);
      const known = byFolder.get(key) ?? read(folder);
      byFolder.set(key, known);
      const house = await known;
      return house ? { house } : {};
    },
    saidOnce: (result) => {
      const diagnostics = result.diagnostics.filter((each) => {
        if (!problems.has(each)) return true;
        const first = !said.has(each);
        said.add(each);
        return first;
      });
      return { ...result, diagnostics };
    },
  };
}
