// The half of pdf.js that does the reading has no types of its own.
// It is only put in place, never called from here.

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
