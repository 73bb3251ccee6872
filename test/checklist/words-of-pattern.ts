// Texts that a pattern is made for: its alternatives, written out. What stands around a match
// (lookarounds) and where it may stand (anchors) is left out.

/** Returns a text; `choose` picks one of so many alternatives, from 0. */
export function wordsOf(pattern: RegExp, choose: (count: number) => number): string {
  const { source } = pattern;
  let at = 0;

  /** Alternatives up to the end of the group or of the pattern. */
  const alternatives = (): string => {
    const all = [sequence()];
    while (source[at] === '|') {
      at += 1;
      all.push(sequence());
    }
    return all[choose(all.length)]!;
  };

  const sequence = (): string => {
    let text = '';
    while (at < source.length && source[at] !== '|' && source[at] !== ')')
      text += repeated(piece());
    return text;
  };

  /** Applies `?`, `*`, `+` and `{n,m}`. */
  const repeated = (text: string): string => {
    const counted = /^\{(\d+)(?:,\d*)?\}/.exec(source.slice(at));
    const sign = source[at];
    if (counted) at += counted[0].length;
    else if (sign === '?' || sign === '*' || sign === '+') at += 1;
    else return text;
    if (source[at] === '?') at += 1;
    if (counted) return text.repeat(Number(counted[1]));
    return sign === '+' || choose(2) === 1 ? text : '';
  };

  const piece = (): string => {
    if (source[at] === '(') {
      const opening = /^\((\?(?:<?[=!]|:))?/.exec(source.slice(at))!;
      at += opening[0].length;
      const text = alternatives();
      at += 1;
      return opening[1] === undefined || opening[1] === '?:' ? text : '';
    }
    if (source[at] === '[') {
      const inside = /^\[(\^?)((?:\\.|[^\]])*)\]/.exec(source.slice(at))!;
      at += inside[0].length;
      return inside[1] === '^' ? '' : inside[2]!.replace(/^\\/, '')[0]!;
    }
    if (source[at] === '\\') {
      at += 2;
      const sign = source[at - 1]!;
      return { b: '', w: 'x', s: ' ', d: '1' }[sign] ?? sign;
    }
    at += 1;
    const sign = source[at - 1]!;
    return sign === '^' || sign === '$' ? '' : sign === '.' ? 'x' : sign;
  };

  return alternatives();
}
