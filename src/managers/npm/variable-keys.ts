import type { NpmrcLine } from './npmrc.ts';

/**
 * The lines of an `.npmrc` whose key has a variable, apart from a registry's own settings: with `${NAME?}`, which is empty where
 * it is not set, any other key can be written.
 */
export function variableKeys(lines: readonly NpmrcLine[]): readonly string[] {
  return lines.flatMap(({ key, value = '' }) =>
    key.includes('${') && !/^["']?\/\//.test(key) ? [`${key}=${value}`] : [],
  );
}
