// What checklist rules may know about files: measured beforehand by assets/, handed over as data.
// Rules read nothing themselves; without a file's facts they say nothing about that file.

/** A picture that can be used. */
export interface UsablePicture {
  readonly state: 'ok';
  readonly format: 'png' | 'jpeg' | 'svg';
  /** As shown; an SVG is sharp at any size, and only the ratio of the two means anything. */
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A picture that cannot be used; an `asset/…` diagnostic says so, so no rule repeats it. */
export interface UnusablePicture {
  readonly state:
    | 'missing'
    | 'outside'
    | 'unreadable'
    | 'too-large'
    | 'format'
    | 'broken'
    | 'hostile';
}

/** What is known about a picture that a spec names. */
export type PictureFacts = UsablePicture | UnusablePicture;

/** What is known about the files of an agreement. */
export interface Facts {
  /** By the key of each partner that names a logo. */
  readonly logos: Readonly<Record<string, PictureFacts>>;
  /** By the index of each annex that names a file. */
  readonly annexes: Readonly<Record<number, PictureFacts>>;
}

/** The facts of an agreement that names no files. */
export const noFacts: Facts = { logos: {}, annexes: {} };
