// Questions to a person at a terminal, as the interview needs them: a port, so that tests can answer.
// How they look is ask-at-terminal.ts's business.

/** Thrown when the person stops the interview (Ctrl-C, Escape); nothing has been written then. */
export class Stopped extends Error {}

/** Asks a person; every answer may end in `Stopped`. */
export interface Ask {
  /** Says something between the questions. */
  readonly say: (text: string) => void;
  /** Asks for a line; `check` returns what is wrong with it. An empty answer is ''. */
  readonly line: (
    question: string,
    options?: {
      readonly sample?: string;
      readonly check?: (answer: string) => string | undefined;
    },
  ) => Promise<string>;
  /** Asks for one of some choices, each with what is shown for it. */
  readonly choose: <Value extends string>(
    question: string,
    choices: readonly (readonly [Value, string])[],
  ) => Promise<Value>;
}
