// Text and bytes made safe for HTML: the only way by which a value gets into the page.
// Knows nothing of blocks.

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Returns text as it can stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign]!);
}

/** Returns text as it can stand in a quoted CSS string inside a style element. */
export function escapeCss(text: string): string {
  return text.replace(/["'\\<>&\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Returns bytes in base64 (RFC 4648). */
export function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const word = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    parts.push(
      digits[word >> 18]! +
        digits[(word >> 12) & 63]! +
        (at + 1 < bytes.length ? digits[(word >> 6) & 63]! : '=') +
        (at + 2 < bytes.length ? digits[word & 63]! : '='),
    );
  }
  return parts.join('');
}

/** Returns true when text holds letters that run from right to left. */
export function hasRightToLeft(text: string): boolean {
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text);
}
