// Which headers and footers the pages of a DOCX have: what its sections name and its settings use. A part
// that no page shows is not read.

import type { Relation } from './docx-package.ts';
import { elements, find, isOn, type XmlNode } from './xml-tree.ts';

/** The headers and footers that pages show. */
export interface Running {
  /** Names of parts, headers first, each once. */
  readonly parts: readonly string[];
  /** How many kinds of pages name none. */
  readonly missing: number;
}

/** Returns the parts that the sections below a body use (ECMA-376, 17.10). */
export function runningParts(
  body: XmlNode,
  settings: XmlNode | undefined,
  relations: ReadonlyMap<string, Relation>,
): Running {
  const twoSided = isOn(settings, 'w:evenAndOddHeaders');
  const parts = new Set<string>();
  let missing = 0;
  for (const kind of ['w:headerReference', 'w:footerReference']) {
    // A section that names none goes on with those of the one before it.
    const named = new Map<string, string>();
    for (const section of sectionsIn(body)) {
      for (const { attributes } of elements(section, kind)) {
        const part = relations.get(attributes['r:id'] ?? '')?.part;
        if (part !== undefined) named.set(attributes['w:type'] ?? 'default', part);
      }
      const used = [
        'default',
        ...(isOn(section, 'w:titlePg') ? ['first'] : []),
        ...(twoSided ? ['even'] : []),
      ];
      for (const type of used) {
        const part = named.get(type);
        if (part === undefined) missing += 1;
        else parts.add(part);
      }
    }
  }
  return { parts: [...parts], missing };
}

/** The properties of a section stand at its last paragraph, those of the last one at the end. */
function sectionsIn(node: XmlNode): readonly XmlNode[] {
  return elements(node).flatMap((child) => {
    if (child.name === 'w:sectPr') return [child];
    const own = child.name === 'w:p' ? find(child, 'w:pPr', 'w:sectPr') : undefined;
    if (own) return [own];
    return child.name === 'w:p' ? [] : sectionsIn(child);
  });
}
