import type { Blocked, BlockedPackage, Change, Instant } from '../model/index.ts';
import type { HeardEach, HeardPull } from '../platform/port.ts';
import { contextUnder } from '../policy/settings-in-force.ts';
import { proposalOf } from '../rules/proposals.ts';
import { isWithin } from '../rules/proposed-change.ts';
import type { FindOrigins } from './origins.ts';
import { findOrigins } from './origins.ts';
import { toldOf } from './with-authorship.ts';

const rule = 'new-direct-dependency';

interface Given extends Omit<FindOrigins, 'entries' | 'heard'> {
  readonly heard: HeardEach;
  readonly now: Instant;
  /** Everything that blocks. */
  readonly blocked: readonly Blocked[];
}

/**
 * Fingerprints of the findings about what a merge group or a push brings in that the proposer of each pull request that brings it
 * may propose without a decision. The commits of all of them together do not say that, so each is asked as its own run asks it.
 * @throws GateFailure `approvals-unavailable` where that is not told
 */
export async function permittedIn({ blocked, ...given }: Given): Promise<ReadonlySet<string>> {
  const { findings, policy, dossiers, heard } = given;
  const asking = new Set(
    findings.flatMap((one) => (one.rule === rule && one.status === 'reported' ? [one.fingerprint] : [])),
  );
  const entries = blocked.filter(
    (entry): entry is BlockedPackage => entry.kind === 'package' && entry.findings.some((one) => asking.has(one)),
  );
  if (policy.proposers === undefined || entries.length === 0 || heard.unknown !== undefined) return new Set();
  const { origins } = await findOrigins({ ...given, entries });
  const permitted = new Set<string>();
  const asked = new Map<number, Promise<Permits>>();
  for (const entry of entries) {
    const origin = origins.get(entry.digest);
    if (origin === undefined || origin.isUnknown) continue;
    if (origin.covering.length === 0 || origin.covering.some((numbers) => numbers.length === 0)) continue;
    const changes = dossiers.flatMap(({ change }) => (isOf(entry, change) ? [change] : []));
    const pulls = heard.pulls.filter(({ number }) => origin.proposing.includes(number));
    let isPermitted = pulls.length > 0;
    for (const pull of pulls) {
      const permits = asked.get(pull.number) ?? permitsOf(pull, given);
      asked.set(pull.number, permits);
      isPermitted &&= changes.every(await permits);
    }
    if (!isPermitted) continue;
    for (const one of entry.findings) if (asking.has(one)) permitted.add(one);
  }
  return permitted;
}

type Permits = (change: Change) => boolean;

const isOf = ({ name, version, lockfiles }: BlockedPackage, change: Change): boolean =>
  change.kind !== 'removed' &&
  change.name === name &&
  change.version === version &&
  lockfiles.includes(change.lockfile);

/** What a pull request may bring in: nothing where it is not known who made it; a person's, what the rule itself lets pass. */
async function permitsOf(pull: HeardPull, { policy, now }: Pick<Given, 'policy' | 'now'>): Promise<Permits> {
  const authorship = await pull.authorship?.();
  const { listed = [], proposers: lists } = contextUnder(policy, { now, mode: 'check' });
  if (authorship?.state !== 'present' || lists === undefined) return () => false;
  const made = authorship.value;
  if (proposalOf(made, { ...lists, listed }) === undefined) {
    const all = [policy.settings, ...[...policy.profiles.values()].map(({ settings }) => settings)];
    const isOff = all.every((settings) => settings.get(rule)?.level === 'off');
    return () => isOff;
  }
  const proposers = toldOf(await pull.proposers('all'));
  const may = proposalOf({ ...made, proposers }, { ...lists, listed })?.may ?? 'nothing';
  return (change) => isWithin(change, may);
}
