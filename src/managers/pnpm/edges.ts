import { caretClass } from '../../lockfile/caret-class.ts';
import type { Requirement } from '../../model/index.ts';

/** An exact version, of an alias too: `npm:name@1.2.3`. */
const PINNED = /^(?:npm:(.+)@)?(\d+)\.(\d+)\.(\d+)/;

/**
 * What an entry is linked with, as one version of its package must have it whatever is released meanwhile: each name with the
 * package behind it and the versions that a caret admits. pnpm records no ranges, and an honest range seldom goes further.
 * Peers are left out: what answers them stands in the key.
 */
export function edgesOf(requires: readonly Requirement[]): readonly string[] {
  return requires
    .filter(({ type }) => type !== 'peer')
    .map(({ name, spec }) => `${name} ${compatible(spec)}`)
    .sort();
}

function compatible(spec: string): string {
  const [found, name = '', major = '', minor = '', patch = ''] = PINNED.exec(spec) ?? [];
  if (found === undefined) return 'elsewhere';
  return `${name}@${caretClass(`${major}.${minor}.${patch}`)}`;
}
