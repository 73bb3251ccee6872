// Names of files from a pattern such as `{reference} {partners.club.short}`: what stands between
// braces is a path into the agreement. Makes names; whether two are the same is not known here.

import { closest } from '../base/closest.ts';
import type { Agreement } from '../model/agreement.ts';
import { agreementPlan, type Plan } from '../model/plan.ts';
import { type PathStep, readSpecPath, specPathText } from '../model/spec-path.ts';
import { safeFileName } from './file-names.ts';

/** A name without its ending, or one sentence that says why there is none. */
export interface NamedOutput {
  readonly name?: string;
  readonly problem?: string;
}

/** Further placeholders that a command offers, each with its value for this agreement. */
export type Extra = Readonly<Record<string, string>>;

type Part = { readonly text: string } | { readonly placeholder: string };

/** Returns the literal and the replaced parts of a pattern, or a sentence about its braces. */
function partsOf(pattern: string): readonly Part[] | string {
  const parts: Part[] = [];
  let at = 0;
  while (at < pattern.length) {
    const open = pattern.indexOf('{', at);
    const stray = pattern.slice(at, open < 0 ? undefined : open).indexOf('}');
    if (stray >= 0) return 'The name has a closing brace without an opening one.';
    if (open < 0) return [...parts, { text: pattern.slice(at) }];
    const close = pattern.indexOf('}', open);
    if (close < 0) return 'The name has an opening brace without a closing one.';
    if (open > at) parts.push({ text: pattern.slice(at, open) });
    parts.push({ placeholder: pattern.slice(open + 1, close).trim() });
    at = close + 1;
  }
  return parts;
}

/**
 * Returns what is wrong with a pattern whatever the agreement: braces, and paths that no spec has.
 * `partners` are the keys there are, where they are known; `extra` the further placeholders.
 */
export function checkNamePattern(
  pattern: string,
  partners?: readonly string[],
  extra: readonly string[] = [],
): string | undefined {
  const parts = partsOf(pattern);
  if (typeof parts === 'string') return parts;
  if (pattern.trim() === '') return 'The name is empty.';
  for (const part of parts) {
    if ('text' in part || extra.includes(part.placeholder)) continue;
    const problem = pathProblem(part.placeholder, partners, extra);
    if (problem) return problem;
  }
  return undefined;
}

function pathProblem(
  written: string,
  partners: readonly string[] | undefined,
  extra: readonly string[],
): string | undefined {
  const steps = readSpecPath(written);
  const lost = `The name asks for {${written}}, and no spec has that.`;
  if (!steps) return `${lost} Write a path such as {reference} or {partners.club.short}.`;
  let plan: Plan = agreementPlan;
  for (const [at, step] of steps.entries()) {
    const next = below(plan, step, partners);
    if (next) {
      plan = next;
      continue;
    }
    const names = namesOf(plan, partners);
    const meant =
      step.kind === 'key' ? closest(step.key, [...names, ...(at === 0 ? extra : [])]) : undefined;
    if (meant === undefined) {
      const some = names.slice(0, 8).join(', ');
      return `${lost}${some === '' ? '' : ` There are ${some}${names.length > 8 ? ', …' : ''}.`}`;
    }
    const path = specPathText([
      ...steps.slice(0, at),
      { kind: 'key', key: meant },
      ...steps.slice(at + 1),
    ]);
    return `${lost} Did you mean {${path}}?`;
  }
  if (['leaf', 'version', 'flag', 'choice'].includes(plan.kind)) return undefined;
  const first = namesOf(plan, partners)[0];
  const example = plan.kind === 'list' ? `${written}[0]` : `${written}.${first ?? '…'}`;
  return `The name asks for {${written}}, which is several values; write for example {${example}}.`;
}

function below(
  plan: Plan,
  step: PathStep,
  partners: readonly string[] | undefined,
): Plan | undefined {
  if (plan.kind === 'list') return step.kind === 'key' ? undefined : plan.item;
  if (step.kind !== 'key') return undefined;
  if (plan.kind === 'fields') return plan.fields.get(step.key)?.plan;
  if (plan.kind !== 'record') return undefined;
  const known = partners === undefined || partners.some((key) => same(key, step.key));
  return known ? plan.item : undefined;
}

function namesOf(plan: Plan, partners: readonly string[] | undefined): readonly string[] {
  if (plan.kind === 'fields') return [...plan.fields.keys()];
  return plan.kind === 'record' ? (partners ?? []) : [];
}

const same = (one: string, other: string): boolean =>
  one.normalize('NFC') === other.normalize('NFC');

/**
 * Returns the name of an agreement's files: each placeholder replaced, the whole made safe on every
 * file system. A value that is not filled in is a problem, because names would be the same by chance.
 */
export function outputName(pattern: string, agreement: Agreement, extra: Extra = {}): NamedOutput {
  const parts = partsOf(pattern);
  if (typeof parts === 'string') return { problem: parts };
  const keys = Object.keys(agreement.partners);
  const problem = checkNamePattern(pattern, keys, Object.keys(extra));
  if (problem !== undefined) return { problem };
  let name = '';
  for (const part of parts) {
    if ('text' in part) {
      name += part.text;
      continue;
    }
    const { placeholder } = part;
    const value = Object.hasOwn(extra, placeholder)
      ? extra[placeholder]!
      : filledIn(placeholder, agreement);
    if (value.trim() === '') {
      return { problem: `The name asks for {${placeholder}}, and this agreement does not say it.` };
    }
    name += value.trim();
  }
  // Long names are cut here as they would be with the longest ending, so that DOCX and PDF stay a pair.
  const safe = safeFileName(name.replace(/\s+/g, ' '), 'docx').slice(0, -'.docx'.length);
  return { name: safe };
}

function filledIn(placeholder: string, agreement: Agreement): string {
  let value: unknown = agreement;
  const steps = readSpecPath(placeholder) ?? [];
  for (const step of steps) value = stepInto(value, step);
  // The text calls a partner by its name where it has no shorter one.
  const [top, partner, field] = steps;
  const byName = value === undefined && top?.kind === 'key' && top.key === 'partners';
  if (byName && steps.length === 3 && field?.kind === 'key' && field.key === 'short') {
    value = stepInto(stepInto(agreement.partners, partner!), { kind: 'key', key: 'name' });
  }
  if (value === undefined && placeholder === 'status') value = 'draft';
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : '';
}

function stepInto(value: unknown, step: PathStep): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (step.kind === 'key') {
    const found = Object.entries(value).find(([key]) => same(key, step.key));
    return found?.[1];
  }
  if (!Array.isArray(value)) return undefined;
  return step.kind === 'index'
    ? value[step.index]
    : value.find((item) => typeof item === 'object' && item !== null && item.id === step.id);
}
