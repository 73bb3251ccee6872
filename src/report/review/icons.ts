// The page's own set of drawings, each beside a word that says the same. One shape for each meaning,
// so that nothing depends on colour.

const drawings: Readonly<Record<string, string>> = {
  stop: '<path d="M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2Z" fill="currentColor"/><path d="M8 4v5M8 11v1.4" stroke="var(--card)" stroke-width="1.8"/>',
  warn: '<path d="M8 1.2 15.4 14.6H.6Z" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/><path d="M8 5.6v4.2M8 11.2v1.4" stroke="currentColor" stroke-width="1.6"/>',
  hint: '<circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M8 7.2v4.4M8 4.2v1.5" stroke="currentColor" stroke-width="1.6"/>',
  full: '<circle cx="8" cy="8" r="7.4" fill="currentColor"/><path d="m4.6 8.3 2.4 2.4 4.5-5" fill="none" stroke="var(--card)" stroke-width="1.7"/>',
  half: '<circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.4"/><path d="M8 1.2a6.8 6.8 0 0 0 0 13.6Z" fill="currentColor"/>',
  empty: '<circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.4"/>',
  waived:
    '<circle cx="8" cy="8" r="6.8" fill="none" stroke="currentColor" stroke-width="1.4" stroke-dasharray="2.4 1.9"/><path d="m4.8 8.3 2.2 2.2 4.2-4.7" fill="none" stroke="currentColor" stroke-width="1.5"/>',
  dash: '<path d="M3.5 8h9" stroke="currentColor" stroke-width="1.6"/>',
};

/** Returns the set, to stand once in the page. */
export function iconSet(): string {
  const symbols = Object.entries(drawings).map(
    ([name, drawing]) => `<symbol id="i-${name}" viewBox="0 0 16 16">${drawing}</symbol>`,
  );
  return `<svg width="0" height="0" aria-hidden="true" class="icons">${symbols.join('')}</svg>`;
}
