// What is thrown, and only this: a mistake on the command line, or a bug of ours.
// A problem in a spec is a Diagnostic and never ends up here.

/** A flag that makes no sense, a path that cannot be read, an output that cannot be written. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** A broken promise inside Pactwright; the user is asked to report it. */
export class InternalError extends Error {
  override readonly name = 'InternalError';
}

/** A text needs more of a font than what lies ready, and its file was not handed over. */
export class FontWanted extends InternalError {}

/** Ends every switch over a closed union; the compiler proves that it is never reached. */
export function assertNever(value: never): never {
  throw new InternalError(`Unexpected value: ${JSON.stringify(value)}`);
}
