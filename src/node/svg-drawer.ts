// Draws cleaned SVGs with resvg in a worker thread of its own, which can be ended when a drawing
// takes too long or exhausts its memory. The worker is started at the first drawing, then kept.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { fontPath, resvgPath } from './package-files.ts';

/** Pixels with 8 bits a channel, RGBA, colours multiplied by opacity. */
export interface Drawing {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly premultiplied: Uint8Array;
  /** The drawing as resvg understood it: groups and paths, text as paths. */
  readonly simpleSvg: string;
}

/** How long one drawing may take; the busiest real logo takes under a second. */
const longestMs = 20_000;

/** Text in a drawing is set in these, whatever typeface it asks for: the same on every machine. */
const fonts = [
  'NotoSans_400Regular.ttf',
  'NotoSans_700Bold.ttf',
  'NotoSans_400Regular_Italic.ttf',
  'NotoSerif_400Regular.ttf',
  'NotoSerif_700Bold.ttf',
];

// Plain source text, because a worker file of its own would have to be found again in a bundle.
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { initWasm, Resvg } = require(workerData.resvg);
const ready = initWasm(workerData.wasm);
const font = {
  fontBuffers: workerData.fonts,
  defaultFontFamily: 'Noto Sans',
  sansSerifFamily: 'Noto Sans',
  serifFamily: 'Noto Serif',
  monospaceFamily: 'Noto Sans',
  cursiveFamily: 'Noto Sans',
  fantasyFamily: 'Noto Sans',
};
parentPort.on('message', async ({ svg, fit, usesText }) => {
  try {
    await ready;
    const resvg = new Resvg(svg, { fitTo: fit, font: usesText ? font : { fontBuffers: [] } });
    const image = resvg.render();
    const pixels = image.pixels.slice();
    const simpleSvg = resvg.toString();
    const answer = { widthPx: image.width, heightPx: image.height, premultiplied: pixels, simpleSvg };
    image.free();
    resvg.free();
    parentPort.postMessage(answer, [pixels.buffer]);
  } catch (error) {
    parentPort.postMessage({ problem: String(error) });
  }
});
`;

let worker: Promise<Worker> | undefined;
let queue: Promise<unknown> = Promise.resolve();

/** Draws a cleaned SVG at a width or height; rejects when it cannot be drawn or takes too long. */
export function drawSvg(
  svg: string,
  fit: { readonly mode: 'width' | 'height'; readonly value: number },
): Promise<Drawing> {
  const drawn = queue.then(() => drawNext(svg, fit));
  queue = drawn.catch(() => undefined);
  return drawn;
}

async function startWorker(): Promise<Worker> {
  const require = createRequire(import.meta.url);
  const started = new Worker(program, {
    eval: true,
    workerData: {
      resvg: require.resolve('@resvg/resvg-wasm'),
      wasm: await readFile(resvgPath()),
      fonts: await Promise.all(fonts.map((file) => readFile(fontPath(file)))),
    },
  });
  // Waiting for drawings must not keep a finished program alive.
  started.unref();
  return started;
}

async function drawNext(
  svg: string,
  fit: { readonly mode: 'width' | 'height'; readonly value: number },
): Promise<Drawing> {
  worker ??= startWorker();
  const running = await worker;
  running.ref();
  try {
    return await new Promise<Drawing>((resolve, reject) => {
      const timer = setTimeout(
        () => finish(() => reject(new Error('drawing it takes too long'))),
        longestMs,
      );
      const finish = (settle: () => void): void => {
        clearTimeout(timer);
        running.removeAllListeners('message').removeAllListeners('error');
        running.removeAllListeners('exit');
        settle();
      };
      running.on('message', (answer: Drawing | { readonly problem: string }) =>
        finish(() =>
          'problem' in answer ? reject(new Error('it cannot be drawn')) : resolve(answer),
        ),
      );
      running.on('error', () =>
        finish(() => reject(new Error('drawing it takes too much memory'))),
      );
      running.on('exit', () => finish(() => reject(new Error('drawing it takes too much memory'))));
      running.postMessage({ svg, fit, usesText: svg.includes('<text') });
    });
  } catch (error) {
    // After a failure the memory of the library is in an unknown state.
    worker = undefined;
    await running.terminate();
    throw error;
  } finally {
    running.unref();
  }
}
