// `pactwright init`: makes the first spec, by an interview in a terminal, else from nothing.
// Writes new files only, and only when every question is answered; the text is made by starter/.

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { UserError } from '../base/errors.ts';
import { addDays } from '../model/days.ts';
import { packageRoot } from '../node/package-files.ts';
import type { StarterAnswers, StarterShape } from '../starter/answers.ts';
import { Stopped } from './ask.ts';
import { exits } from './exits.ts';
import type { Terminal } from './terminal.ts';

interface InitFlags {
  readonly yes?: true;
  readonly kind?: StarterShape['kind'];
  readonly level?: StarterShape['level'];
  readonly schema: boolean;
}

/** The schema's place in the package, and its name beside a spec. */
const schemaFile = 'agreement.schema.json';

/** Adds the command. */
export function addInit(program: Command, terminal: Terminal, done: (code: number) => void): void {
  program
    .command('init')
    .summary('start a new agreement')
    .description(
      'Starts a new agreement: asks a few questions and writes a spec with notes and examples.\nWithout a terminal, or with --yes, it asks nothing and leaves everything to be filled in.',
    )
    .argument('[file]', 'the file to write; never one that is already there', 'our-agreement.yaml')
    .option('-y, --yes', 'ask nothing')
    .addOption(
      new Option('--kind <kind>', 'a memorandum or a letter; default: by level').choices([
        'mou',
        'letter',
      ]),
    )
    .addOption(
      new Option('--level <level>', 'how much the checklist asks; default: standard').choices([
        'simple',
        'standard',
        'funded',
      ]),
    )
    .option('--no-schema', 'leave out what makes editors complete and explain keys')
    .addHelpText(
      'after',
      `
So that an editor completes and explains every key, the first line names the
JSON Schema: in the package itself if that is installed in a node_modules
folder above the file, else in ${schemaFile}, which is then written
beside the file.

Examples:
  pactwright init
  pactwright init agreements/star-parties.yaml
  pactwright init --yes --level simple          a letter, nothing asked`,
    )
    .action(async (file: string, flags: InitFlags) => {
      const target = /\.ya?ml$/i.test(file) ? file : `${file}.yaml`;
      refuseExisting(target);
      const asked = flags.yes || !terminal.ask ? undefined : await askFor(flags, terminal, done);
      if (asked === 'stopped') return;
      const { answers, shape } = asked ?? { answers: { start: firstDay() }, shape: shapeOf(flags) };
      const { starterSpec } = await import('../starter/starter.ts');
      const schema = flags.schema ? schemaLine(target) : undefined;
      const frame = { file: slashed(target), ...(schema ? { schema: schema.line } : {}) };
      await writeNew(target, starterSpec(answers, shape, frame));
      const beside = schema?.beside ? await writeSchema(schema.beside) : undefined;
      const command = /\s/.test(target) ? `"${target}"` : target;
      terminal.stdout(
        `Made ${slashed(target)}${beside ? `, and ${slashed(beside)} for your editor` : ''}.\nOpen it, then see what is still to be decided:\n\n  pactwright check ${command}\n`,
      );
    });
}

async function askFor(
  flags: InitFlags,
  terminal: Terminal,
  done: (code: number) => void,
): Promise<{ answers: StarterAnswers; shape: StarterShape } | 'stopped'> {
  const { interview } = await import('./interview.ts');
  const { kind, level } = flags;
  const given = { start: firstDay(), ...(kind ? { kind } : {}), ...(level ? { level } : {}) };
  try {
    return await interview(await terminal.ask!(), given);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    terminal.stderr('Stopped. Nothing was written.\n');
    done(exits.stopped);
    return 'stopped';
  }
}

function shapeOf({ kind, level = 'standard' }: InitFlags): StarterShape {
  return { kind: kind ?? (level === 'simple' ? 'letter' : 'mou'), level };
}

/** The first of the month after next: time enough to agree on the rest. */
function firstDay(): string {
  const today = new Date().toISOString().slice(0, 10);
  const next = addDays(`${today.slice(0, 7)}-01`, 62);
  return `${next.slice(0, 7)}-01`;
}

function refuseExisting(target: string): void {
  if (!existsSync(target)) return;
  throw new UserError(
    `${target} is already there and stays as it is. Name another file: pactwright init another-agreement.yaml.`,
  );
}

async function writeNew(target: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') refuseExisting(target);
    throw new UserError(
      `${target} cannot be written. Check that the folder exists and that you may write there.`,
    );
  }
}

/** Where an editor finds the schema, seen from the spec; `beside` if the file has yet to be there. */
function schemaLine(target: string): { readonly line: string; readonly beside?: string } {
  const folder = path.resolve(path.dirname(target));
  for (let above = folder; ; above = path.dirname(above)) {
    const installed = path.join(above, 'node_modules', 'pactwright', 'schema', schemaFile);
    const own = above === packageRoot() ? path.join(above, 'schema', schemaFile) : undefined;
    for (const place of [own, installed]) {
      if (place && existsSync(place)) {
        const steps = slashed(path.relative(folder, place));
        return { line: steps.startsWith('.') ? steps : `./${steps}` };
      }
    }
    if (path.dirname(above) === above) break;
  }
  // A path or URL of this machine would mean nothing to the partner and give away a user's name.
  return { line: schemaFile, beside: path.join(path.dirname(target), schemaFile) };
}

/** Writes the schema unless a file of its name is there; returns its path if it was written. */
async function writeSchema(place: string): Promise<string | undefined> {
  if (existsSync(place)) return undefined;
  const { agreementJsonSchema } = await import('../spec/json-schema.ts');
  await writeNew(place, `${JSON.stringify(agreementJsonSchema(), null, 2)}\n`);
  return place;
}

function slashed(file: string): string {
  return path.sep === '\\' ? file.replaceAll('\\', '/') : file;
}
