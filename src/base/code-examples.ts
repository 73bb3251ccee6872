// For codes that are best explained by example: lines that give the problem, and how they are written.
// A test reads each of them. Belongs to codes.ts; nothing here decides anything.

import type { Code } from './codes.ts';

/** YAML that gives a problem, and the same written as it was meant: lines at the end of a spec. */
export interface CodeExample {
  readonly wrong: string;
  readonly right: string;
}

/** The examples there are; problems of bytes, files and templates have none. */
export const codeExamples: Partial<Readonly<Record<Code, CodeExample>>> = {
  'yaml/bad-escape': { wrong: String.raw`reference: "RPL\2027"`, right: "reference: 'RPL\\2027'" },
  'yaml/block-text-start': {
    wrong: 'background: | It began in 2021.',
    right: 'background: |\n  It began in 2021.',
  },
  'yaml/colon-in-text': {
    wrong: 'terms:\n  changes: In short: in writing.',
    right: 'terms:\n  changes: "In short: in writing."',
  },
  'yaml/curly-quotes': {
    wrong: 'reference: “RPL-2027-004”',
    right: 'reference: "RPL-2027-004"',
  },
  'yaml/cut-comment': { wrong: 'reference: No. #4', right: 'reference: "No. #4"' },
  'yaml/duplicate-key': {
    wrong: 'reference: A\nreference: B',
    right: 'reference: A',
  },
  'yaml/indentation': {
    wrong: 'terms:\n  binding: false\n    changes: In writing.',
    right: 'terms:\n  binding: false\n  changes: In writing.',
  },
  'yaml/missing-colon': {
    wrong: 'terms:\n  binding: false\n  changes In writing.',
    right: 'terms:\n  binding: false\n  changes: In writing.',
  },
  'yaml/missing-comma': {
    wrong: 'roles:\n  - { task: Meet, lead: club every: month }',
    right: 'roles:\n  - { task: Meet, lead: club, every: month }',
  },
  'yaml/missing-dash': {
    wrong: 'goals:\n  - text: Reach families\n  text: Reach schools',
    right: 'goals:\n  - text: Reach families\n  - text: Reach schools',
  },
  'yaml/missing-space': { wrong: 'reference:RPL-2027-004', right: 'reference: RPL-2027-004' },
  'yaml/space-after-dash': {
    wrong: 'background:\n  -It began in 2021.',
    right: 'background:\n  - It began in 2021.',
  },
  'yaml/special-start': {
    wrong: 'reference: @home',
    right: 'reference: "@home"',
  },
  'yaml/tab-indent': {
    wrong: 'terms:\n\tbinding: false',
    right: 'terms:\n  binding: false',
  },
  'yaml/text-after-quote': {
    wrong: 'reference: "Stars" 2027',
    right: `reference: '"Stars" 2027'`,
  },
  'yaml/unclosed-bracket': {
    wrong: 'roles:\n  - { task: Meet, lead: club',
    right: 'roles:\n  - { task: Meet, lead: club }',
  },
  'yaml/unclosed-quote': { wrong: 'reference: "RPL-2027-004', right: 'reference: "RPL-2027-004"' },
  'yaml/unquoted-comma': {
    wrong: 'roles:\n  - { task: Plan, print and post, lead: club }',
    right: 'roles:\n  - { task: "Plan, print and post", lead: club }',
  },
  'schema/bad-amount': {
    wrong: 'resources:\n  budget: { currency: USD, total: "$1,200" }',
    right: 'resources:\n  budget: { currency: USD, total: 1200 }',
  },
  'schema/bad-currency': {
    wrong: 'resources:\n  budget: { currency: $, total: 1200 }',
    right: 'resources:\n  budget: { currency: USD, total: 1200 }',
  },
  'schema/bad-frequency': {
    wrong: 'roles:\n  - { task: Meet, every: often }',
    right: 'roles:\n  - { task: Meet, every: month }',
  },
  'schema/bad-language': { wrong: 'language: English', right: 'language: en-US' },
  'schema/date-format': { wrong: 'date: 4 January 2027', right: 'date: 2027-01-04' },
  'schema/duplicate-id': {
    wrong:
      'goals:\n  - { id: reach, text: Reach families }\n  - { id: reach, text: Reach schools }',
    right:
      'goals:\n  - { id: families, text: Reach families }\n  - { id: schools, text: Reach schools }',
  },
  'schema/duplicate-item': {
    wrong: 'branding:\n  order: [library, library]',
    right: 'branding:\n  order: [library, club]',
  },
  'schema/impossible-date': { wrong: 'date: 2027-02-30', right: 'date: 2027-02-28' },
  'schema/meeting-times': {
    wrong:
      'schedule:\n  meetings:\n    - { name: Project meeting, every: month, date: 2027-02-01 }',
    right:
      'schedule:\n  meetings:\n    - { name: Project meeting, every: month, first: 2027-02-01 }',
  },
  'schema/missing-key': {
    wrong: 'goals:\n  - id: reach',
    right: 'goals:\n  - id: reach\n    text: Reach families',
  },
  'schema/missing-unit': {
    wrong: 'terms:\n  ending: { notice: 30 }',
    right: 'terms:\n  ending: { notice: 30 days }',
  },
  'schema/unknown-choice': { wrong: 'status: finished', right: 'status: final' },
  'schema/unknown-key': {
    wrong: 'objectives:\n  - Reach families',
    right: 'goals:\n  - text: Reach families',
  },
  'schema/unknown-partner': {
    wrong: 'roles:\n  - { task: Meet, lead: the library }',
    right: 'roles:\n  - { task: Meet, lead: library }',
  },
  'schema/wrong-type': {
    wrong: 'terms:\n  binding: in good faith',
    right: 'terms:\n  binding: false',
  },
  'text/markdown-literal': {
    wrong: 'background: "# How it began"',
    right: 'background: "**How it began**"',
  },
  'text/link-refused': {
    wrong: 'background: See [the plan](files/plan.docx).',
    right: 'background: See [the plan](https://riverbend.example/plan).',
  },
};
