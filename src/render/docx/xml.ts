// The small typed writer for WordprocessingML: text goes in escaped or not at all.
// `Xml` is a branded string, so that plain text can never be joined into markup by mistake.
// Knows no element names; what may stand where is the business of its callers.

declare const brand: unique symbol;

/** Markup that is well-formed on its own. */
export type Xml = string & { readonly [brand]: true };

/** Attributes in the order in which they are written; `undefined` leaves one out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Nothing. */
export const none = '' as Xml;

/** The first line of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' as Xml;

// What XML 1.0 forbids even as a reference: most C0 controls, U+FFFE, U+FFFF, lone surrogates.
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const special = /[&<>"]/g;
const suspicious = /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/;

/** Escapes text for element content and attribute values; what XML forbids becomes U+FFFD. */
export function escapeXml(value: string): Xml {
  if (!suspicious.test(value)) return value as Xml;
  return value
    .replace(forbidden, '\ufffd')
    .replace(special, (sign) =>
      sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
    ) as Xml;
}

/** Joins pieces of markup. */
export function join(parts: readonly Xml[]): Xml {
  let joined = '';
  for (const part of parts) joined += part;
  return joined as Xml;
}

/** Writes one element; without content it is an empty tag. */
export function element(name: string, attributes: Attributes, ...content: readonly Xml[]): Xml {
  const start = startOf(name, attributes);
  const inside = join(content);
  return (inside ? `${start}>${inside}</${name}>` : `${start}/>`) as Xml;
}

/** Returns the tags of an element that is too long to be put together. */
export function tags(
  name: string,
  attributes: Attributes,
): { readonly open: string; readonly close: string } {
  return { open: `${startOf(name, attributes)}>`, close: `</${name}>` };
}

function startOf(name: string, attributes: Attributes): string {
  let start = `<${name}`;
  for (const key in attributes) {
    const value = attributes[key];
    if (value === undefined) continue;
    start += ` ${key}="${typeof value === 'number' ? value : escapeAttribute(value)}"`;
  }
  return start;
}

/** Writes an element whose only attribute is `w:val`. */
export function val(name: string, value: string | number): Xml {
  const written = typeof value === 'number' ? value : escapeAttribute(value);
  return `<${name} w:val="${written}"/>` as Xml;
}

/** Names and measures, which most attributes hold. */
const plain = /^[\w .:#/-]*$/;

/** Line ends and tabs survive in attributes only as references. */
function escapeAttribute(value: string): string {
  if (plain.test(value)) return value;
  const escaped = escapeXml(value);
  if (!/[\t\n\r]/.test(escaped)) return escaped;
  return escaped.replace(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
