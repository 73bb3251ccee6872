// The tags of a template while it is walked: opened, checked where they stand, closed, and put
// into the tag around them. Part of loading; knows nothing of blocks and loops.

import { closest } from '../base/closest.ts';
import type { Source } from '../base/source.ts';
import { readAttributes } from './attributes.ts';
import { type DrawingTag, isDrawing } from './drawing-phrases.ts';
import type { ExpressionContext } from './expression-checks.ts';
import type { Scope } from './scope.ts';
import { checkTable } from './table-shape.ts';
import type { Piece } from './tag-reader.ts';
import { allowedIn, type ContentModel, isTagName, type TagName, tags } from './tags.ts';
import type { TagNode, TemplateNode } from './template.ts';
import type { TemplatePlace, TemplateReport } from './template-report.ts';

/** What a walk knows and collects. */
export interface Walk {
  readonly report: TemplateReport;
  readonly contextOf: (source: Source) => ExpressionContext;
  /** Ids of clauses with the places that give them. */
  readonly ids: Map<string, TemplatePlace>;
  readonly anchors: Set<string>;
  /** Drawings that the template uses, with a place of each. */
  readonly drawings: Map<DrawingTag, TemplatePlace>;
  readonly references: { readonly id: string; readonly place: TemplatePlace }[];
}

/** Where the walk stands. */
export interface Where {
  readonly source: Source;
  readonly model: ContentModel;
  readonly scope: Scope;
  readonly around: readonly TagName[];
  readonly partials: readonly string[];
  readonly inEach: boolean;
  readonly slots: number;
}

/** A tag that is open. */
export interface Frame {
  readonly where: Where;
  readonly content: TemplateNode[];
  readonly tag?: string;
  readonly place?: TemplatePlace;
  readonly node?: Omit<TagNode, 'content'>;
}

/** Takes a piece of template text into the tags that are open. */
export function takePiece(walk: Walk, piece: Piece, offset: number, frames: Frame[]): void {
  const frame = frames[frames.length - 1]!;
  const { where } = frame;
  const place = { source: where.source, start: offset + piece.start, end: offset + piece.end };
  switch (piece.kind) {
    case 'words':
      takeWords(walk, piece.text, place, frame);
      return;
    case 'comment':
      walk.report.add(
        'template/comment',
        place,
        'A comment in angle brackets would be lost.',
        'Write `{{!-- … --}}`.',
      );
      return;
    case 'entity':
      walk.report.add(
        'template/entity',
        place,
        'Entities are not read here.',
        'Write the character itself.',
      );
      return;
    case 'broken':
      walk.report.add(
        'template/unknown-tag',
        place,
        'This is not a complete tag.',
        'Write `<name attribute="value">`, without braces inside it.',
      );
      return;
    case 'close':
      closeTag(walk, piece.tag, place, frames);
      return;
    default:
      openTag(walk, piece, place, offset, frames);
  }
}

function takeWords(
  walk: Walk,
  text: string,
  place: TemplatePlace,
  { where, content }: Frame,
): void {
  const free = where.model === 'inline' || where.model === 'flow';
  if (free) content.push({ kind: 'words', text: text.replace(/\s+/g, ' ') });
  else if (text.trim() !== '') {
    const lead = text.length - text.trimStart().length;
    walk.report.add(
      'template/stray-text',
      { ...place, start: place.start + lead, end: place.start + text.trimEnd().length },
      'Text cannot stand here by itself.',
      'Put it into a <p>.',
    );
  }
}

function closeTag(walk: Walk, tag: string, place: TemplatePlace, frames: Frame[]): void {
  const frame = frames[frames.length - 1]!;
  if (frames.length === 1 || frame.tag !== tag) {
    walk.report.add(
      'template/unbalanced-tag',
      place,
      frames.length > 1
        ? `</${tag}> closes nothing: <${frame.tag}> is open here.`
        : `</${tag}> closes a tag that was not opened in this block.`,
    );
    return;
  }
  frames.pop();
  finishTag(walk, frame, frames[frames.length - 1]!);
}

function finishTag(walk: Walk, frame: Frame, parent: Frame): void {
  if (!frame.node) return;
  if (frame.node.tag === 'table') checkTable(frame.content, frame.place!, walk.report);
  parent.content.push({ ...frame.node, content: frame.content });
}

function openTag(
  walk: Walk,
  piece: Extract<Piece, { tag: string }>,
  place: TemplatePlace,
  offset: number,
  frames: Frame[],
): void {
  const parent = frames[frames.length - 1]!;
  const { where } = parent;
  const { tag } = piece;
  if (!isTagName(tag)) {
    const near = closest(tag, Object.keys(tags));
    walk.report.add(
      'template/unknown-tag',
      place,
      `There is no tag <${tag}>.`,
      near ? `Did you mean <${near}>?` : 'docs/templates.md lists the tags.',
    );
    // What stands in a tag that does not exist is not judged by where it stands.
    if (piece.kind === 'open')
      frames.push({ where: { ...where, model: 'flow' }, content: [], tag, place });
    return;
  }
  const inUnknown = parent.tag !== undefined && !isTagName(parent.tag);
  if (!inUnknown && !allowedIn(tag, where.model, where.around)) {
    walk.report.add(
      'template/misplaced-tag',
      place,
      where.around.length
        ? `<${tag}> cannot stand inside <${where.around[where.around.length - 1]}> here.`
        : `<${tag}> cannot stand here by itself.`,
      'docs/templates.md says what each tag may hold.',
    );
  }
  const attributes = readAttributes(
    tag,
    piece.attributes,
    (each) => ({ source: where.source, start: offset + each.start, end: offset + each.end }),
    place,
    where.scope,
    walk.contextOf(where.source),
  );
  if (isDrawing(tag)) walk.drawings.set(tag, place);
  noteIds(walk, tag, attributes, place, where);
  const node = { kind: 'tag', tag, attributes: attributes.values } as const;
  const model = tags[tag].content;
  const inside: Where = { ...where, model, around: [...where.around, tag] };
  const frame: Frame = { where: inside, content: [], tag, place, node };
  if (piece.kind === 'single' || model === 'nothing') {
    if (piece.kind === 'open') {
      walk.report.add(
        'template/unbalanced-tag',
        place,
        `<${tag}> holds nothing.`,
        `Write <${tag}/>.`,
      );
    }
    finishTag(walk, frame, parent);
  } else frames.push(frame);
}

function noteIds(
  walk: Walk,
  tag: TagName,
  attributes: ReturnType<typeof readAttributes>,
  place: TemplatePlace,
  where: Where,
): void {
  const written = attributes.values.get(tag === 'ref' ? 'to' : 'id');
  if (written?.kind === 'word') {
    if (tag === 'ref') walk.references.push({ id: written.word, place });
    else if (where.inEach) {
      walk.report.add('template/duplicate-id', place, 'A clause that repeats cannot have an id.');
    } else if (walk.ids.has(written.word) && walk.ids.get(written.word)!.start !== place.start) {
      walk.report.add('template/duplicate-id', place, `The id \`${written.word}\` is used twice.`);
    } else {
      walk.ids.set(written.word, place);
      walk.anchors.add(written.word);
    }
  } else if (where.inEach && attributes.anchor && tag !== 'row')
    walk.anchors.add(attributes.anchor);
}
