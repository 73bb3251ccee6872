// `pactwright doctor`: tries everything that a build needs on this machine, and says what to do.
// Makes two small papers in memory; leaves nothing on the disk. Repairs nothing.

import { access, constants, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import type { Host } from '../base/ports.ts';
import { packageManifest } from '../node/package-files.ts';
import { exits } from './exits.ts';
import { houseFiles } from './house-files.ts';
import { paintFor, type Terminal } from './terminal.ts';

/** One thing looked at: what was found, and what to do if it is not as it should be. */
interface Look {
  readonly ok: boolean;
  readonly text: string;
  readonly todo?: string;
}

/** Adds the command. */
export function addDoctor(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  program
    .command('doctor')
    .summary('say whether everything that is needed is installed and readable')
    .description(
      'Looks at Node, the libraries for pictures, the templates and fonts, the configuration and\nthe output folder, and says for each whether it works or what to do.',
    )
    .option('-o, --output <folder>', 'the folder that papers are to go to', 'out')
    .addHelpText(
      'after',
      `
Exits with 1 when something has to be done. Send its lines along when you
report a bug.

Examples:
  pactwright doctor
  pactwright doctor -o papers`,
    )
    .action(async ({ output }: { readonly output: string }) => {
      const paint = paintFor(terminal);
      let wrong = 0;
      for await (const { ok, text, todo } of looks(output)) {
        terminal.stdout(`${ok ? paint.green('ok    ') : paint.red('wrong ')}${text}\n`);
        if (!ok && todo) terminal.stdout(`      → ${todo}\n`);
        if (!ok) wrong += 1;
      }
      terminal.stdout(
        wrong === 0
          ? '\nEverything works.\n'
          : `\n${wrong === 1 ? 'One thing has' : `${wrong} things have`} to be done.\n`,
      );
      if (wrong > 0) done(exits.findings);
    });
}

async function* looks(output: string): AsyncGenerator<Look> {
  yield nodeVersion(process.versions.node);
  const { version } = packageManifest();
  yield { ok: true, text: `Pactwright ${version}` };
  yield* pictures();
  yield* templates();
  yield await configuration();
  yield await outputFolder(output);
}

/** Compares a version of Node with what package.json asks for. */
export function nodeVersion(version: string): Look {
  const needed = packageManifest().engines.node.replace('>=', '');
  const [have, need] = [version, needed].map((each) => each.split('.').map(Number));
  const first = need!.findIndex((part, index) => part !== have![index]);
  const ok = first === -1 || (have![first] ?? 0) > need![first]!;
  return {
    ok,
    text: `Node ${version}${ok ? '' : `, and ${needed} or newer is needed`}`,
    todo: 'Install the version called LTS from https://nodejs.org.',
  };
}

const reinstall = 'Install Pactwright anew, on this machine and without --omit=optional.';

async function* pictures(): AsyncGenerator<Look> {
  const { nodeRasteriser } = await import('../node/rasteriser.ts');
  const { writePng } = await import('../node/png-writer.ts');
  const { deflate } = await import('../node/deflate.ts');
  const box = { maxWidthPx: 4, maxHeightPx: 4 };
  const pixel = { widthPx: 1, heightPx: 1, rgb: new Uint8Array([31, 78, 121]) };
  const drawing =
    '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><path d="M0 0h4v4z"/></svg>';
  const samples = [
    ['PNG and JPEG logos (sharp)', writePng(pixel, deflate), 'png'],
    ['SVG logos (resvg)', new TextEncoder().encode(drawing), 'svg'],
  ] as const;
  for (const [what, bytes, format] of samples) {
    yield await tried(`${what} can be drawn`, `${what} cannot be drawn`, reinstall, async () => {
      await nodeRasteriser().rasterise(bytes, format, box);
    });
  }
}

/** Builds a small paper with each template, as DOCX and PDF, and counts the fonts that it takes. */
async function* templates(): AsyncGenerator<Look> {
  const { build } = await import('../build.ts');
  const { nodePorts } = await import('../node/ports.ts');
  const { nodeHost } = await import('../node/host.ts');
  const host = nodeHost({ folder: '.' });
  const fonts = new Set<string>();
  const counting: Host = {
    ...host,
    readFont: async (file) => {
      const bytes = await host.readFont(file);
      fonts.add(file);
      return bytes;
    },
  };
  const kinds = await host.templateKinds().catch((): readonly string[] => []);
  if (kinds.length === 0) yield { ok: false, text: 'No template is there', todo: reinstall };
  for (const kind of kinds) {
    const paper = `The template ${kind}`;
    yield await tried(`${paper} makes a paper`, `${paper} makes no paper`, reinstall, async () => {
      const input = { name: 'doctor', bytes: new TextEncoder().encode(smallSpec(kind)) };
      const built = await build(input, { formats: ['docx', 'pdf'] }, nodePorts(counting));
      const problem = built.diagnostics.find(({ code }) =>
        /^(?:template|schema|yaml)\//.test(code),
      );
      if (problem) throw new Error(problem.message);
      if (built.outputs.length !== 2) throw new Error(built.stopped);
    });
  }
  const sheets = 'The calendar and the sheets of duties';
  yield await tried(`${sheets} can be made`, `${sheets} cannot be made`, reinstall, async () => {
    const input = { name: 'doctor', bytes: new TextEncoder().encode(smallSpec('mou')) };
    const { outputs } = await build(input, { formats: ['ics', 'duties'] }, nodePorts(counting));
    if (!outputs.some(({ format }) => format === 'csv')) throw new Error('there are none');
  });
  const ok = fonts.size > 0;
  yield {
    ok,
    text: ok ? `${fonts.size} fonts are readable` : 'The fonts cannot be read',
    todo: reinstall,
  };
}

/** Greek is not among the characters that lie ready: the font files are opened for it. */
function smallSpec(kind: string): string {
  return `spec: 1
title: A trial, Δοκιμή
kind: ${kind}
purpose: Find out whether *everything* that a **paper** needs is here.
partners: { one: { name: One }, two: { name: Two } }
term: { start: 2027-01-11 }
`;
}

async function configuration(): Promise<Look> {
  const { house } = await houseFiles().settingsFor('.');
  if (!house)
    return { ok: true, text: 'No pactwright.config.yaml here or above: the usual settings hold' };
  const [problem] = house.diagnostics.filter(({ severity }) => severity === 'error');
  const name = problem?.span.source.name ?? 'pactwright.config.yaml';
  return problem
    ? { ok: false, text: `${name}: ${problem.message}`, todo: problem.hint ?? 'Mend it.' }
    : { ok: true, text: 'pactwright.config.yaml is readable' };
}

/** Tries to write where papers go: in the folder, or in the nearest one above that exists. */
async function outputFolder(output: string): Promise<Look> {
  const target = path.resolve(output);
  let place = target;
  while (!(await exists(place)) && path.dirname(place) !== place) place = path.dirname(place);
  return tried(
    `Papers can be written to ${output}`,
    `Papers cannot be written to ${output}`,
    'Name another folder with -o, or ask whoever looks after this machine.',
    async () => rm(await mkdtemp(path.join(place, '.pactwright-')), { recursive: true }),
  );
}

async function exists(place: string): Promise<boolean> {
  return access(place, constants.F_OK).then(
    () => true,
    () => false,
  );
}

async function tried(
  good: string,
  bad: string,
  todo: string,
  attempt: () => Promise<void>,
): Promise<Look> {
  try {
    await attempt();
    return { ok: true, text: good };
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { ok: false, text: `${bad}: ${reason}`, todo };
  }
}
