// Loads the library that reads the letters of a PDF, when the first PDF is read and not before. It runs
// in this thread, draws nothing and reaches for no network and no file.

import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { damaged } from './pdf-syntax.ts';

/** Opens a PDF for reading its text; the bytes are not changed. Throws a UserError where it cannot. */
export async function openForText(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const library = await loaded();
  try {
    return await library.getDocument({
      // The library takes the bytes away with it.
      data: bytes.slice(),
      verbosity: 0,
      useSystemFonts: false,
      disableFontFace: true,
      useWorkerFetch: false,
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
      isEvalSupported: false,
    }).promise;
  } catch {
    throw damaged('its pages cannot be read');
  }
}

let library: Promise<typeof import('pdfjs-dist/legacy/build/pdf.mjs')> | undefined;

function loaded(): NonNullable<typeof library> {
  library ??= load();
  return library;
}

async function load(): NonNullable<typeof library> {
  const world = globalThis as unknown as Record<string, unknown>;
  // Named when the library is loaded, used only for drawing, which nobody asks for.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) world[name] ??= class {};
  // With its other half in place the library starts no thread and looks for no file.
  world.pdfjsWorker ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}
