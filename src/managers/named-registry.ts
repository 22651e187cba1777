import { GateFailure } from '../errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What was read from a file. */
export interface Read<T> {
  readonly path: string;
  readonly value: T;
}

/** A registry as a file of the base names it, with the place that names it. */
export interface NamedRegistry {
  /** With its `@`; absent: for every name whose scope has none of its own. */
  readonly scope?: string;
  /** As it is written, variables replaced. */
  readonly url: string;
  readonly path: string;
  readonly line?: number;
}

export const scoped = (scope: string | undefined) => (scope === undefined ? {} : { scope });

/** What is not understood may name a registry. */
export function notUnderstood(path: string, line?: number): GateFailure {
  return new GateFailure(
    'configuration-invalid',
    'What this says of registries is not understood; write it as its package manager documents it.',
    { path, ...(line === undefined ? {} : { line }) },
  );
}

/** `${NAME}`, `${NAME:-instead}` and `${NAME-instead}`; what is not set and has nothing in its place is left, to be refused. */
export function withVariables(value: unknown, env: Environment): string {
  if (typeof value !== 'string') return '';
  return value.replace(/\$\{([A-Za-z_]\w*)(?:(:?-)([^}]*))?\}/g, (whole, name: string, kind?: string, instead = '') => {
    const set = env[name];
    const counts = set !== undefined && !(kind === ':-' && set === '');
    return counts ? set : kind === undefined ? whole : String(instead);
  });
}
