import type { Blocked, BlockedPackage } from '../model/decision.ts';
import { compareAfter } from './compare-after.ts';

/**
 * What people can decide about, where the same head is compared with several states: what a finding of one comparison says is not
 * said again by another, so a decision has to hold there too. Where another has the version with other bytes, or for another use,
 * nobody can decide about it here.
 * @param others what blocks in the other comparisons
 */
export function decidableEverywhere(blocked: readonly Blocked[], others: readonly Blocked[]): readonly Blocked[] {
  if (others.length === 0) return blocked;
  return blocked.map((entry): Blocked => {
    if (entry.kind !== 'package') return entry;
    const { name, version, codes, findings, unread, lockfiles } = entry;
    const same = others.filter((other) => other.findings.some((fingerprint) => findings.includes(fingerprint)));
    if (same.every((other) => isHeld(entry, other))) return entry;
    const [lockfile = ''] = lockfiles;
    return { kind: 'undecidable', why: 'otherwise-elsewhere', name, version, lockfile, codes, findings, unread };
  });
}

const isHeld = ({ preimage, codes }: BlockedPackage, other: Blocked): boolean =>
  other.kind === 'package' && compareAfter({ preimage, codes }, other.preimage);
