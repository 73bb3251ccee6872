// Single changes to the data of a spec: a value, an item that goes, two that change places. What the
// tests of this folder hold against a paper, or against the canonical form.

/** A spec as data. */
export type Data = { [key: string]: unknown };

/** A change and what it makes of the data. */
export interface Changed {
  /** What was done, and where. */
  readonly name: string;
  readonly data: Data;
}

/** Returns every single change: to each value, and of each item of a list or map. */
export function singleChanges(data: Data): readonly Changed[] {
  const changes: Changed[] = [];
  const at = (path: readonly string[], edit: (holder: Data, key: string) => void): Data => {
    const copy = structuredClone(data);
    let holder: Data = copy;
    for (const key of path.slice(0, -1)) holder = holder[key] as Data;
    edit(holder, path.at(-1)!);
    return copy;
  };
  const visit = (value: unknown, path: readonly string[]): void => {
    const where = path.join('.');
    if (typeof value !== 'object' || value === null) {
      changes.push({
        name: `another value of ${where}`,
        data: at(path, (holder, key) => {
          holder[key] = otherValue(value);
        }),
      });
      return;
    }
    if (path.length > 0) {
      changes.push({
        name: `without ${where}`,
        data: at(path, (holder, key) => {
          if (Array.isArray(holder)) holder.splice(Number(key), 1);
          else delete holder[key];
        }),
      });
    }
    const keys = Object.keys(value);
    const first = JSON.stringify((value as Data)[keys[0]!]);
    const second = JSON.stringify((value as Data)[keys[1]!]);
    if (Array.isArray(value) && value.length > 1 && first !== second) {
      changes.push({
        name: `the first two of ${where} the other way round`,
        data: at([...path, '0'], (list) => {
          [list[0], list[1]] = [list[1], list[0]];
        }),
      });
    }
    for (const key of keys) visit((value as Data)[key], [...path, key]);
  };
  visit(data, []);
  return changes;
}

function otherValue(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value !== 'string') return !value;
  return /^\d{4}-\d\d-\d\d$/.test(value) ? '2027-07-07' : `${value},`;
}
