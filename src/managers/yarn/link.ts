import Range from 'semver/classes/range.js';
import SemVer from 'semver/classes/semver.js';

import { GateFailure } from '../../errors.ts';
import type { LockedPackage, Requirement } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import type { Linker } from './entry.ts';
import { splitDescriptor } from './entry.ts';

/** Finds the key of the entry with a descriptor. Berry may write the protocol that a manifest leaves out. */
export function descriptorLinker(descriptors: ReadonlyMap<string, string>): Linker {
  return (name, spec) =>
    descriptors.get(`${name}@${spec}`) ??
    descriptors.get(`${name}@npm:${spec}`) ??
    (spec === '' ? (descriptors.get(name) ?? descriptors.get(`${name}@*`)) : undefined);
}

/** The most comparisons of a version with a range for one lockfile: real ones take at most 67; this many end within seconds. */
const MAX_STEPS = 1_000_000;
/** A range of this many characters costs one comparison. */
const RANGE_STEP = 32;

/**
 * Links a dependency without a descriptor of its own, because `resolutions` gave it another: by name if one entry has it, else
 * the highest version that the spec allows. Peers too: Yarn gives them what their parents provide.
 * @param path of the lockfile, for messages
 * @returns a linker that throws GateFailure `budget` if a name has too many versions and ranges
 */
export function nameLinker(
  packages: readonly Pick<LockedPackage, 'key' | 'name' | 'alias' | 'version'>[],
  descriptors: ReadonlyMap<string, string>,
  path: string,
): Linker {
  const keys = new Map<string, Set<string>>();
  for (const [descriptor, key] of descriptors) {
    const { name } = splitDescriptor(descriptor);
    const known = keys.get(name);
    if (known === undefined) keys.set(name, new Set([key]));
    else known.add(key);
  }
  const versions = groupBy(packages, ({ key }) => key);
  const sorted = new Map<string, readonly Candidate[]>();
  const answers = new Map<string, string | undefined>();
  let steps = 0;
  return (name, spec) => {
    const candidates = keys.get(name) ?? new Set();
    if (candidates.size < 2) return [...candidates][0];
    const question = `${name}\n${spec}`;
    if (answers.has(question)) return answers.get(question);
    const known = sorted.get(name) ?? descending([...candidates], (key) => versions.get(key)?.[0]?.version ?? '');
    sorted.set(name, known);
    const answer = highest(known, spec.replace(/^npm:/, ''));
    answers.set(question, answer);
    return answer;
  };

  function highest(candidates: readonly Candidate[], spec: string): string | undefined {
    const range = rangeOf(spec);
    return range && candidates.find(({ version }) => isAllowed(range, version, spec))?.key;
  }

  function isAllowed(range: Range, version: SemVer, spec: string): boolean {
    steps += 1 + Math.floor(spec.length / RANGE_STEP);
    if (steps <= MAX_STEPS) return range.test(version);
    throw new GateFailure(
      'budget',
      'The lockfile has too many versions and ranges of one name to match them; let Yarn write it again.',
      { path },
    );
  }
}

interface Candidate {
  readonly version: SemVer;
  readonly key: string;
}

/** The candidates with a version, highest first; if two keys have the same version, the later key. */
function descending(keys: readonly string[], versionOf: (key: string) => string): readonly Candidate[] {
  const byVersion = new Map(keys.map((key) => [versionOf(key), key]));
  return [...byVersion]
    .flatMap(([version, key]) => {
      const parsed = parseVersion(version);
      return parsed === undefined ? [] : [{ version: parsed, key }];
    })
    .sort((a, b) => b.version.compare(a.version));
}

const LOOSE = { loose: true } as const;

function parseVersion(text: string): SemVer | undefined {
  try {
    return new SemVer(text, LOOSE);
  } catch {
    return undefined;
  }
}

/** Undefined if the text is not a range. */
function rangeOf(spec: string): Range | undefined {
  try {
    return new Range(spec, LOOSE);
  } catch {
    return undefined;
  }
}

/** The same requirements; one without an answer is linked if this linker has one. */
export function linked(requires: readonly Requirement[], to: Linker): readonly Requirement[] {
  return requires.map((each) => {
    const key = each.to ?? to(each.name, each.spec);
    return key === undefined || key === each.to ? each : { ...each, to: key };
  });
}
