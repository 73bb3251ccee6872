// Every sample as a DOCX: it says what the blocks say, it is the same every time, and its parts hold
// together.

import { afterEach, describe, expect, test } from 'vitest';
import { blocksText } from '../../src/model/text.ts';
import { partnersPaper, randomPaper, samples } from '../render/sample-paper.ts';
import { docxText } from './extract-text.ts';
import { everySample, open, render } from './rendering.ts';
import { all, elements, parseXml } from './xml-tree.ts';

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe.each(everySample)('%s', (_, make) => {
  test('says what its blocks say', async () => {
    const sample = make();
    expect(squeeze(docxText(await render(sample)))).toBe(squeeze(blocksText(sample.paper.blocks)));
  });

  test('has parts that hold together', async () => {
    const { parts, document } = await open(make());
    for (const [name, xml] of parts) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      expect(() => parseXml(xml), name).not.toThrow();
      expect(xml, name).not.toMatch(/w:rsid|w:dirty|updateFields|undefined|NaN|\[object/);
      if (!name.endsWith('.rels')) continue;
      const folder = name.replace(/_rels\/[^/]+$/, '');
      for (const each of elements(parseXml(xml))) {
        const { Target: target, TargetMode: mode } = each.attributes;
        if (mode === 'External') expect(target).toMatch(/^(https?:\/\/|mailto:)/);
        else expect([...parts.keys()]).toContain(`${folder}${target}`);
      }
    }
    const styles = new Set(
      all(parseXml(parts.get('word/styles.xml')!), 'w:style').map(
        (style) => style.attributes['w:styleId'],
      ),
    );
    for (const name of ['w:pStyle', 'w:rStyle', 'w:tblStyle'])
      for (const use of all(document, name)) expect(styles).toContain(use.attributes['w:val']);
    const names = all(document, 'w:bookmarkStart').map((each) => each.attributes['w:name']!);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^_[A-Za-z0-9_]{1,39}$/);
    const stories = [...parts].filter(([name]) => /^word\/(document|header\d)\.xml$/.test(name));
    const drawings = stories.flatMap(([, xml]) =>
      all(parseXml(xml), 'wp:docPr').map((each) => Number(each.attributes.id)),
    );
    expect(drawings.sort((a, b) => a - b)).toEqual(drawings.map((_each, index) => index + 1));
  });
});

describe('bytes', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('are the same on every run, in any order and any time zone', async () => {
    const makers = [samples.rich!, () => partnersPaper(24), samples.rows60!, () => randomPaper(7)];
    const first = [];
    for (const make of makers) first.push(await render(make()));
    process.env.TZ = 'Pacific/Kiritimati';
    const again = await Promise.all([...makers].reverse().map((make) => render(make())));
    again.reverse();
    first.forEach((bytes, index) => {
      expect(Buffer.compare(bytes, again[index]!)).toBe(0);
    });
  });

  test('differ when the paper differs', async () => {
    expect(Buffer.compare(await render(partnersPaper(2)), await render(partnersPaper(3)))).not.toBe(
      0,
    );
  });
});
