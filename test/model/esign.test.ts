// Tags of signing services: nothing from a spec may end a tag, add to it, or be taken for one.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { esignServices, signTag, strayTagIn } from '../../src/model/esign.ts';

describe('a tag', () => {
  it('holds nothing of a label or a key that would mean something to its service', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('signature', 'name', 'title', 'date'),
        (label, signer, purpose) => {
          const place = {
            field: { label, purpose },
            signer,
            number: 7,
            width: 170.6,
            height: 29.4,
          };
          expect(signTag('docuseal', place)).toMatch(
            /^\{\{[^{};=,]+ 7;type=(signature|text|datenow);role=[^{};=,]+;width=170;height=29\}\}$/u,
          );
          expect(signTag('documenso', place)).toMatch(
            /^\{\{(signature|name|text|date), r7(, label=[^{};=, ]+)?\}\}$/u,
          );
          expect(signTag('anchors', place)).toMatch(/^\\[sntd]7\\$/);
        },
      ),
    );
  });

  it('is not put over a name that is printed, but for an anchor, which writes nothing', () => {
    const field = { label: 'Name', value: 'Maria Okafor', purpose: 'name' } as const;
    const place = { field, signer: 'library', number: 1, width: 170, height: 29 };
    expect(esignServices.map((service) => signTag(service, place))).toEqual([
      undefined,
      undefined,
      '\\n1\\',
    ]);
  });
});

describe('what a paper says itself', () => {
  const said = (
    content: string,
    signing: Parameters<typeof strayTagIn>[0]['signing'],
  ): string | undefined =>
    strayTagIn({
      blocks: [{ kind: 'paragraph', style: 'body', content: [{ kind: 'text', text: content }] }],
      running: { header: 'A paper', footer: 'RPL-1' },
      signing,
    });

  it('stops the paper where its service would take it for a tag', () => {
    expect(said('Write {{sum}} here', 'docuseal')).toBe(
      'The text says “{{sum}}”, which docuseal would take for a tag. Word it otherwise, or leave out --esign; nothing was made.',
    );
    expect(said('{{date, r9}}', 'documenso')).toContain('which documenso would take for a tag');
    expect(said('see \\s2\\ there', 'anchors')).toContain('“\\s2\\”');
  });

  it('is left alone otherwise', () => {
    expect(said('Write {{sum}} here', 'fields')).toBeUndefined();
    expect(said('Write {{sum}} here', 'anchors')).toBeUndefined();
    expect(said('C:\\share\\2027\\ and {sum}', 'docuseal')).toBeUndefined();
    expect(said('C:\\share\\2027\\', 'anchors')).toBeUndefined();
  });
});
