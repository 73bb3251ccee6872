// The questions as they look in a terminal, by the library @clack/prompts.
// The only file that knows the library; loaded when an interview begins.

import { isCancel, log, select, text } from '@clack/prompts';
import { type Ask, Stopped } from './ask.ts';

/** Returns the questions on standard input and output. */
export function askAtTerminal(): Ask {
  return {
    say: (message) => log.message(message),
    line: async (question, { sample, check } = {}) => {
      const answer = await text({
        message: question,
        ...(sample === undefined ? {} : { placeholder: sample }),
        validate: (value) => check?.((value ?? '').trim()),
      });
      if (isCancel(answer)) throw new Stopped();
      // Nothing typed is nothing answered; the placeholder is only a sample.
      return (answer ?? '').trim();
    },
    choose: async (question, choices) => {
      const options = choices.map(([value, label]) => ({ value, label }));
      const answer = await select<string>({ message: question, options });
      if (isCancel(answer)) throw new Stopped();
      return choices.find(([value]) => value === answer)![0];
    },
  };
}
