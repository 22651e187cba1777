import type { GateError } from './model/index.ts';

/**
 * Everything that can keep lockgate from evaluating. Each ends with exit status 2 and one line
 * that names the file, the place and the fix.
 */
export type ErrorCode =
  | 'usage'
  | 'internal'
  | 'event'
  | 'repository-unavailable'
  | 'budget'
  | 'unresolvable'
  | 'too-many-lockfiles'
  | 'lockfile-empty'
  | 'lockfile-encoding'
  | 'lockfile-syntax'
  | 'lockfile-conflict'
  | 'lockfile-duplicate-key'
  | 'lockfile-invalid-name'
  | 'lockfile-depth'
  | 'lockfile-too-large'
  | 'lockfile-shape'
  | 'lockfile-version'
  | 'lockfile-value'
  | 'lockfile-yaml'
  | 'lockfile-unsupported'
  | 'lockfile-not-regular'
  | 'manifest-invalid'
  | 'policy-invalid'
  | 'policy-unavailable'
  | 'approvals-unavailable'
  | 'configuration-invalid'
  | 'trust-unavailable'
  | 'evidence-invalid';

export interface Place {
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
}

/** The only error that lockgate throws on purpose. Its message is one sentence that says what is wrong and how to fix it. */
export class GateFailure extends Error {
  readonly code: ErrorCode;
  readonly path: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  /** What else is wrong with the same input, in the order of the file. */
  readonly others: readonly GateFailure[];

  constructor(code: ErrorCode, message: string, place: Place = {}, others: readonly GateFailure[] = []) {
    super(message);
    this.name = 'GateFailure';
    this.code = code;
    this.path = place.path;
    this.line = place.line;
    this.column = place.column;
    this.others = others;
  }
}

/** Everything that is wrong with one input, as one failure: the first, with the others. */
export function asOneFailure([first, ...others]: readonly [GateFailure, ...GateFailure[]]): GateFailure {
  const { code, message, path, line, column } = first;
  const place = {
    ...(path === undefined ? {} : { path }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
  return others.length === 0 ? first : new GateFailure(code, message, place, [...first.others, ...others]);
}

/** All failures in one. */
export function failuresIn(failure: GateFailure): readonly [GateFailure, ...GateFailure[]] {
  return [failure, ...failure.others];
}

/**
 * What kept a run from evaluating, as the report lists it. An error that was not thrown on purpose is `internal`: its own
 * text stays out of the report, because it may contain a local path or a secret.
 */
export function asGateError(cause: unknown): GateError {
  if (!(cause instanceof GateFailure)) {
    return {
      code: 'internal',
      message: 'lockgate itself failed and judged nothing; run it again with --verbose and report what it prints.',
    };
  }
  const { code, message, path, line, column } = cause;
  return {
    ...{ code, message },
    ...(path === undefined ? {} : { path }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
}

/** As `asGateError`, with everything else that is wrong with the same input. */
export function asGateErrors(cause: unknown): readonly GateError[] {
  return cause instanceof GateFailure ? failuresIn(cause).map(asGateError) : [asGateError(cause)];
}
