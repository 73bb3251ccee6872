// What Word finds in the file: styles, numbers, fields, tables, pictures and what runs on every page.

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Block, SignatureBlock } from '../../src/model/block.ts';
import { makeTheme } from '../../src/theme/theme.ts';
import {
  factsTable,
  makeSample,
  paragraph,
  partnersPaper,
  richPaper,
  signaturesPaper,
  tallRowsPaper,
  text,
} from '../render/sample-paper.ts';
import { edgePapers } from './edge-papers.ts';
import { docxText } from './extract-text.ts';
import { open, render } from './rendering.ts';
import { all, elements, find, type Node, valueAt } from './xml-tree.ts';

const said = (node: Node): string =>
  all(node, 'w:t')
    .map((each) => each.children.join(''))
    .join('');
const styleOf = (paragraphNode: Node): string | undefined =>
  valueAt(paragraphNode, 'w:pPr', 'w:pStyle');
const paragraphsOf = (document: Node): readonly Node[] => all(document, 'w:p');
const has = (paragraphNode: Node, property: string): boolean =>
  find(paragraphNode, 'w:pPr', property) !== undefined;
const title: Block = { kind: 'heading', level: 0, content: [text('A paper')] };
const small = (...blocks: readonly Block[]) => makeSample([title, ...blocks], 2);

describe('styles', () => {
  test('name every paragraph', async () => {
    const { document } = await open(richPaper());
    const used = new Set(paragraphsOf(document).map(styleOf));
    expect([...used].sort()).toEqual(
      [
        'AnnexHeading',
        'BodyText',
        'Caption',
        'Clause',
        'ClauseItem',
        'Figure',
        'Heading1',
        'Heading1Plain',
        'Heading2',
        'Heading3',
        'ListBullet',
        'ListContinue',
        'ListNumber',
        'Logos',
        'Notice',
        'NoticeLast',
        'NoticeMark',
        'NoticeTitle',
        'Recital',
        'SignatureAccent',
        'SignatureBlank',
        'SignatureDetail',
        'SignatureLine',
        'SignatureOrganisation',
        'SmallPrint',
        'Subtitle',
        'TableFact',
        'TableFigures',
        'TableHeader',
        'TableHeaderFigures',
        'TableRowHeader',
        'TableText',
        'Title',
      ].sort(),
    );
  });

  test('hold the type scale of the theme', async () => {
    const sample = richPaper();
    const { part } = await open(sample);
    const styles = elements(part('word/styles.xml'), 'w:style');
    const heading = styles.find((style) => style.attributes['w:styleId'] === 'Heading1')!;
    expect(valueAt(heading, 'w:name')).toBe('heading 1');
    expect(valueAt(heading, 'w:rPr', 'w:sz')).toBe('27');
    expect(valueAt(heading, 'w:rPr', 'w:color')).toBe(
      sample.theme.color.lead.slice(1).toUpperCase(),
    );
    expect(find(heading, 'w:rPr', 'w:rFonts')?.attributes).toMatchObject({
      'w:ascii': 'Noto Sans',
      'w:cs': 'Noto Sans',
    });
    expect(has(heading, 'w:keepNext')).toBe(true);
    const body = styles.find((style) => style.attributes['w:styleId'] === 'BodyText')!;
    expect(find(body, 'w:pPr', 'w:spacing')?.attributes).toEqual({
      'w:before': '0',
      'w:after': '140',
      'w:line': '310',
      'w:lineRule': 'atLeast',
    });
    expect(
      valueAt(part('word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang'),
    ).toBe('en-GB');
  });

  test('take the colours of each theme, also right after another', async () => {
    const { paper } = richPaper();
    for (const color of ['#8a1c1c', '#1c5c8a', '#8a1c1c']) {
      const theme = makeTheme({ paper: 'a4', partners: [{ key: 'p1', color }, { key: 'p2' }] });
      const { parts } = await open({ paper, theme });
      const styles = parts.get('word/styles.xml')!;
      expect(styles).toContain(`w:val="${color.slice(1).toUpperCase()}"`);
      expect(styles).not.toContain('5E00');
      expect(parts.get('word/theme/theme1.xml')).toContain(color.slice(1).toUpperCase());
    }
  });

  test('name other typefaces for machines without ours', async () => {
    const { part } = await open(richPaper());
    const fonts = elements(part('word/fontTable.xml')).map((font) => [
      font.attributes['w:name'],
      valueAt(font, 'w:altName'),
    ]);
    expect(fonts).toEqual([
      ['Noto Serif', 'Cambria'],
      ['Noto Sans', 'Calibri'],
    ]);
  });

  test('make a title the first heading only where there is no other', async () => {
    const alone = await open(small(paragraph('body', 'x')));
    expect(valueAt(paragraphsOf(alone.document)[0], 'w:pPr', 'w:outlineLvl')).toBe('0');
    const rich = await open(richPaper());
    expect(all(rich.document, 'w:outlineLvl')).toEqual([]);
  });
});

describe('numbers and references', () => {
  test('come from the style, so that a new clause numbers itself', async () => {
    const { document } = await open(richPaper());
    const numbered = paragraphsOf(document).filter((each) =>
      ['Heading1', 'Clause', 'ClauseItem', 'Recital', 'AnnexHeading'].includes(styleOf(each) ?? ''),
    );
    const direct = numbered.filter((each) => has(each, 'w:numPr')).map(said);
    // Clause 9 follows clause 2 in the sample: counting does not reach it.
    expect(direct).toEqual(['Signatures']);
  });

  test('count clauses that somebody adds, and everything after them', async () => {
    const sample = edgePapers.oddNumbers!();
    const parts = unzipSync(await render(sample));
    const added = ['Heading1', 'Clause', 'ClauseItem']
      .map((style) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr></w:p>`)
      .join('');
    const name = 'word/document.xml';
    const before = '<w:p><w:pPr><w:pStyle w:val="Heading1"/>';
    parts[name] = strToU8(strFromU8(parts[name]!).replace(before, `${added}${before}`));
    expect(docxText(zipSync(parts)).split('\n').slice(0, 7)).toEqual([
      'Edges',
      '1',
      '1.1',
      '(a)',
      '2 Clause 1',
      '2.1 First.',
      '(a) Item.',
    ]);
    const { part } = await open(sample);
    const next = (id: string): string | undefined =>
      valueAt(
        elements(part('word/styles.xml')).find((each) => each.attributes['w:styleId'] === id),
        'w:next',
      );
    expect(['Title', 'Heading1', 'Clause', 'ClauseItem', 'Recital'].map(next)).toEqual([
      'Subtitle',
      'Clause',
      'Clause',
      'ClauseItem',
      'Recital',
    ]);
  });

  test('are fields with the switch that leads to the same label', async () => {
    const { document } = await open(edgePapers.oddNumbers!());
    const fields = all(document, 'w:instrText').map((each) => each.children.join('').trim());
    expect(fields).toEqual([
      'REF _Ref_one \\r \\h',
      'REF _Ref_one_one \\r \\h',
      'REF _Ref_item \\n \\h',
      'REF _Ref_item \\w \\h',
      'REF _Ref_Za_cznik_nr_2 \\r \\h',
    ]);
    const last = paragraphsOf(document).at(-1)!;
    expect(said(last)).toBe('See 1, 1.1, (a), 1.1(a), Załącznik nr 2, 99.');
  });

  test('take the word of the annex from its label', async () => {
    const { parts } = await open(edgePapers.oddNumbers!());
    expect(parts.get('word/numbering.xml')).toContain('w:lvlText w:val="Załącznik nr %1"');
  });

  test('start where a list says', async () => {
    const { part } = await open(richPaper());
    const starts = all(part('word/numbering.xml'), 'w:startOverride');
    expect(starts.map((each) => each.attributes['w:val'])).toEqual(['8']);
  });
});

describe('runs', () => {
  test('keep line ends and tabs as elements, and spaces', async () => {
    const { parts } = await open(small(paragraph('body', ' a\tb\r\nc\u2028d \u0001')));
    expect(parts.get('word/document.xml')).toContain(
      '<w:t xml:space="preserve"> a</w:t><w:tab/><w:t xml:space="preserve">b</w:t><w:br/>' +
        '<w:t xml:space="preserve">c</w:t><w:br/><w:t xml:space="preserve">d \ufffd</w:t>',
    );
  });

  test('lead only to the web and to mail', async () => {
    const hrefs = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://a.example/ü?q="x"',
      'mailto:a@b.example',
      'nonsense',
    ];
    const { document, part } = await open(
      small(
        paragraph(
          'body',
          hrefs.map((href) => ({
            kind: 'link' as const,
            href,
            content: [{ kind: 'text' as const, text: `[${href}]` }],
          })),
        ),
      ),
    );
    expect(all(document, 'w:hyperlink').map(said)).toEqual([`[${hrefs[2]}]`, `[${hrefs[3]}]`]);
    expect(said(paragraphsOf(document)[1]!)).toBe(hrefs.map((href) => `[${href}]`).join(''));
    const external = elements(part('word/_rels/document.xml.rels')).filter(
      (each) => each.attributes.TargetMode === 'External',
    );
    expect(external.map((each) => each.attributes.Target)).toEqual([
      'https://a.example/%C3%BC?q=%22x%22',
      'mailto:a@b.example',
    ]);
  });

  test('mark direction and language', async () => {
    const { document } = await open(edgePapers.rightToLeft!());
    const [, arabic, mixed] = paragraphsOf(document);
    expect(has(arabic!, 'w:bidi')).toBe(true);
    expect(has(mixed!, 'w:bidi')).toBe(false);
    const rtl = (node: Node): readonly string[] =>
      elements(node, 'w:r')
        .filter((each) => find(each, 'w:rPr', 'w:rtl'))
        .map(said);
    expect(rtl(arabic!)).toEqual(['مذكرة تفاهم بين المكتبة', 'والنادي']);
    expect(rtl(mixed!)).toEqual(['ספריית העיר, תל אביב']);
    const hebrew = elements(mixed, 'w:r').find((each) => find(each, 'w:rPr', 'w:rtl'));
    expect(find(hebrew, 'w:rPr', 'w:lang')?.attributes).toEqual({
      'w:val': 'he',
      'w:bidi': 'he',
    });
  });

  test('do not switch off in bold styles what is strong', async () => {
    const strong = { kind: 'text', text: 'x', strong: true } as const;
    const { document } = await open(
      small({ kind: 'heading', level: 1, content: [strong] }, paragraph('body', [strong])),
    );
    const [, heading, body] = paragraphsOf(document);
    expect(all(heading!, 'w:rStyle')).toEqual([]);
    expect(valueAt(find(body, 'w:r'), 'w:rPr', 'w:rStyle')).toBe('Strong');
  });
});

describe('tables', () => {
  test('hold a date together where the cell has room for it, and let Word break it where not', async () => {
    const date = { kind: 'text', text: 'February 12, 2027', unbroken: true } as const;
    const cells = [1, 2].map(() => ({ content: [paragraph('cell', [date])] }));
    const columns = [15, 1].map((share) => ({ share, align: 'start' }) as const);
    const { document } = await open(
      small({ kind: 'table', style: 'grid', summary: 'Dates', columns, rows: [{ cells }] }),
    );
    expect(all(document, 'w:tc').map(said)).toEqual([
      'February\u00a012,\u00a02027',
      'February 12, 2027',
    ]);
  });

  test('have fixed widths, a repeated header and rows that stay whole', async () => {
    const { document } = await open(partnersPaper(3));
    const [facts, tasks] = all(document, 'w:tbl');
    for (const table of [facts!, tasks!]) {
      const width = Number(find(table, 'w:tblPr', 'w:tblW')?.attributes['w:w']);
      const grid = elements(find(table, 'w:tblGrid')).map((each) => Number(each.attributes['w:w']));
      expect(width).toBe(Math.round((160 * 1440) / 25.4));
      expect(grid.reduce((sum, each) => sum + each, 0)).toBe(width);
      expect(find(table, 'w:tblPr', 'w:tblLayout')?.attributes['w:type']).toBe('fixed');
      for (const row of elements(table, 'w:tr')) {
        expect(
          elements(row, 'w:tc').map((cell) =>
            Number(find(cell, 'w:tcPr', 'w:tcW')?.attributes['w:w']),
          ),
        ).toEqual(grid);
        expect(find(row, 'w:trPr', 'w:cantSplit')?.attributes).toEqual({});
      }
    }
    const headers = (table: Node): readonly (string | undefined)[] =>
      all(table, 'w:tblHeader').map((each) => each.attributes['w:val']);
    expect(headers(tasks!)).toEqual([undefined]);
    expect(headers(facts!)).toEqual(['off']);
    expect(valueAt(tasks, 'w:tblPr', 'w:tblCaption')).toMatch(/^Tasks with the partner/);
    expect(find(facts, 'w:tblPr', 'w:tblLook')?.attributes).toMatchObject({
      'w:firstRow': '0',
      'w:firstColumn': '1',
    });
  });

  test('show a partner by the ink of its colour on the left edge', async () => {
    const sample = partnersPaper(3);
    const { document } = await open(sample);
    const edges = all(all(document, 'w:tbl')[1]!, 'w:tcBorders').flatMap((each) =>
      elements(each, 'w:left').map((edge) => edge.attributes['w:color']),
    );
    expect(edges).toEqual(
      ['p1', 'p2', 'p3', 'p1'].map((key) => sample.theme.partners[key]!.ink.slice(1).toUpperCase()),
    );
  });

  test('let rows split that a page cannot hold', async () => {
    const { document } = await open(tallRowsPaper());
    const rows = elements(all(document, 'w:tbl')[0], 'w:tr');
    // The last row is tall by its nested list in a narrow column.
    expect(
      rows.map((row) => find(row, 'w:trPr', 'w:cantSplit')?.attributes['w:val'] ?? 'on'),
    ).toEqual(['on', 'off', 'off', 'off']);
  });

  test('never stand next to each other, and never bring an empty page', async () => {
    const { document } = await open(edgePapers.tables!());
    const body = elements(find(document, 'w:body'));
    body.forEach((each, index) => {
      if (each.name === 'w:tbl') expect(body[index + 1]?.name).toBe('w:p');
    });
    expect(body.at(-1)?.name).toBe('w:sectPr');
    expect(styleOf(body.at(-2)!)).toBe('TableEnd');
    const breaks = paragraphsOf(document).filter((each) => has(each, 'w:pageBreakBefore'));
    expect(breaks.map((each) => [styleOf(each), said(each)])).toEqual([
      ['TableHeader', 'Task'],
      ['SignatureAccent', ''],
    ]);
  });
});

describe('signatures', () => {
  test('are rows that do not split, led in by what stands before', async () => {
    const { document } = await open(signaturesPaper(7, 2, 3));
    const body = elements(find(document, 'w:body'));
    const tables = body.filter((each) => each.name === 'w:tbl');
    expect(tables).toHaveLength(1);
    const rows = all(tables[0]!, 'w:tr');
    expect(rows.map((row) => all(row, 'w:tc').length)).toEqual([1, 2, 2, 2, 1]);
    for (const row of rows) expect(find(row, 'w:trPr', 'w:cantSplit')).toBeDefined();
    const [clause] = paragraphsOf(rows[0]!);
    expect(said(clause!)).toBe('Signed for the partners by those who may bind them:');
    expect(has(clause!, 'w:keepNext')).toBe(true);
    expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0, 0, 0]);
    const last = find(rows[4]!, 'w:tc');
    expect(all(last!, 'w:gridSpan').map((each) => each.attributes['w:val'])).toEqual(['2']);
  });

  test('stand level side by side: what is printed gets the space of what is left to be filled in', async () => {
    const known = { label: 'Name', value: 'Maria Okafor', purpose: 'name' } as const;
    const long = {
      label: 'Title',
      value: 'Director of everything '.repeat(5),
      purpose: 'title',
    } as const;
    const block = (...fields: SignatureBlock['fields']): SignatureBlock => ({
      signer: { key: 'club', label: 'Signature for the club' },
      organisation: [text('The club')],
      accent: 'p1',
      fields: [{ label: 'Signature', purpose: 'signature' }, ...fields],
    });
    const date = { label: 'Date', purpose: 'date' } as const;
    const blocks = [
      block(known, { label: 'Title', value: 'Director', purpose: 'title' }, date),
      block({ label: 'Name', purpose: 'name' }, long, date),
    ];
    const { document } = await open(small({ kind: 'signatures', columns: 2, blocks }));
    const before = all(document, 'w:tc').map((cell) =>
      paragraphsOf(cell)
        .slice(2)
        .map((each) => find(each, 'w:pPr', 'w:spacing')?.attributes['w:before']),
    );
    // Three lines more beside its title, of 13 points each, below the 11.7 above a rule.
    expect(before).toEqual([
      [undefined, '234', undefined, '1014'],
      [undefined, undefined, undefined, undefined],
    ]);
  });

  test('bring along what stands before their heading: nobody signs a sheet without text', async () => {
    const { blocks } = signaturesPaper(2, 2, 3).paper;
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
    const item = (words: string) => ({ content: [paragraph('body', [text(words)])] });
    const list: Block = {
      kind: 'list',
      marker: 'bullet',
      start: 1,
      items: ['One', 'Two', 'Three'].map(item),
    };
    const kept = async (...before: readonly Block[]): Promise<readonly boolean[]> => {
      const shown = [title, ...before, ...blocks.slice(at)];
      const { document } = await open({
        ...signaturesPaper(2, 2, 3),
        paper: { ...signaturesPaper(2, 2, 3).paper, blocks: shown },
      });
      const body = elements(find(document, 'w:body')).filter(({ name }) => name === 'w:p');
      const heading = body.findIndex((each) => said(each).endsWith('Signatures'));
      return body.slice(1, heading).map((each) => has(each, 'w:keepNext'));
    };
    const line = paragraph('body', [text('The last line of the agreement.')]);
    expect(await kept(line, line)).toEqual([false, true]);
    expect(await kept(line, list)).toEqual([false, true, true, true]);
  });

  test('have a rule to write on where nothing is known', async () => {
    const { document } = await open(signaturesPaper(1, 1, 1));
    const lines = paragraphsOf(all(document, 'w:tbl')[0]!).map((each) => [
      styleOf(each),
      said(each),
      all(each, 'w:tab').filter((tab) => tab.attributes['w:leader'] === 'underscore').length,
    ]);
    expect(lines).toEqual([
      ['BodyText', 'Signed for the partners by those who may bind them:', 0],
      ['SignatureAccent', '', 0],
      ['SignatureOrganisation', 'Riverbend Public Library', 0],
      ['SignatureLine', 'Signature', 1],
      ['SignatureDetail', 'NameŁukasz Źdźbło', 0],
      ['SignatureBlank', 'Date', 1],
    ]);
  });
});

describe('notices', () => {
  test('are named for what they are, and a mark stays with its clause', async () => {
    const { document } = await open(richPaper());
    const shown = paragraphsOf(document);
    const notices = shown.filter((each) => styleOf(each)?.startsWith('Notice'));
    expect(notices.map((each) => [styleOf(each), said(each)])).toEqual([
      ['NoticeTitle', 'Open before signing: 3'],
      ['Notice', 'Evaluation: nothing agreed yet.'],
      ['Notice', 'Communication: no regular meeting is agreed.'],
      ['NoticeLast', 'Branding: no rules for the logo of the Club.'],
      ['NoticeMark', 'Open: no one is named to collect the figures.'],
    ]);
    const before = shown[shown.indexOf(notices[4]!) - 1]!;
    expect([styleOf(before), has(before, 'w:keepNext')]).toEqual(['ClauseItem', true]);
  });

  test('behind a heading, or what leads on, a mark stays with what comes then', async () => {
    const mark: Block = {
      kind: 'notice',
      style: 'mark',
      title: 'Open',
      items: [[text('A point.')]],
    };
    const rest = paragraph('body', [text('The rest.')]);
    const kept = async (...before: readonly Block[]): Promise<readonly boolean[]> => {
      const { document } = await open(small(...before, mark, rest));
      return paragraphsOf(document)
        .filter((each) => styleOf(each) === 'NoticeMark')
        .map((each) => has(each, 'w:keepNext'));
    };
    expect(await kept({ kind: 'heading', level: 1, content: [text('Schedule')] })).toEqual([
      true,
      true,
    ]);
    expect(await kept(paragraph('body', [text('Leads on:')], { keepWithNext: true }))).toEqual([
      true,
      true,
    ]);
    expect(await kept(paragraph('body', [text('Ends here.')]))).toEqual([true, false]);
  });

  test('next to each other are boxes of their own', async () => {
    const { document } = await open(edgePapers.notices!());
    const shown = paragraphsOf(document).slice(1);
    expect(shown.map((each) => [styleOf(each), said(each), has(each, 'w:pBdr')])).toEqual([
      ['NoticeAlone', 'Open before signing: 0', false],
      ['NoticeMark', 'One', true],
      ['NoticeMark', 'Two', false],
      ['NoticeMark', '–a', false],
      ['NoticeMark', '–b', false],
      ['NoticeMark', 'Three', true],
    ]);
  });
});

describe('pictures', () => {
  test('have their alternative text and are stored once', async () => {
    const { document, parts } = await open(richPaper());
    expect(all(document, 'wp:docPr').map((each) => each.attributes)).toEqual([
      { id: '1', name: 'Picture 1', descr: 'Logo of Riverbend Public Library' },
      { id: '2', name: 'Picture 2', descr: 'Logo of Harlow County Astronomy Club' },
      { id: '3', name: 'Picture 3', descr: 'Plan of the reading room' },
    ]);
    expect([...parts.keys()].filter((name) => name.startsWith('word/media/'))).toEqual([
      'word/media/image1.png',
      'word/media/image2.png',
    ]);
    // 60 mm at 36,000 units to the millimetre.
    expect(all(document, 'wp:extent').at(-1)?.attributes).toEqual({ cx: '2160000', cy: '2160000' });
  });
});

describe('rows of logos', () => {
  const logo = (index: number, widthMm: number, heightMm: number) => ({
    picture: `logo${index}`,
    alt: `Logo ${index}`,
    widthMm,
    heightMm,
  });

  test('of partners have a ribbon below, an ornament without words, on the page of the title', async () => {
    const rect = { kind: 'rect', x: 0, y: 0, width: 80, height: 1, fill: '#123456' } as const;
    const { document } = await open(
      small(
        {
          kind: 'logos',
          gapMm: 10,
          rows: [[logo(1, 30, 10)]],
          ribbon: { widthMm: 160, heightMm: 1, shapes: [rect, { ...rect, x: 80 }] },
        },
        { kind: 'heading', level: 0, content: [{ kind: 'text', text: 'Title' }] },
      ),
    );
    const [picture, ribbon] = all(document, 'wp:docPr');
    expect(picture?.attributes.descr).toBe('Logo 1');
    expect(ribbon?.attributes.descr).toBeUndefined();
    expect(all(ribbon!, 'adec:decorative').map((each) => each.attributes.val)).toEqual(['1']);
    const [, logos, below] = paragraphsOf(document);
    expect([styleOf(logos!), styleOf(below!)]).toEqual(['LogosRow', 'LogosRibbon']);
    expect(has(below!, 'w:keepNext')).toBe(true);
    expect(said(below!)).toBe('');
  });

  test('stand on one middle line: lower pictures get margins above and below', async () => {
    const { document } = await open(
      small({ kind: 'logos', gapMm: 10, rows: [[logo(1, 30, 10), logo(2, 20, 20)]] }),
    );
    expect(all(document, 'wp:extent').map((each) => each.attributes)).toEqual([
      { cx: '1080000', cy: '720000' },
      { cx: '720000', cy: '720000' },
    ]);
    // Half of the 10 mm that are missing, as a share of the picture's own 10 mm.
    expect(all(document, 'a:srcRect').map((each) => each.attributes)).toEqual([
      { t: '-50000', b: '-50000' },
    ]);
    expect(all(document, 'w:tab').map((each) => each.attributes['w:pos'])).toEqual([
      `${Math.round((40 * 1440) / 25.4)}`,
      undefined,
    ]);
  });

  test('that fill the line are made a little smaller, all by the same', async () => {
    const { document } = await open(
      small({
        kind: 'logos',
        gapMm: 10,
        rows: [[logo(1, 75, 10), logo(2, 75, 10)], [logo(1, 40, 10)]],
      }),
    );
    const widths = all(document, 'wp:extent').map((each) => Number(each.attributes.cx) / 36_000);
    expect(widths[0]).toBeLessThan(75);
    expect(widths[0]).toBeGreaterThan(74);
    expect(widths[2]! / widths[0]!).toBeCloseTo(40 / 75, 3);
  });
});

describe('what runs on every page', () => {
  const words = (part: Node): string => said(part);
  const fields = (part: Node): readonly string[] =>
    all(part, 'w:instrText').map((each) => each.children.join('').trim());

  test('of a draft: watermark everywhere, title from page 2, page numbers', async () => {
    const { part, document } = await open(richPaper());
    const section = find(document, 'w:body', 'w:sectPr')!;
    expect(find(section, 'w:titlePg')).toBeDefined();
    expect(words(part('word/header1.xml'))).toBe('Memorandum of Understanding <Stars & Stories>');
    expect(words(part('word/header2.xml'))).toBe('');
    for (const name of ['word/header1.xml', 'word/header2.xml'])
      expect(all(part(name), 'v:textpath').at(-1)?.attributes.string).toBe('Draft');
    for (const name of ['word/footer1.xml', 'word/footer2.xml']) {
      expect(fields(part(name))).toEqual(['PAGE', 'NUMPAGES']);
      expect(words(part(name))).toBe('RPL-2027-03 · version 1.2 · DraftPage 1 of 1');
    }
  });

  test('a title too long for a line below the lock-up is cut between words, so that it never reaches the text', async () => {
    const header = async (title: string, logos: number): Promise<string> => {
      const { part } = await open(
        makeSample([{ kind: 'heading', level: 0, content: [text(title)] }], logos, { title }),
      );
      return words(part('word/header1.xml'));
    };
    const long = 'An agreement about very many evenings '.repeat(6).trim();
    const cut =
      'An agreement about very many evenings An agreement about very many evenings An agreement about very…';
    expect(await header(long, 2)).toBe(cut);
    expect(await header(long, 0)).toBe(long);
    expect(await header('W'.repeat(200), 2)).toMatch(/^W{50,65}…$/);
  });

  test('of a final paper: no watermark; without a page line no page numbers', async () => {
    const sample = partnersPaper(2, { status: 'final' });
    const { pageLine: _, ...running } = sample.paper.running;
    const { parts } = await open({ ...sample, paper: { ...sample.paper, running } });
    const all = [...parts].filter(([name]) => /header|footer/.test(name)).map(([, xml]) => xml);
    expect(all.join('')).not.toMatch(/v:shape|PAGE/);
  });
});

describe('properties', () => {
  test('are those of the paper, with its date and no clock', async () => {
    const { part, parts } = await open(richPaper());
    const core = Object.fromEntries(
      elements(part('docProps/core.xml')).map((each) => [each.name, each.children.join('')]),
    );
    expect(core).toEqual({
      'dc:title': 'Memorandum of Understanding <Stars & Stories>',
      'dc:subject': 'Memorandum of understanding',
      'dc:creator': 'Riverbend Public Library and Harlow County Astronomy Club',
      'cp:keywords': 'memorandum, partnership',
      'cp:lastModifiedBy': 'Riverbend Public Library and Harlow County Astronomy Club',
      'cp:revision': '1',
      'dcterms:created': '2027-01-11T00:00:00Z',
      'dcterms:modified': '2027-01-11T00:00:00Z',
      'dc:language': 'en-GB',
      'cp:version': '1.2',
      'cp:contentStatus': 'Draft',
    });
    expect(
      elements(part('docProps/custom.xml')).map((each) => [
        each.attributes.name,
        elements(each)[0]?.children.join(''),
      ]),
    ).toEqual([
      ['Reference', 'RPL-2027-03'],
      ['Version', '1.2'],
      ['Status', 'draft'],
    ]);
    expect([...parts.keys()][0]).toBe('[Content_Types].xml');
    expect(parts.get('word/settings.xml')).toContain('w:name="compatibilityMode"');
  });

  test('have room for more, under names of their own', async () => {
    const sample = small();
    const custom = [
      { name: 'Warnings allowed', value: 'yes <2>' },
      { name: 'status', value: 'never twice' },
      { name: 'Empty', value: '' },
    ];
    const properties = { ...sample.paper.properties, custom };
    const { part } = await open({ ...sample, paper: { ...sample.paper, properties } });
    expect(
      elements(part('docProps/custom.xml')).map((each) => [
        each.attributes.pid,
        each.attributes.name,
        elements(each)[0]?.children.join(''),
      ]),
    ).toEqual([
      ['2', 'Reference', 'RPL-2027-03'],
      ['3', 'Version', '1.2'],
      ['4', 'Status', 'draft'],
      ['5', 'Warnings allowed', 'yes <2>'],
    ]);
  });

  test('are left out when a paper has none', async () => {
    const sample = small(factsTable([['a', 'b']]));
    const { reference: _one, version: _two, ...properties } = sample.paper.properties;
    const { part } = await open({ ...sample, paper: { ...sample.paper, properties } });
    expect(elements(part('docProps/custom.xml')).map((each) => each.attributes.name)).toEqual([
      'Status',
    ]);
  });
});
