import { GateFailure } from '../errors.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Parsed content of a file. */
export interface Read<T> {
  readonly path: string;
  readonly value: T;
}

/** A registry that a file of the base branch names, with the place where it does. */
export interface NamedRegistry {
  /** With its `@`; absent: for every name whose scope has no registry of its own. */
  readonly scope?: string;
  /** As written, with variables replaced. */
  readonly url: string;
  readonly path: string;
  readonly line?: number;
}

export const scoped = (scope: string | undefined) => (scope === undefined ? {} : { scope });

/** An error, because settings that cannot be interpreted may name a registry. */
export function notUnderstood(path: string, line?: number): GateFailure {
  return new GateFailure(
    'configuration-invalid',
    'These registry settings cannot be interpreted; write them as the package manager documents them.',
    { path, ...(line === undefined ? {} : { line }) },
  );
}

/** `${NAME}`, `${NAME:-instead}` and `${NAME-instead}`; an unset variable without a default is left as it is, to be refused later. */
export function withVariables(value: unknown, env: Environment): string {
  if (typeof value !== 'string') return '';
  return value.replace(/\$\{([A-Za-z_]\w*)(?:(:?-)([^}]*))?\}/g, (whole, name: string, kind?: string, instead = '') => {
    const set = env[name];
    const counts = set !== undefined && !(kind === ':-' && set === '');
    return counts ? set : kind === undefined ? whole : String(instead);
  });
}
