// Pactwright as the bench measures it from a validated agreement on: the phases after the check, in
// the order of src/build.ts, with all that a paper carries. Bundled before a run; never published.

import { preparePictures } from '../src/assets/prepare.ts';
import { type Checked, check } from '../src/check.ts';
import { readiness } from '../src/checklist/index.ts';
import {
  compose,
  composeDiagnostics,
  contentsTitle,
  listContents,
  loadTemplate,
  makePaper,
} from '../src/compose/index.ts';
import type { Paper } from '../src/model/paper.ts';
import type { Theme } from '../src/model/theme.ts';
import { nodeHost } from '../src/node/host.ts';
import { nodePorts } from '../src/node/ports.ts';
import {
  acceptedInComments,
  carrying,
  type Proof,
  prove,
  remembering,
} from '../src/proof/prove.ts';
import { renderDocx } from '../src/render/docx/index.ts';
import { renderPdf } from '../src/render/pdf/index.ts';
import { monograms } from '../src/theme/monogram.ts';
import { themeFor } from '../src/theme/theme.ts';

/** An agreement that a check has passed, with what the check read. */
export interface Validated {
  readonly bytes: Uint8Array;
  readonly checked: Checked;
  readonly pictures: ReturnType<typeof remembering>['answers'];
}

/** A paper as it stands before it is rendered. */
export interface Composed {
  readonly paper: Paper;
  readonly theme: Theme;
  readonly proof: Proof;
}

/** What one process of a batch shares between its papers. */
export interface Press {
  validate(text: string): Promise<Validated>;
  composed(agreement: Validated): Promise<Composed>;
  make(agreement: Validated, format: 'docx' | 'pdf'): Promise<Uint8Array>;
}

/** Opens what is shared: the template, the fonts, the cleaned logos. */
export async function openPress(folder: string): Promise<Press> {
  const host = nodeHost({ folder });
  const ports = nodePorts(host);
  const files = (await host.readTemplate('mou'))!;
  const loaded = loadTemplate(files);
  const template = loaded.template!;

  async function validate(text: string): Promise<Validated> {
    const bytes = new TextEncoder().encode(text);
    const { host: listening, answers: pictures } = remembering(host);
    const checked = await check({ name: 'memorandum.yaml', bytes }, listening);
    if (!checked.agreement) throw new Error('The memorandum cannot be read as an agreement.');
    return { bytes, checked, pictures };
  }

  async function composed({ bytes, checked, pictures }: Validated): Promise<Composed> {
    const agreement = checked.agreement!;
    const located = checked.located!;
    const theme = themeFor(agreement);
    const tiles = monograms(agreement, theme);
    const placed = await preparePictures(
      agreement,
      located,
      checked.assets!,
      tiles,
      ports.rasteriser,
    );
    const document = compose(agreement, template, {});
    const diagnostics = [
      ...checked.diagnostics,
      ...placed.diagnostics,
      ...composeDiagnostics(agreement, located, template, document),
    ];
    const status = agreement.status ?? 'draft';
    const ready = readiness(diagnostics, { status });
    if (ready.refused !== undefined) throw new Error(ready.refused);
    const proof = await prove(
      {
        agreement,
        spec: bytes,
        accepted: acceptedInComments(agreement, checked.checklist?.findings ?? []),
        stem: 'memorandum',
        kind: 'mou',
        template: files,
        pictures,
        withPdf: true,
        embed: true,
        version: ports.version,
      },
      ports.digest,
    );
    const bare = makePaper({
      agreement,
      template,
      theme,
      open: [],
      placed,
      pictures: placed.pictures,
      document,
      hash: proof.hash,
    });
    const paper = await listContents(bare, contentsTitle(agreement, template), theme, () => {
      throw new Error('The memorandum has grown so long that it needs a list of contents.');
    });
    return { paper, theme, proof };
  }

  async function make(agreement: Validated, format: 'docx' | 'pdf'): Promise<Uint8Array> {
    const { paper, theme, proof } = await composed(agreement);
    const carried = carrying(paper, proof, format);
    if (format === 'docx') return renderDocx(carried, theme, ports.deflate);
    return renderPdf(carried, theme, await fontsOf(theme), ports.deflate);
  }

  async function fontsOf({ fonts }: Theme): Promise<ReadonlyMap<string, Uint8Array>> {
    const names = new Set(
      [fonts.body, fonts.heading, ...fonts.fallbacks].flatMap(({ faces }) => Object.values(faces)),
    );
    return new Map(
      await Promise.all([...names].map(async (name) => [name, await host.readFont(name)] as const)),
    );
  }

  return { validate, composed, make };
}
