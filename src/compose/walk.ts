// Walks the tree of a template file into typed nodes and checks everything in it: blocks, paths,
// functions, partials. Tags are taken in walk-tags.ts. Fills in nothing. (A little over 250 lines
// because the refusals of every kind of statement belong in one place.)

import { closest } from '../base/closest.ts';
import type { Source } from '../base/source.ts';
import { checkLine } from './expression-checks.ts';
import { readCall, readExpression } from './expressions.ts';
import { numberShape, partnerKeyShape } from './functions.ts';
import { parseTemplate, placeOf } from './parse.ts';
import type { ScopeName } from './scope.ts';
import { readPieces } from './tag-reader.ts';
import type { Phrases, TemplateNode } from './template.ts';
import type { TemplatePlace, TemplateReport } from './template-report.ts';
import { type Frame, takePiece, type Walk, type Where } from './walk-tags.ts';

/** What a walk starts from and collects. */
export interface WalkInput {
  /** Files by the name of the partial. */
  readonly partials: ReadonlyMap<string, Source>;
  readonly phrases: Phrases;
  readonly report: TemplateReport;
}

/** The nodes of a template and the clauses it has and refers to. */
export interface Walked {
  readonly nodes: readonly TemplateNode[];
  readonly ids: ReadonlySet<string>;
  readonly anchors: ReadonlySet<string>;
  readonly drawings: Walk['drawings'];
  readonly references: readonly { readonly id: string; readonly place: TemplatePlace }[];
}

/** Walks a template from its main file. */
export function walkTemplate(main: Source, input: WalkInput): Walked {
  const { report, phrases, partials } = input;
  const walk: Walk = {
    report,
    ids: new Map(),
    anchors: new Set(),
    drawings: new Map(),
    references: [],
    contextOf: (source) => ({
      phrases,
      report,
      place: (node) => placeOf(source, node),
      refersTo: (id, place) => walk.references.push({ id, place }),
    }),
  };
  const { contextOf } = walk;

  function walkFile(source: Source, where: Where): readonly TemplateNode[] {
    const program = parseTemplate(source, report);
    return program ? walkProgram(program, { ...where, source }) : [];
  }

  function walkProgram(program: hbs.AST.Program | undefined, where: Where): TemplateNode[] {
    const frames: Frame[] = [{ where, content: [] }];
    const top = (): Frame => frames[frames.length - 1]!;
    for (const statement of program?.body ?? []) {
      if (statement.type === 'ContentStatement') {
        const place = placeOf(where.source, statement);
        for (const piece of readPieces((statement as hbs.AST.ContentStatement).value)) {
          takePiece(walk, piece, place.start, frames);
        }
      } else top().content.push(...walkStatement(statement, top().where));
    }
    while (frames.length > 1) {
      const open = frames.pop()!;
      report.add(
        'template/unbalanced-tag',
        open.place!,
        `<${open.tag}> is not closed in the block where it is opened.`,
        `Write </${open.tag}> before the block ends.`,
      );
    }
    return frames[0]!.content;
  }

  function walkStatement(statement: hbs.AST.Statement, where: Where): readonly TemplateNode[] {
    const place = placeOf(where.source, statement);
    switch (statement.type) {
      case 'CommentStatement':
        return [];
      case 'MustacheStatement':
        return walkMustache(statement as hbs.AST.MustacheStatement, place, where);
      case 'BlockStatement':
        return walkBlock(statement as hbs.AST.BlockStatement, place, where);
      case 'PartialStatement':
        return walkPartial(statement as hbs.AST.PartialStatement, place, where);
      case 'PartialBlockStatement':
        report.add(
          'template/inline-partial',
          place,
          'Partials with a block are not used here.',
          'Write `{{> name}}`.',
        );
        return [];
      case 'DecoratorBlock':
        report.add(
          'template/inline-partial',
          place,
          'Partials inside a file are not used here.',
          'Put it into a file of its own.',
        );
        return [];
      default:
        report.add('template/decorator', place, 'Decorators are not used here.');
        return [];
    }
  }

  function walkMustache(
    statement: hbs.AST.MustacheStatement,
    place: TemplatePlace,
    where: Where,
  ): readonly TemplateNode[] {
    if (!statement.escaped) {
      report.add(
        'template/raw-output',
        place,
        'Values are never put in raw.',
        'Write two braces: `{{…}}`.',
      );
      return [];
    }
    const context = contextOf(where.source);
    const read = readCall(statement.path, statement.params, statement.hash, where.scope, context);
    if (!read) return [];
    const { model } = where;
    const blocks = read.gives === 'blocks' || isProse(read.gives);
    if (model !== 'blocks' && model !== 'flow' && model !== 'inline') {
      report.add('template/misplaced-tag', place, 'A value cannot stand here by itself.');
    } else if (!blocks || model === 'inline') {
      if (!checkLine(read, place, context)) return [];
      if (model === 'blocks') {
        report.add(
          'template/stray-text',
          place,
          'A value cannot stand here by itself.',
          'Put it into a <p>.',
        );
      }
    }
    return [{ kind: 'value', expression: read.expression }];
  }

  function walkBlock(
    block: hbs.AST.BlockStatement,
    place: TemplatePlace,
    where: Where,
  ): readonly TemplateNode[] {
    const name = block.path.original;
    const context = contextOf(where.source);
    if ((name !== 'if' && name !== 'unless' && name !== 'each') || !block.program) {
      report.add(
        'template/unknown-block',
        place,
        `There is no block \`${name}\`.`,
        'The blocks are `#if`, `#unless` and `#each … as |item|`.',
      );
      return [];
    }
    const [param, ...more] = block.params;
    if (!param || more.length || block.hash) {
      report.add('template/helper-values', place, `\`#${name}\` takes one value.`);
      return [];
    }
    const read = readExpression(param, where.scope, context);
    if (name === 'each') return walkEach(block, read, place, where);
    const content = walkProgram(block.program, where);
    const otherwise = walkProgram(block.inverse, where);
    if (!read) return [];
    if (typeof read.gives !== 'object' && read.gives !== 'condition') {
      report.add(
        'template/helper-values',
        placeOf(where.source, param),
        `\`#${name}\` asks for a path, or for a helper that says yes or no.`,
      );
    }
    return [{ kind: 'when', test: read.expression, absent: name === 'unless', content, otherwise }];
  }

  function walkEach(
    block: hbs.AST.BlockStatement,
    read: ReturnType<typeof readExpression>,
    place: TemplatePlace,
    where: Where,
  ): readonly TemplateNode[] {
    const names = block.program.blockParams ?? [];
    const shape = typeof read?.gives === 'object' ? read.gives : undefined;
    const list = shape?.kind === 'list' || shape?.kind === 'map' ? shape : undefined;
    if (read && !list) report.add('template/helper-values', place, '`#each` goes through a list.');
    if (names.length === 0 || names.length > 2) {
      report.add(
        'template/helper-values',
        place,
        '`#each` gives its items a name.',
        'Write `{{#each goals as |goal|}}`, or `as |goal number|`.',
      );
    }
    if (!read || !list || names.length === 0) return [];
    const slot = where.slots;
    const anchor = `${read.anchor ?? 'partners'}-*`;
    const added: [string, ScopeName][] = [[names[0]!, { slot, shape: list.item, anchor }]];
    const keySlot = names[1] === undefined ? undefined : slot + 1;
    if (keySlot !== undefined) {
      const key = list.kind === 'map' ? partnerKeyShape : numberShape;
      added.push([names[1]!, { slot: keySlot, shape: key }]);
    }
    const inside: Where = {
      ...where,
      scope: new Map([...where.scope, ...added]),
      slots: slot + 2,
      inEach: true,
    };
    return [
      {
        kind: 'each',
        list: read.expression,
        slot,
        ...(keySlot === undefined ? {} : { keySlot }),
        content: walkProgram(block.program, inside),
        otherwise: walkProgram(block.inverse, where),
      },
    ];
  }

  function walkPartial(
    partial: hbs.AST.PartialStatement,
    place: TemplatePlace,
    where: Where,
  ): readonly TemplateNode[] {
    const name =
      partial.name.type === 'PathExpression'
        ? (partial.name as hbs.AST.PathExpression).original
        : undefined;
    const source = name === undefined ? undefined : partials.get(name);
    if (name === undefined || partial.params.length || partial.hash) {
      report.add(
        'template/unknown-partial',
        place,
        'A partial is called by its name alone.',
        'Write `{{> name}}`.',
      );
    } else if (!source) {
      const near = closest(name, [...partials.keys()]);
      report.add(
        'template/unknown-partial',
        place,
        `There is no file ${name}.hbs in this template.`,
        near ? `Did you mean \`{{> ${near}}}\`?` : undefined,
      );
    } else if (where.partials.includes(name)) {
      report.add('template/partial-recursion', place, `\`${name}\` would contain itself.`);
    } else return walkFile(source, { ...where, partials: [...where.partials, name] });
    return [];
  }

  const nodes = walkFile(main, {
    source: main,
    model: 'blocks',
    scope: new Map(),
    around: [],
    partials: ['main'],
    inEach: false,
    slots: 0,
  });
  const { ids, anchors, drawings, references } = walk;
  return { nodes, ids: new Set(ids.keys()), anchors, drawings, references };
}

function isProse(gives: unknown): boolean {
  return typeof gives === 'object' && (gives as { leaf?: string }).leaf === 'prose';
}
