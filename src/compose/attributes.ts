// Checks the attributes of a tag against the closed set in tags.ts.
// Part of loading; works out no values.

import { closest } from '../base/closest.ts';
import { checkLine, type ExpressionContext, unknownPhrase } from './expression-checks.ts';
import { readSteps } from './expressions.ts';
import { fits } from './functions.ts';
import { placesOf } from './phrase-files.ts';
import type { Scope } from './scope.ts';
import type { WrittenAttribute } from './tag-reader.ts';
import { type AttributeRule, type TagName, tags } from './tags.ts';
import type { AttributeValue, Expression } from './template.ts';
import type { TemplatePlace } from './template-report.ts';

/** The attributes of a tag, and the anchor pattern of its `about`. */
export interface ReadAttributes {
  readonly values: ReadonlyMap<string, AttributeValue>;
  readonly anchor?: string;
}

/** Reads and checks the attributes of a tag; what is wrong is reported and left out. */
export function readAttributes(
  tag: TagName,
  written: readonly WrittenAttribute[],
  placeOf: (attribute: WrittenAttribute) => TemplatePlace,
  tagPlace: TemplatePlace,
  scope: Scope,
  context: ExpressionContext,
): ReadAttributes {
  const rules: Readonly<Record<string, AttributeRule>> = tags[tag].attributes;
  const values = new Map<string, AttributeValue>();
  let anchor: string | undefined;
  for (const attribute of written) {
    const place = placeOf(attribute);
    const rule = Object.hasOwn(rules, attribute.name) ? rules[attribute.name] : undefined;
    if (!rule || values.has(attribute.name)) {
      const near = closest(attribute.name, Object.keys(rules));
      context.report.add(
        'template/unknown-attribute',
        place,
        rule
          ? `<${tag}> has \`${attribute.name}\` twice.`
          : `<${tag}> takes no \`${attribute.name}\`.`,
        near && !rule ? `Did you mean \`${near}\`?` : undefined,
      );
      continue;
    }
    const read = readValue(attribute, rule, place, scope, context);
    if (!read) continue;
    values.set(attribute.name, read.value);
    anchor ??= read.anchor;
  }
  for (const [name, rule] of Object.entries(rules)) {
    if (!rule.required || written.some((each) => each.name === name)) continue;
    context.report.add('template/attribute-value', tagPlace, `<${tag}> needs \`${name}="…"\`.`);
  }
  return { values, ...(anchor ? { anchor } : {}) };
}

function readValue(
  attribute: WrittenAttribute,
  rule: AttributeRule,
  place: TemplatePlace,
  scope: Scope,
  context: ExpressionContext,
): { readonly value: AttributeValue; readonly anchor?: string } | undefined {
  const { name, value } = attribute;
  const wrong = (message: string): undefined => {
    context.report.add('template/attribute-value', place, message);
    return undefined;
  };
  const word = { value: { kind: 'word', word: value } as const };
  switch (rule.kind) {
    case 'id':
      return /^[a-z][a-z0-9-]*$/.test(value)
        ? word
        : wrong(`\`${name}\` is small letters, digits and hyphens, not "${value}".`);
    case 'number': {
      const number = Number(value);
      return number > 0
        ? { value: { kind: 'number', number } }
        : wrong(`\`${name}\` is a number above zero, not "${value}".`);
    }
    case 'phrase': {
      const phrase = context.phrases.get(value);
      if (!phrase) return unknownPhrase(value, place, context);
      return placesOf(phrase).length === 0
        ? word
        : wrong(`The phrase \`${value}\` needs values, so it cannot stand in \`${name}\`.`);
    }
    case 'paths':
    case 'printable':
    case 'partner':
      return readPaths(value, rule.kind, place, scope, context, wrong);
    default:
      return rule.kind.includes(value)
        ? word
        : wrong(
            `\`${name}\` is ${rule.kind.map((each) => `"${each}"`).join(' or ')}, not "${value}".`,
          );
  }
}

function readPaths(
  text: string,
  kind: 'paths' | 'printable' | 'partner',
  place: TemplatePlace,
  scope: Scope,
  context: ExpressionContext,
  wrong: (message: string) => undefined,
): { readonly value: AttributeValue; readonly anchor?: string } | undefined {
  const written = text.split(/\s+/).filter(Boolean);
  if (written.length === 0 || (kind !== 'paths' && written.length > 1)) {
    return wrong(kind === 'paths' ? 'A path is missing here.' : 'One path is wanted here.');
  }
  const expressions: Expression[] = [];
  let anchor: string | undefined;
  for (const path of written) {
    const read = readSteps(path.split('.'), scope, context, place);
    if (!read) return undefined;
    if (kind === 'printable' && !checkLine(read, place, context)) return undefined;
    if (kind === 'partner' && !(typeof read.gives === 'object' && fits(read.gives, 'partner'))) {
      return wrong(`\`${path}\` is not a partner.`);
    }
    expressions.push(read.expression);
    anchor ??= read.anchor;
  }
  return { value: { kind: 'expressions', expressions }, ...(anchor ? { anchor } : {}) };
}
