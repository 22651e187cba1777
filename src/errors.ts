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

  constructor(code: ErrorCode, message: string, place: Place = {}) {
    super(message);
    this.name = 'GateFailure';
    this.code = code;
    this.path = place.path;
    this.line = place.line;
    this.column = place.column;
  }
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
  const { code, message, path, line } = cause;
  return { code, message, ...(path === undefined ? {} : { path }), ...(line === undefined ? {} : { line }) };
}
