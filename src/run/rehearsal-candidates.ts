import type { Finding, Instant } from '../model/index.ts';
import { groupBy } from '../text/group-by.ts';
import type { PolicyEdit } from './policy-edits.ts';
import type { Obstacle } from './rehearsal-outcome.ts';

/** Lines for the policy, with what they cover. */
export interface Candidate {
  readonly edit: PolicyEdit;
  /** Null: all of them. */
  readonly rule: string | null;
  readonly cost: string;
  readonly covers: (finding: Finding, obstacle: Obstacle) => boolean;
}

/** Rules with an option `allow` of package names. */
const allowing: Readonly<Record<string, string>> = {
  'install-scripts': 'Their install scripts are no longer reported, in any version: also one that an attacker adds.',
  'name-similarity': 'These names are no longer compared with well-known ones.',
};

/** Codes without a sign of an attack, which may become warnings. */
const relaxable: Readonly<Record<string, readonly string[]>> = {
  abandonment: ['deprecated', 'dormant', 'no-times'],
  alias: ['new-alias'],
  lockfile: [
    ...['competes', 'missing-optional', 'moved-folder', 'moved-manager', 'no-lockfile', 'not-locked'],
    ...['unread-documents', 'unsupported'],
  ],
  override: ['override-changed', 'override-unapplied'],
  provenance: ['missing'],
};

/** Folders whose lockfiles are seldom what is shipped. */
const aside =
  /^((?:[\w.@-]+\/)*?(?:examples?|tests?|__tests__|__fixtures__|fixtures?|e2e|playgrounds?|benchmarks?|demos?|samples?|templates?))\//;

const packageName = /^(?:@[a-z\d~][\w.~-]*\/)?[a-z\d~][\w.~-]*$/i;

const day = 86_400_000;

/**
 * The lines that could let changes through.
 * @param changes what keeps each of them from passing, without what cannot be waived
 * @param clock the time now: exceptions end some time after it
 */
export function candidatesFor(
  changes: readonly (readonly (readonly [Finding, Obstacle])[])[],
  clock: Instant,
): readonly Candidate[] {
  const found = changes.flat();
  const blocking = found.flatMap(([finding, { kind }]) =>
    kind === 'blocks' && finding.outcome === 'violation' ? finding : [],
  );
  return [
    ...allowCandidates(blocking),
    ...hostCandidates(blocking),
    ...recurringSources(changes, clock),
    ...codeCandidates(blocking),
    ...asideCandidates(found),
  ];
}

function allowCandidates(blocking: readonly Finding[]): readonly Candidate[] {
  return Object.entries(allowing).flatMap(([rule, cost]) => {
    const own = blocking.filter((each) => each.rule === rule);
    const names = new Set(own.flatMap(({ name }) => (name !== null && packageName.test(name) ? name : [])));
    // A hook that is new to a package that was there, or another one, is what an attack looks like.
    if (rule === 'install-scripts') {
      for (const { name, codes } of own) if (!codes.every(isFirst)) names.delete(name ?? '');
    }
    const allow = [...names].sort();
    const covers = (finding: Finding) => finding.rule === rule && names.has(finding.name ?? '');
    return allow.length === 0 ? [] : [{ edit: { rule, allow }, rule, cost, covers }];
  });
}

const isFirst = (code: string) => code === 'first-seen' || code === 'unestablished';

/** Packages from git, or from elsewhere outside a registry, that several changes pin anew. */
function recurringSources(
  changes: readonly (readonly (readonly [Finding, Obstacle])[])[],
  clock: Instant,
): readonly Candidate[] {
  const isSource = ({ rule, codes }: Finding) => rule === 'source' && !codes.includes('import');
  const names = changes.map((found) => new Set(found.flatMap(([each]) => (isSource(each) ? (each.name ?? []) : []))));
  const recurring = [...new Set(names.flatMap((each) => [...each]))].filter(
    (name) => packageName.test(name) && names.filter((each) => each.has(name)).length > 1,
  );
  const expires = new Date(Date.parse(clock) + 90 * day).toISOString().slice(0, 10);
  return recurring.sort().map((name) => ({
    edit: { exception: { package: name, rules: ['source'], expires } },
    rule: 'source',
    cost: 'Until then every version of this package may come from anywhere, without a registry that says who published it.',
    covers: (finding) => isSource(finding) && finding.name === name,
  }));
}

/** Hosts that `deno.lock` pins imported modules of. */
function hostCandidates(blocking: readonly Finding[]): readonly Candidate[] {
  const isImport = ({ rule, codes }: Finding) => rule === 'source' && codes.every((code) => code === 'import');
  const hosts = new Set(
    blocking.flatMap((each) => (isImport(each) && /^[\w.-]+(?::\d+)?$/.test(each.name ?? '') ? (each.name ?? []) : [])),
  );
  if (hosts.size === 0) return [];
  const cost = 'Modules of these hosts are only a warning when they are new; no other rule judges what they hold.';
  const covers = (finding: Finding) => isImport(finding) && hosts.has(finding.name ?? '');
  return [{ edit: { rule: 'source', allow: [...hosts].sort() }, rule: 'source', cost, covers }];
}

function codeCandidates(blocking: readonly Finding[]): readonly Candidate[] {
  const groups = groupBy(
    blocking.filter(({ rule, codes }) => codes.every((code) => relaxable[rule]?.includes(code) === true)),
    ({ rule, codes }) => `${rule} ${codes.join(' ')}`,
  );
  return [...groups].map(([key, [first]]) => {
    const { rule, codes } = first as Finding;
    return {
      ...{ edit: { rule, warn: codes }, rule },
      cost: 'Such findings are only warnings, for every package.',
      covers: (finding: Finding) => `${finding.rule} ${finding.codes.join(' ')}` === key,
    };
  });
}

function asideCandidates(found: readonly (readonly [Finding, Obstacle])[]): readonly Candidate[] {
  const folders = new Set(found.flatMap(([{ lockfile }]) => aside.exec(lockfile)?.[1] ?? []));
  return [...folders].sort().map((folder) => ({
    edit: { exclude: [`${folder}/**`] },
    rule: null,
    cost: 'Nothing below this folder is judged, by any rule: neither lockfiles nor settings nor scripts.',
    covers: ({ lockfile }) => lockfile.startsWith(`${folder}/`),
  }));
}
