// Loads a template folder: language files, main.hbs and its partials, all checked once, so that
// filling it later cannot fail. Evaluates and compiles nothing.

import { closest } from '../base/closest.ts';
import type { Diagnostic } from '../base/diagnostic.ts';
import type { TemplateFiles } from '../base/ports.ts';
import type { Source } from '../base/source.ts';
import { badCharacters, describeBadCharacter } from '../model/characters.ts';
import { drawingPhrases } from './drawing-phrases.ts';
import { paperPhrases } from './paper-phrases.ts';
import { placesOf, readPhrases } from './phrase-files.ts';
import { readyTemplate } from './ready-templates.ts';
import type { Phrases, Template } from './template.ts';
import { type TemplatePlace, TemplateReport } from './template-report.ts';
import { walkTemplate } from './walk.ts';

/** A template, or the reasons why there is none. */
export interface LoadedTemplate {
  readonly template?: Template;
  readonly diagnostics: readonly Diagnostic[];
}

const loaded = new WeakMap<TemplateFiles, LoadedTemplate>();

/**
 * Loads and checks a template; it is there only when nothing in it was refused.
 * Many agreements share a template: the same files are loaded once.
 */
export function loadTemplate(files: TemplateFiles): LoadedTemplate {
  const known = loaded.get(files) ?? ready(files) ?? load(files);
  loaded.set(files, known);
  return known;
}

function ready(files: TemplateFiles): LoadedTemplate | undefined {
  const template = readyTemplate(files);
  return template && { template, diagnostics: [] };
}

function load({ name, files }: TemplateFiles): LoadedTemplate {
  const report = new TemplateReport();
  const sourceOf = (file: string): Source => ({
    name: `${name}/${file}`,
    text: files.get(file) ?? '',
  });
  for (const file of ['main.hbs', 'en.yaml']) {
    if (files.has(file)) continue;
    const place = { source: sourceOf(file), start: 0, end: 0 };
    report.add(
      'template/missing-file',
      place,
      `This template has no ${file}.`,
      'Start from a copy of templates/mou.',
    );
  }
  if (report.diagnostics.length) return { diagnostics: report.diagnostics };

  for (const file of files.keys()) refuseCharacters(sourceOf(file), report);
  if (report.diagnostics.length) return { diagnostics: report.diagnostics };

  const languages = readLanguages(files, sourceOf, report);
  // Phrases that could not be read would be missed again wherever they are used.
  if (report.diagnostics.length) return { diagnostics: report.diagnostics };
  const phrases = languages.get('en') ?? new Map();
  const partials = new Map(
    [...files.keys()]
      .filter((file) => file.endsWith('.hbs'))
      .sort()
      .map((file) => [file.slice(0, -'.hbs'.length), sourceOf(file)]),
  );
  const walked = walkTemplate(partials.get('main')!, { partials, phrases, report });
  for (const [tag, place] of walked.drawings) {
    requirePhrases(drawingPhrases[tag], phrases, place, `<${tag}> needs it.`, report);
  }
  for (const { id, place } of walked.references) {
    if (walked.ids.has(id)) continue;
    const near = closest(id, [...walked.ids]);
    report.add(
      'template/unknown-clause',
      place,
      `No clause of this template has the id \`${id}\`.`,
      near ? `Did you mean \`${near}\`?` : undefined,
    );
  }
  const { diagnostics } = report;
  if (diagnostics.length) return { diagnostics };
  const { nodes, anchors } = walked;
  return { template: { name, nodes, languages, anchors }, diagnostics };
}

/** Reports the first character of a file that no paper may hold; U+FFFD stands for bytes that are not UTF-8. */
function refuseCharacters(source: Source, report: TemplateReport): void {
  const unread = source.text.indexOf('\ufffd');
  if (unread >= 0) {
    report.add(
      'template/bad-character',
      { source, start: unread, end: unread + 1 },
      'This character cannot be read, because the file is not saved as UTF-8.',
      'Open the file in your editor and save it again as UTF-8.',
    );
    return;
  }
  const [bad] = badCharacters(source.text, 1);
  if (!bad) return;
  report.add(
    'template/bad-character',
    { source, start: bad.offset, end: bad.offset + bad.length },
    `A template may not hold ${describeBadCharacter(bad.codePoint)}.`,
    'Delete it.',
  );
}

function readLanguages(
  files: TemplateFiles['files'],
  sourceOf: (file: string) => Source,
  report: TemplateReport,
): ReadonlyMap<string, Phrases> {
  const languages = new Map<string, Phrases>();
  const names = [...files.keys()].filter((file) => /^[A-Za-z-]+\.yaml$/.test(file)).sort();
  for (const file of names) {
    const source = sourceOf(file);
    const read = readPhrases(source);
    report.addAll(read.diagnostics);
    languages.set(file.slice(0, -'.yaml'.length).toLowerCase(), read.phrases);
  }
  if (report.diagnostics.length) return languages;
  const english = languages.get('en') ?? new Map();
  const place = { source: sourceOf('en.yaml'), start: 0, end: 0 };
  requirePhrases(paperPhrases, english, place, 'Every paper needs it.', report);
  for (const [tag, phrases] of languages) {
    if (tag !== 'en')
      compareLanguages(
        english,
        phrases,
        sourceOf(names.find((file) => file.toLowerCase() === `${tag}.yaml`)!),
        report,
      );
  }
  return languages;
}

/** Every paper needs some phrases, whatever its template prints, and so does every drawing. */
function requirePhrases(
  needed: typeof paperPhrases,
  english: Phrases,
  place: TemplatePlace,
  why: string,
  report: TemplateReport,
): void {
  for (const [key, places] of needed) {
    const phrase = english.get(key);
    if (!phrase)
      report.add('template/unknown-phrase', place, `en.yaml has no phrase \`${key}\`.`, why);
    else if (placesOf(phrase).some((each) => !places.includes(each))) {
      report.add(
        'template/phrase-values',
        place,
        `The phrase \`${key}\` has a place that is not filled.`,
      );
    }
  }
}

/** Another language has the same phrases with the same places, or leaves a phrase to English. */
function compareLanguages(
  english: Phrases,
  other: Phrases,
  source: Source,
  report: TemplateReport,
): void {
  const place = { source, start: 0, end: 0 };
  for (const [key, phrase] of other) {
    const first = english.get(key);
    if (!first) {
      report.add('template/unknown-phrase', place, `en.yaml has no phrase \`${key}\`.`);
    } else if (placesOf(phrase).some((each) => !placesOf(first).includes(each))) {
      report.add(
        'template/phrase-values',
        place,
        `The phrase \`${key}\` has a place that the English one does not have.`,
      );
    }
  }
}
