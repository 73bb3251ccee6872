// Names of files as URI references (RFC 3986), for reports that want them.
// Looks at no disk: a relative name stays relative.

/** Returns the reference: relative names as they are with odd characters encoded, absolute ones as `file:`. */
export function fileUri(name: string): string {
  const slashed = /^[A-Za-z]:[\\/]|^\\\\/.test(name) ? name.replaceAll('\\', '/') : name;
  const encoded = slashed.split('/').map(segment).join('/');
  if (/^[A-Za-z]:\//.test(slashed)) return `file:///${slashed[0]}:${encoded.slice(4)}`;
  if (slashed.startsWith('//')) return `file:${encoded}`;
  return slashed.startsWith('/') ? `file://${encoded}` : encoded;
}

/** A colon is encoded too, or the first segment of a relative name would read as a scheme. */
function segment(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd'));
}
