/** One setting that affects installs or the gate. */
export interface Setting {
  /**
   * `override`: which packages an install gets. `gate`: from where, with which scripts, or how it is gated. `hook`: what an
   * install runs of the project itself.
   */
  readonly affects: 'override' | 'gate' | 'hook';
  /** Its key in the file: `overrides.left-pad`, `//registry.example/:_authToken`. Third-party text. */
  readonly key: string;
  /** For comparison only: it may be a secret and is never shown. */
  readonly value: string;
  /** 1-based. */
  readonly line: number;
}

/** The key for a file that cannot be split into settings. */
export const WHOLE_FILE = 'the whole file';
