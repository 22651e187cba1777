import { lockedVersion } from '../model/identity.ts';
import type { Change, Finding } from '../model/index.ts';
import { isAbout } from './focus.ts';
import type { Run, Wanted } from './request.ts';

/** The findings of a run that are about a package, under its own name where it was asked for by another. */
export function findingsAbout({ whole, judgement }: Run, wanted: Wanted): readonly Finding[] {
  const anyVersion = { name: wanted.name };
  const names = new Set([
    wanted.name,
    ...whole.changes.filter((each) => isAbout(each, anyVersion)).map(({ name }) => name),
  ]);
  return judgement.findings.filter(
    ({ name, version }) =>
      name !== null &&
      names.has(name) &&
      (wanted.version === undefined || version === null || version === wanted.version),
  );
}

/** The changes that an explanation is about. What is gone has nothing to explain. */
export function changesAbout({ comparison }: Run, wanted: Wanted): readonly Change[] {
  return comparison.changes.filter((change) => change.kind !== 'removed' && isAbout(change, wanted));
}

/** Whether a finding is about this package version where it is locked. */
export function isOf(finding: Finding, change: Change): boolean {
  return lockedVersion(finding) === lockedVersion(change);
}
