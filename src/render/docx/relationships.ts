// Relationships of one part: links to the web, pictures and other parts, numbered in the order of use.
// Only http, https and mailto lead out of the file.

import { declaration, element, join, type Xml } from './xml.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** What a relationship leads to, the last part of its type. */
export type RelationshipKind =
  | 'styles'
  | 'numbering'
  | 'settings'
  | 'fontTable'
  | 'theme'
  | 'header'
  | 'footer'
  | 'image'
  | 'glossaryDocument'
  | 'hyperlink'
  | 'officeDocument'
  | 'extended-properties'
  | 'custom-properties';

/** Hands out ids for links. */
export interface Links {
  /** Returns the id of a link, or `undefined` for an address that is not http, https or mailto. */
  readonly link: (href: string) => string | undefined;
}

/** Hands out the relationship ids of one part. */
export interface Relationships extends Links {
  /** Returns the id of a relationship inside the file, the same for the same target. */
  readonly part: (kind: RelationshipKind, target: string) => string;
  /** The core properties have a type of their own sort. */
  readonly core: (target: string) => string;
  /** The relationships as a part, or `undefined` when there are none. */
  readonly xml: () => Xml | undefined;
}

/** Returns an empty set of relationships. */
export function relationships(): Relationships {
  const ids = new Map<string, string>();
  const elements: Xml[] = [];
  const add = (type: string, target: string, external: boolean): string => {
    const key = `${type} ${target}`;
    const known = ids.get(key);
    if (known) return known;
    const id = `rId${ids.size + 1}`;
    ids.set(key, id);
    elements.push(
      element('Relationship', {
        Id: id,
        Type: type,
        Target: target,
        TargetMode: external ? 'External' : undefined,
      }),
    );
    return id;
  };
  return {
    link: (href) => {
      const safe = safeAddress(href);
      return safe === undefined ? undefined : add(`${office}/hyperlink`, safe, true);
    },
    part: (kind, target) => add(`${office}/${kind}`, target, false),
    core: (target) =>
      add(
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        target,
        false,
      ),
    xml: () =>
      elements.length
        ? join([
            declaration,
            element(
              'Relationships',
              { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
              ...elements,
            ),
          ])
        : undefined,
  };
}

/** Returns an address as a URI that Word accepts, or `undefined` when it must not be followed. */
function safeAddress(href: string): string | undefined {
  if (!URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return undefined;
  return url.href.replace(/[^!-~]|["<>\\^`{|}]/gu, (sign) => encodeURIComponent(sign));
}
