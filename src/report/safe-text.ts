// Text of a spec as it may stand in a report: what could command a terminal, a log or a page is made
// visible. Escaping for one format is that format's reporter's own.

/** Control characters, marks that reverse the direction of text, and halves of a character. */
const unsafe = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\p{Surrogate}]/gu;

/** Returns the text on one line: breaks and tabs become a space, control characters �. */
export function oneLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').replace(unsafe, '\ufffd');
}
