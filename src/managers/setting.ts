/** One thing that a settings file says and that bears on what is installed or on the gate. */
export interface Setting {
  /** `override`: changes which packages an install gets. `gate`: where from, with which scripts, or how it is gated. */
  readonly bears: 'override' | 'gate';
  /** What it is called in its file: `overrides.left-pad`, `//registry.example/:_authToken`. Third-party text. */
  readonly key: string;
  /** For comparison only: it may be a secret and is never shown. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/** What contents say in settings; undefined where people do not write them so: then the whole file counts. */
export type Watch<T> = (contents: T) => readonly Setting[] | undefined;

/** What a file is called that cannot be told apart into settings. */
export const WHOLE_FILE = 'the whole file';
