// Reads and probes every picture that a spec names: facts for the rules, problems for the reports,
// and the bytes for whoever draws them. Decodes nothing.

import { type Diagnostic, diagnostic, type Severity } from '../base/diagnostic.ts';
import { assertNever } from '../base/errors.ts';
import type { Host } from '../base/ports.ts';
import type { Path } from '../base/source.ts';
import type { Agreement } from '../model/agreement.ts';
import type { Facts, PictureFacts, UnusablePicture } from '../model/facts.ts';
import { type Located, spanAt } from '../model/located.ts';
import { type GoodPicture, probePicture } from './probe.ts';

/** A picture that can be drawn. */
export interface GatheredPicture {
  readonly path: Path;
  readonly bytes: Uint8Array;
  readonly probe: GoodPicture;
}

/** What the files of a spec hold. */
export interface GatheredAssets {
  readonly facts: Facts;
  /** By partner key. */
  readonly logos: ReadonlyMap<string, GatheredPicture>;
  /** By index under `annexes`. */
  readonly annexes: ReadonlyMap<number, GatheredPicture>;
  readonly diagnostics: readonly Diagnostic[];
}

interface Looked {
  readonly facts: PictureFacts;
  readonly picture?: GatheredPicture;
  readonly diagnostics: readonly Diagnostic[];
}

/** Looks at every logo and annex of an agreement. */
export async function gatherAssets(
  agreement: Agreement,
  located: Located,
  host: Host,
): Promise<GatheredAssets> {
  const severity: Severity = 'error';
  const look = (what: string, file: string, path: Path): Promise<Looked> =>
    lookAt(what, file, path, located, host, severity);
  const logos = await Promise.all(
    Object.entries(agreement.partners).flatMap(([key, partner]) =>
      partner.brand?.logo === undefined
        ? []
        : [
            look('logo', partner.brand.logo, ['partners', key, 'brand', 'logo']).then((looked) => ({
              key,
              looked,
            })),
          ],
    ),
  );
  const annexes = await Promise.all(
    (agreement.annexes ?? []).flatMap((annex, index) =>
      annex.file === undefined
        ? []
        : [
            look('annex', annex.file, ['annexes', index, 'file']).then((looked) => ({
              key: index,
              looked,
            })),
          ],
    ),
  );
  return {
    facts: {
      logos: Object.fromEntries(logos.map(({ key, looked }) => [key, looked.facts])),
      annexes: Object.fromEntries(annexes.map(({ key, looked }) => [key, looked.facts])),
    },
    logos: usable(logos),
    annexes: usable(annexes),
    diagnostics: [...logos, ...annexes].flatMap(({ looked }) => looked.diagnostics),
  };
}

function usable<Key>(
  all: readonly { readonly key: Key; readonly looked: Looked }[],
): ReadonlyMap<Key, GatheredPicture> {
  return new Map(
    all.flatMap(({ key, looked }) => (looked.picture ? [[key, looked.picture] as const] : [])),
  );
}

async function lookAt(
  what: string,
  file: string,
  path: Path,
  located: Located,
  host: Host,
  severity: Severity,
): Promise<Looked> {
  const problem = (
    code: string,
    state: UnusablePicture['state'],
    message: string,
    hint: string,
  ): Looked => ({
    facts: { state },
    diagnostics: [
      diagnostic(
        code,
        severity,
        `The ${what} \`${file}\` ${message}.`,
        spanAt(located, path),
        path,
        hint,
      ),
    ],
  });
  const answer = await host.readAsset(file);
  if (!answer.found) {
    switch (answer.reason) {
      case 'missing':
        return problem(
          'asset/missing',
          'missing',
          'is not there',
          'Paths start at the folder of this spec; check the spelling, or name another folder with --assets.',
        );
      case 'outside':
        return problem(
          'asset/outside',
          'outside',
          "lies outside the spec's folder",
          "Copy the picture into the spec's folder and write its path from there; or name its folder with --assets and write only the path inside it.",
        );
      case 'too-large':
        return problem(
          'asset/too-large',
          'too-large',
          'is over 20 MB',
          'Ask for a smaller file; an SVG, or a PNG of 2,000 pixels, prints well.',
        );
      case 'unreadable':
        return problem(
          'asset/unreadable',
          'unreadable',
          'cannot be opened',
          'Check that it is a file, not a folder, and that you may read it.',
        );
      default:
        return assertNever(answer.reason);
    }
  }
  const probe = probePicture(answer.bytes);
  if (!probe.ok) return problem(`asset/${probe.problem}`, probe.problem, probe.message, probe.hint);
  return {
    facts: {
      state: 'ok',
      format: probe.format,
      widthPx: probe.widthPx,
      heightPx: probe.heightPx,
    },
    picture: { path, bytes: answer.bytes, probe },
    diagnostics: removedNotes(what, file, probe, path, located),
  };
}

/** Says what cleaning took out of a drawing, where that changes how it looks. */
function removedNotes(
  what: string,
  file: string,
  probe: GoodPicture,
  path: Path,
  located: Located,
): readonly Diagnostic[] {
  if (probe.format !== 'svg' || probe.removed.length === 0) return [];
  return [
    diagnostic(
      'asset/simplified',
      'warning',
      `The ${what} \`${file}\` is drawn without ${probe.removed.join(', ')}.`,
      spanAt(located, path),
      path,
      'Look at the paper; if something is missing, ask the designer for a plain SVG or a PNG.',
    ),
  ];
}
