// Which places of an agreement are a partner's to settle.

import { expect, it } from 'vitest';
import { diagnostic } from '../../src/base/diagnostic.ts';
import type { Path } from '../../src/base/source.ts';
import type { Agreement } from '../../src/model/agreement.ts';
import { onlyFor } from '../../src/report/select.ts';

const agreement: Agreement = {
  spec: 1,
  title: 'T',
  purpose: 'P',
  partners: {
    library: { name: 'Library' },
    club: { name: 'Club', closed: [{ from: '2027-01-01' }] },
    fund: { name: 'Fund', role: 'funder' },
    shop: { name: 'Shop', role: 'supporter' },
  },
  term: { start: '2027-01-01' },
  goals: [{ text: 'G', measures: [{ what: 'M', collector: 'club' }] }],
  roles: [
    { task: 'A', lead: 'library' },
    { task: 'B', lead: 'library', support: ['club'] },
  ],
  schedule: { events: [{ name: 'E', date: '2027-02-01', staff: ['club', 'library'] }] },
  communication: { updates: [{ what: 'U', from: 'library', to: ['club'] }] },
  branding: {
    materials: [
      { name: 'poster', brand: 'joint' },
      { name: 'leaflet', brand: 'joint', logos: ['library'], approvers: { library: 'Ann' } },
      { name: 'flag', brand: 'club' },
    ],
  },
  resources: {
    budget: { currency: 'USD', holder: 'club', lines: [{ item: 'X', amount: 1, from: 'fund' }] },
  },
  evaluation: { by: ['library'] },
  waivers: [{ rule: 'r', reason: 'because', by: 'club' }],
};

const span = { source: { name: 'a.yaml', text: '' }, start: 0, end: 0 };

it.each<[Path, readonly string[]]>([
  [[], []],
  [['purpose'], []],
  [['roles'], []],
  [['partners'], []],
  [['partners', 'club', 'contacts'], ['club']],
  [['partners', 'club', 'closed', 0, 'from'], ['club']],
  [['goals', 0], []],
  [['goals', 0, 'measures', 0, 'target'], ['club']],
  [['roles', 0, 'due'], ['library']],
  [
    ['roles', 1],
    ['library', 'club'],
  ],
  [
    ['schedule', 'events', 0, 'date'],
    ['library', 'club'],
  ],
  [['communication', 'updates', 0], ['library']],
  [
    ['branding', 'materials', 0],
    ['library', 'club', 'fund'],
  ],
  [['branding', 'materials', 1, 'approvers'], ['library']],
  [['branding', 'materials', 2], ['club']],
  [['resources', 'budget', 'total'], ['club']],
  [
    ['resources', 'budget', 'lines', 0],
    ['club', 'fund'],
  ],
  [['evaluation', 'plan'], ['library']],
  [['waivers', 0, 'rule'], []],
  [['roles', 7, 'nowhere'], []],
])('%j', (path, expected) => {
  const report = {
    file: 'a.yaml',
    status: 'draft',
    diagnostics: [diagnostic('c', 'warning', 'm', span, path)],
  } as const;
  const concerned = Object.keys(agreement.partners).filter(
    (key) => onlyFor(report, agreement, key).diagnostics.length > 0,
  );
  expect(concerned).toEqual(expected);
});
