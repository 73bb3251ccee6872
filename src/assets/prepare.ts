// Decodes every picture of a paper to clean pixels at the size it is printed, before any renderer
// runs. A logo that fails to decode is reported and gets the partner's monogram like a missing one.

import { type Diagnostic, diagnostic } from '../base/diagnostic.ts';
import type { Rasteriser } from '../base/ports.ts';
import type { Agreement } from '../model/agreement.ts';
import { type Located, spanAt } from '../model/located.ts';
import type { Picture } from '../model/paper.ts';
import type { GatheredAssets, GatheredPicture } from './gather.ts';
import { vectorOf } from './vector.ts';

/** A picture as layout needs it: its id and its shape. */
export interface PreparedPicture {
  readonly id: string;
  /** Width by height. */
  readonly aspect: number;
  /** True for a monogram that stands in for a logo. */
  readonly tile?: true;
}

/** All pictures of a paper. */
export interface PreparedPictures {
  /** The pixels, by picture id. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** By partner key; every partner has one. */
  readonly logos: ReadonlyMap<string, PreparedPicture>;
  /** By index under `annexes`, where the picture can be used. */
  readonly annexes: ReadonlyMap<number, PreparedPicture>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Logos print at most 60 by 30 mm: this box gives 400 dots per inch and more. */
const logoBox = { maxWidthPx: 960, maxHeightPx: 640 };
/** An annex fills at most a page, 170 by 240 mm: 220 dots per inch. */
const annexBox = { maxWidthPx: 1500, maxHeightPx: 2100 };

/** Prepares the pictures of an agreement; `monogramOf` gives the SVG for a partner without a usable logo. */
export async function preparePictures(
  agreement: Agreement,
  located: Located,
  assets: GatheredAssets,
  monogramOf: (key: string) => string,
  rasteriser: Rasteriser,
): Promise<PreparedPictures> {
  const pictures = new Map<string, Picture>();
  const logos = new Map<string, PreparedPicture>();
  const annexes = new Map<number, PreparedPicture>();
  const diagnostics: Diagnostic[] = [];
  const decode = async (
    gathered: GatheredPicture,
    box: typeof logoBox,
  ): Promise<Picture | undefined> => {
    try {
      return await rasterise(gathered, box, rasteriser);
    } catch {
      const { path } = gathered;
      diagnostics.push(
        diagnostic(
          'asset/broken',
          'error',
          'This picture looks whole but cannot be decoded.',
          spanAt(located, path),
          path,
          'Open it in a picture program, save it again as PNG, and use the new file.',
        ),
      );
      return undefined;
    }
  };
  for (const key of Object.keys(agreement.partners)) {
    const gathered = assets.logos.get(key);
    const own = gathered ? await decode(gathered, logoBox) : undefined;
    const picture = own ?? (await drawMonogram(monogramOf(key), rasteriser));
    const id = `logo-${key}`;
    pictures.set(id, picture);
    logos.set(key, { id, aspect: aspectOf(picture), ...(own ? {} : { tile: true }) });
  }
  for (const index of (agreement.annexes ?? []).keys()) {
    const gathered = assets.annexes.get(index);
    const picture = gathered ? await decode(gathered, annexBox) : undefined;
    if (!picture) continue;
    const id = `annex-${index + 1}`;
    pictures.set(id, picture);
    annexes.set(index, { id, aspect: aspectOf(picture) });
  }
  return { pictures, logos, annexes, diagnostics };
}

const aspectOf = ({ widthPx, heightPx }: Picture): number => widthPx / heightPx;

function rasterise(
  { bytes, probe }: GatheredPicture,
  box: typeof logoBox,
  rasteriser: Rasteriser,
): Promise<Picture> {
  return probe.format === 'svg'
    ? draw(probe.svg, box, rasteriser)
    : rasteriser.rasterise(bytes, probe.format, box);
}

function drawMonogram(svg: string, rasteriser: Rasteriser): Promise<Picture> {
  return draw(svg, { maxWidthPx: 480, maxHeightPx: 480 }, rasteriser);
}

/** Draws an SVG to pixels, and keeps its shapes where they say the same. */
async function draw(svg: string, box: typeof logoBox, rasteriser: Rasteriser): Promise<Picture> {
  const image = await rasteriser.rasterise(new TextEncoder().encode(svg), 'svg', box);
  const { simpleSvg, ...picture } = image;
  const vector = simpleSvg === undefined ? undefined : vectorOf(simpleSvg);
  return vector ? { ...picture, vector } : picture;
}
