import { lockedVersion } from '../model/identity.ts';
import type { Change, Finding } from '../model/index.ts';
import { isAbout } from './focus.ts';
import type { Run, Wanted } from './request.ts';

/** The findings of a run about a package; if it was asked for by an alias, under its real name. */
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

/** The changes that an explanation is about. A removed package has nothing to explain. */
export function changesAbout({ comparison }: Run, wanted: Wanted): readonly Change[] {
  return comparison.changes.filter((change) => change.kind !== 'removed' && isAbout(change, wanted));
}

/** Whether a finding is about this package version where it is locked. */
export function isOf(finding: Finding, change: Change): boolean {
  return lockedVersion(finding) === lockedVersion(change);
}
