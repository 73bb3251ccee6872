// Decides which file a path in a spec may mean: inside the spec's folder or `--assets`, and nowhere
// else. Pure path logic, with the path module as an argument so that Windows rules are tested anywhere.

import type { PlatformPath } from 'node:path';

/** Returns true when `candidate` is `root` or lies below it; both absolute. */
export function isInside(root: string, candidate: string, path: PlatformPath): boolean {
  const relative = path.relative(root, candidate);
  return (
    relative === '' ||
    (!path.isAbsolute(relative) && relative !== '..' && !relative.startsWith(`..${path.sep}`))
  );
}

/**
 * Returns the absolute paths that `wanted` may mean, one for each root in which it stays, or `outside`.
 * Backslashes count as slashes on every machine, so that a spec written on Windows works elsewhere;
 * drive letters, network paths, URLs, alternate data streams and devices are outside.
 */
export function candidates(
  wanted: string,
  roots: readonly string[],
  path: PlatformPath,
): readonly string[] | 'outside' {
  const slashed = wanted.replaceAll('\\', '/');
  if (slashed.startsWith('/') || slashed.includes(':') || slashed.includes('\0')) return 'outside';
  if (slashed.split('/').some(isDevice)) return 'outside';
  const found = roots
    .map((root) => ({ root, full: path.resolve(root, slashed) }))
    .filter(({ root, full }) => isInside(root, full, path))
    .map(({ full }) => full);
  return found.length > 0 ? found : 'outside';
}

/** The device names of Windows ("Naming Files, Paths, and Namespaces", Microsoft Learn). */
const devices = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$/i;

/** Returns true for a file name that Windows would take for a device, with or without an ending. */
export function isDevice(name: string): boolean {
  return devices.test((name.split('.')[0] ?? '').trim());
}
