// The guided interview of `init`: a dozen questions in plain words, all but three may be skipped.
// Asks and checks answers; the spec is made by starter/.

import { possibleDays } from '../spec/dates.ts';
import type { StarterAnswers, StarterShape } from '../starter/answers.ts';
import type { Ask } from './ask.ts';

/** The papers to choose from, by the size of the undertaking. */
const shapes = [
  ['simple', 'A letter of one or two pages, for something small between neighbours'],
  ['standard', 'A memorandum of understanding: the usual choice'],
  ['funded', 'A memorandum with money, children or personal data in it'],
] as const;

/** Partners that an agreement may have. */
const most = 24;

/** What is already decided by flags, and the day that is proposed as the first. */
export interface Given {
  readonly kind?: StarterShape['kind'];
  readonly level?: StarterShape['level'];
  readonly start: string;
}

/** Asks for everything; rejects with `Stopped` when the person stops. */
export async function interview(
  ask: Ask,
  given: Given,
): Promise<{ readonly answers: StarterAnswers; readonly shape: StarterShape }> {
  ask.say(
    'A few questions to start from. Press Enter to leave one open: the check asks again later.\nCtrl-C stops, and nothing is written.',
  );
  const level = given.level ?? (await ask.choose('What do you need?', shapes));
  const shape = { kind: given.kind ?? (level === 'simple' ? 'letter' : 'mou'), level };
  const title = await ask.line('What is it called?', { sample: 'Stars over Riverbend' });
  const partners = await askPartners(ask);
  const purpose = await ask.line('Why are you working together, and for whom?', {
    sample: 'Bring hands-on astronomy to families who have never used a telescope.',
  });
  const start = await askDay(ask, `What is the first day? (Enter: ${given.start})`, {
    sample: given.start,
  });
  const first = start || given.start;
  const end = await askDay(ask, 'What is the last day?', {
    sample: 'Enter: it stands until somebody ends it',
    from: first,
  });
  const goal = await ask.line('What do you want to reach together? One goal will do for now.', {
    sample: 'Reach families new to astronomy',
  });
  const organiser = await askWho(ask, 'Who organises the project meetings?', partners);
  const staff = await askWho(ask, 'Who provides the staff for events?', partners);
  const publicity = await askWho(ask, 'Who leads the publicity?', partners);
  return {
    shape,
    answers: {
      partners,
      start: first,
      ...(title === '' ? {} : { title }),
      ...(purpose === '' ? {} : { purpose }),
      ...(end === '' ? {} : { end }),
      ...(goal === '' ? {} : { goal }),
      ...(organiser === undefined ? {} : { organiser }),
      ...(staff === undefined ? {} : { staff }),
      ...(publicity === undefined ? {} : { publicity }),
    },
  };
}

async function askPartners(ask: Ask): Promise<readonly string[]> {
  const partners: string[] = [];
  const known = (name: string): boolean =>
    partners.some((each) => each.toLowerCase() === name.toLowerCase());
  while (partners.length < most) {
    const needed = partners.length < 2;
    const question = ['Who is the first partner? Its full legal name.', 'Who is the second?'];
    const name = await ask.line(question[partners.length] ?? 'Who else? (Enter: nobody)', {
      sample: ['Riverbend Public Library', 'Riverbend Astronomy Club'][partners.length] ?? '',
      check: (answer) => {
        if (answer === '') return needed ? 'An agreement needs two partners.' : undefined;
        if (!/[\p{L}\p{N}]/u.test(answer)) return 'Write its name.';
        return known(answer) ? 'That one is listed already.' : undefined;
      },
    });
    if (name === '') break;
    partners.push(name);
  }
  return partners;
}

async function askWho(
  ask: Ask,
  question: string,
  partners: readonly string[],
): Promise<number | undefined> {
  const choices = partners.map((name, index) => [String(index), name] as const);
  const answer = await ask.choose(question, [...choices, ['open', 'Not decided yet']]);
  return answer === 'open' ? undefined : Number(answer);
}

/** Asks for a day, written in any way that can mean one day only; says how a spec writes it. */
async function askDay(
  ask: Ask,
  question: string,
  { sample, from }: { readonly sample: string; readonly from?: string },
): Promise<string> {
  const answer = await ask.line(question, { sample, check: (text) => dayFault(text, from) });
  const [day = ''] = possibleDays(answer);
  if (day !== answer.trim()) ask.say(`That is ${spelled(day)}; the file says ${day}.`);
  return day;
}

function dayFault(answer: string, from?: string): string | undefined {
  if (answer.trim() === '') return undefined;
  const [day, other] = possibleDays(answer);
  if (day === undefined) return 'Write a day that exists, such as 2027-02-20 or 20 February 2027.';
  if (other !== undefined) {
    return `That may be ${spelled(day)} or ${spelled(other)}: write ${day} or ${other}.`;
  }
  return from !== undefined && day < from ? `That is before ${from}.` : undefined;
}

const spelled = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(day));
