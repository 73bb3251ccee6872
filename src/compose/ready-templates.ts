// Our own templates as they were loaded when the program was bundled: reading Handlebars and YAML again
// takes longer than a check. None in the sources; bundle.js puts them here. Checks nothing.

import type { TemplateFiles } from '../base/ports.ts';
import type { Template } from './template.ts';

/** A template folder, and what loading it without a problem gave, as JSON. */
export interface ReadyTemplate {
  readonly files: Readonly<Record<string, string>>;
  readonly template: string;
}

/** By the name of the folder. */
const readyTemplates: Readonly<Record<string, ReadyTemplate | undefined>> = {};

/** Returns a template that lies ready for exactly these files. */
export function readyTemplate(
  { name, files }: TemplateFiles,
  ready: typeof readyTemplates = readyTemplates,
): Template | undefined {
  const known = ready[name];
  if (!known || Object.keys(known.files).length !== files.size) return undefined;
  for (const [file, text] of files) if (known.files[file] !== text) return undefined;
  return unpacked(JSON.parse(known.template)) as Template;
}

/** Returns a template as JSON; what is no array or plain object in it is a map or a set. */
export function packedTemplate(template: Template): string {
  return JSON.stringify(template, (_, value: unknown) => {
    if (value instanceof Map) return { $map: [...value] };
    return value instanceof Set ? { $set: [...value] } : value;
  });
}

function unpacked(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) value[at] = unpacked(value[at]);
    return value;
  }
  const known = value as Record<string, unknown>;
  if (known.$map) return new Map(unpacked(known.$map) as [unknown, unknown][]);
  if (known.$set) return new Set(unpacked(known.$set) as unknown[]);
  for (const key in known) known[key] = unpacked(known[key]);
  return known;
}
