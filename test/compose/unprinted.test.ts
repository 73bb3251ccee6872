// Invariant 6: every leaf of a spec reaches the paper, or stands in the named list of those that do not.

import { describe, expect, it } from 'vitest';
import { pathText } from '../../src/base/source.ts';
import { compose, lower, unprinted, unprintedLeaves } from '../../src/compose/index.ts';
import { leavesOf } from '../../src/compose/model-shape.ts';
import { unprintedEntry } from '../../src/compose/unprinted.ts';
import { blocksText } from '../../src/model/text.ts';
import { agreementOf, builtIn, themeFor } from './built-in.ts';
import { everything } from './everything.ts';

const placed = {
  logos: new Map(['alpha', 'beta', 'gamma'].map((key) => [key, { id: key, aspect: 1.5 }])),
  annexes: new Map([[0, { id: 'annex', aspect: 1.4 }]]),
};

describe.each(['mou', 'letter'])('the template %s', (kind) => {
  const template = builtIn(kind);
  const { agreement, leaves } = everything(template);
  const document = compose(agreement, template);
  const text = blocksText(lower(document, themeFor(agreement), placed));
  const mustPrint = leaves.filter(({ path }) => {
    const entry = unprintedEntry(path, agreement);
    return !entry || (entry.sometimes && path[2] !== 'role');
  });

  it('prints a marker in every leaf', () => {
    const lost = mustPrint.filter(({ shown }) => shown !== undefined && !text.includes(shown));
    expect(lost.map(({ path }) => pathText(path))).toEqual([]);
  });

  it('reaches every leaf by its path', () => {
    expect(unprintedLeaves(agreement, document).map(({ path }) => pathText(path))).toEqual([]);
  });

  it('has a leaf for every field of the model', () => {
    expect(leaves.length).toBe(leavesOf(agreement).length);
    expect(leaves.filter(({ shown }) => shown).length).toBeGreaterThan(150);
  });

  it('prints no marker of what must stay off the paper', () => {
    const hidden = leaves.filter(
      ({ path }) => unprintedEntry(path, agreement) && !unprintedEntry(path, agreement)?.sometimes,
    );
    const shown = hidden.filter((leaf) => leaf.shown && text.includes(leaf.shown));
    expect(shown.map(({ path }) => pathText(path))).toEqual([]);
  });

  it('never prints two spaces, or a comma or full stop after a space', () => {
    expect(text).not.toMatch(/ {2}| [,.;:]|\(\)|\[|\]|\{|\}/);
  });
});

describe('the named list', () => {
  it('gives a reason in a sentence for each', () => {
    for (const { reason } of unprinted) expect(reason).toMatch(/^[A-Z].*\.$/);
  });

  it('has no entry that fits nothing', () => {
    const { agreement, leaves } = everything(builtIn('mou'));
    const [goal] = agreement.goals!;
    const narrow = { ...agreement, goals: [goal!] };
    const idle = unprinted.filter(
      (entry) => !leaves.some(({ path }) => unprintedEntry(path, narrow)?.path === entry.path),
    );
    expect(idle).toEqual([]);
  });
});

describe('a template that leaves something out', () => {
  it('is found out', () => {
    const agreement = agreementOf({ reference: 'R-1', principles: ['Candour'] });
    const document = compose(agreement, builtIn('mou'));
    const nodes = document.nodes.filter(
      (node) => !('anchor' in node && node.anchor === 'principles'),
    );
    const lost = unprintedLeaves(agreement, { ...document, nodes });
    expect(lost.map(({ path }) => pathText(path))).toEqual(['principles[0]']);
  });

  it('but a single goal need not be named at every task', () => {
    const fields = {
      goals: [{ id: 'read', text: 'Read' }],
      roles: [{ task: 'Open', goals: ['read'] }],
    };
    const letter = builtIn('letter');
    const one = agreementOf(fields);
    expect(unprintedLeaves(one, compose(one, letter))).toEqual([]);
    expect(blocksText(lower(compose(one, letter), themeFor(one), placed))).not.toContain('For:');
    const two = agreementOf({ ...fields, goals: [...fields.goals, { text: 'Write' }] });
    expect(blocksText(lower(compose(two, letter), themeFor(two), placed))).toContain('For: Read');
  });
});
