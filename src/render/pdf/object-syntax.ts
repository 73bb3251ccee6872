// The objects of a PDF in its syntax. Knows no file: what is no plain object is written by its own word,
// as references are.

interface Written {
  toString(): string;
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
};
const escapable = /[\n\r\t\b\f()\\]/g;
const beyondAscii = /[^\u0000-\u007f]/;

/**
 * Returns a value in PDF syntax, one character for each byte: a string is a name, a String object a
 * text, a plain object a dictionary.
 */
export function syntaxOf(value: unknown): string {
  if (typeof value === 'string') return `/${value}`;
  if (typeof value === 'number') return numberSyntax(value);
  if (typeof value !== 'object' || value === null) return String(value ?? null);
  if (Array.isArray(value)) return `[${value.map(syntaxOf).join(' ')}]`;
  if (value instanceof String) return textSyntax(value.valueOf());
  if (value instanceof Uint8Array) return `<${hexOf(value)}>`;
  if (value instanceof Date) {
    return textSyntax(`D:${value.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`);
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return (value as Written).toString();
  let entries = '<<\n';
  for (const key in value) {
    const entry = (value as Readonly<Record<string, unknown>>)[key];
    if (entry !== undefined) entries += `/${key} ${syntaxOf(entry)}\n`;
  }
  return `${entries}>>`;
}

function numberSyntax(value: number): string {
  if (!(value > -1e21 && value < 1e21)) throw new RangeError(`PDF knows no number ${value}.`);
  return String(Math.round(value * 1e6) / 1e6);
}

function textSyntax(text: string): string {
  const bytes = beyondAscii.test(text) ? utf16(text) : text;
  return `(${bytes.replace(escapable, (sign) => escapes[sign]!)})`;
}

/** UTF-16BE with its mark, one character for each byte. */
function utf16(text: string): string {
  let bytes = '\u00fe\u00ff';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes += String.fromCharCode(code >> 8, code & 0xff);
  }
  return bytes;
}

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
