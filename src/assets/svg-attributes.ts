// Cleans what one SVG element says about itself: attributes, style, references, inner pictures.
// Part of svg.ts; every value that stays was looked at here.

import { probeJpeg } from './jpeg.ts';
import { probePng } from './png.ts';
import {
  allowedAttributes,
  allowedProperties,
  localReference,
  lostProperties,
  styleOnly,
} from './svg-allowed.ts';
import { type CssRule, declaredFor, readDeclarations } from './svg-css.ts';
import type { SvgElement } from './svg-tree.ts';

/** What cleaning gathers on its way through the tree. */
export interface Sweep {
  readonly rules: readonly CssRule[];
  readonly removed: Set<string>;
  readonly ids: Set<string>;
  readonly typefaces: Set<string>;
  /** Shared by the whole drawing, whatever is discarded. */
  readonly counts: { images: number; textLength: number };
}

/** Returns the attributes that stay, or `undefined` when the element cannot stay without one. */
export function cleanAttributes(
  element: SvgElement,
  sweep: Sweep,
): Map<string, string> | undefined {
  const kept = new Map<string, string>();
  const style = new Map<string, string>();
  for (const [name, value] of element.attributes) {
    if (allowedProperties.has(name) || lostProperties.has(name)) style.set(name, value);
    else if (name === 'id') {
      if (/^[^\s"'()<>\\]{1,200}$/.test(value) && !sweep.ids.has(value)) {
        sweep.ids.add(value);
        kept.set(name, value);
      }
    } else if (allowedAttributes.has(name) && name !== 'class' && !localReference(value)) {
      kept.set(name, value);
    }
  }
  for (const [name, value] of declaredFor(element, sweep.rules)) style.set(name, value);
  const inline = readDeclarations(element.attributes.get('style') ?? '');
  for (const [name, value] of inline) style.set(name, value);
  const onlyStyle: string[] = [];
  for (const [name, value] of style) {
    const clean = cleanProperty(name, value, sweep);
    if (clean === undefined) continue;
    if (styleOnly.has(name)) onlyStyle.push(`${name}:${clean}`);
    else kept.set(name, clean);
  }
  if (onlyStyle.length > 0) kept.set('style', onlyStyle.join(';'));
  const href = element.attributes.get('href');
  if (element.name === 'image') {
    const picture = cleanImage(href ?? '', sweep);
    return picture ? kept.set('href', picture) : undefined;
  }
  if (href !== undefined && element.name !== 'a') {
    if (/^#[^\s"'()<>\\]{1,200}$/.test(href.trim())) kept.set('href', href.trim());
    else {
      sweep.removed.add('a part that lies in another file');
      if (element.name === 'use') return undefined;
    }
  }
  return kept;
}

function cleanProperty(name: string, value: string, sweep: Sweep): string | undefined {
  const lost = lostProperties.get(name);
  if (lost && value.trim() !== 'none') sweep.removed.add(lost);
  if (lost || !allowedProperties.has(name)) return undefined;
  if (localReference(value) === 'outside') {
    sweep.removed.add('a part that lies in another file');
    return undefined;
  }
  if (name === 'font-family') {
    const first = value.split(',')[0]!.replace(/["']/g, '').trim();
    if (first && !/^(?:noto (?:sans|serif)|sans-serif|serif|inherit)$/i.test(first)) {
      sweep.typefaces.add(first.slice(0, 60));
    }
  }
  return value;
}

/** Returns a picture inside the drawing if it is a sound PNG or JPEG, written out plainly. */
function cleanImage(href: string, sweep: Sweep): string | undefined {
  const match =
    /^\s*data:image\/(?:png|jpe?g)(?:;charset=[\w-]+)?;base64,([\sA-Za-z0-9+/=]+)$/i.exec(href);
  if (!match) {
    sweep.removed.add(
      /^\s*data:/i.test(href) ? 'a picture inside it' : 'a picture that lies in another file',
    );
    return undefined;
  }
  sweep.counts.images += 1;
  const base64 = match[1]!.replace(/\s+/g, '');
  const probe = probeBase64(base64);
  if (!probe) {
    sweep.removed.add('a damaged picture inside it');
    return undefined;
  }
  return `data:image/${probe};base64,${base64}`;
}

function probeBase64(base64: string): 'png' | 'jpeg' | undefined {
  let binary: string;
  try {
    binary = atob(base64);
  } catch {
    return undefined;
  }
  const bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
  const probe = probePng(bytes) ?? probeJpeg(bytes);
  return probe?.ok ? probe.format : undefined;
}
