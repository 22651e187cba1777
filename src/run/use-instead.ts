import semver from 'semver';

import { isPackageName } from '../lockfile/names.ts';
import { splitSelector } from '../model/options.ts';
import { keepsOut } from '../rules/package-lists.ts';
import { denials } from './admissible.ts';
import type { Run } from './request.ts';

/** What makes another package the answer: there is none of this name, or the policy denies it. */
const reasons: ReadonlySet<string> = new Set([
  ...['existence/unknown-name', 'existence/removed-name', 'existence/no-versions', 'existence/security-placeholder'],
  'deny/denied',
]);

/**
 * The package to use in the place of one that is denied, deprecated or does not exist: what the policy says, else the nearest
 * well-known name, unless the name is well-known itself. Never one that the policy denies.
 */
export async function useInstead(run: Run, name: string, version: string): Promise<string | null> {
  const { effective, judgement } = run;
  const isReason = judgement.findings.some(
    (finding) => finding.name === name && finding.codes.some((code) => reasons.has(`${finding.rule}/${code}`)),
  );
  if (!(isReason || isGivenUp(run, name)) || effective === undefined) return null;
  const entries = denials(effective);
  const told = entries.find((entry) => entry.useInstead !== undefined && keepsOut(entry.package)(name, version));
  if (told?.useInstead !== undefined) return nameOf(told.useInstead);
  const { meantBy, rankOf } = await import('../names/well-known-names.ts');
  if (rankOf(name) !== undefined) return null;
  const isDenied = (other: string) =>
    entries.some(({ package: text }) => splitSelector(text).range === undefined && keepsOut(text)(other, '0.0.0'));
  return meantBy(name, 3).find((other) => !isDenied(other)) ?? null;
}

/** The name that a spec of the policy begins with; none of anything else, such as prose or the address of a team. */
function nameOf(text: string): string | null {
  const { name, range } = splitSelector(text);
  const isSpec = range === undefined || range === 'latest' || (range !== '' && semver.validRange(range) !== null);
  return isSpec && isPackageName(name) ? name : null;
}

/** Whether every release of a package is deprecated: where one is not, that one is to be used. */
function isGivenUp({ collected }: Run, name: string): boolean {
  const releases = collected.dossiers.flatMap(({ change, evidence: { history } }) =>
    change.name === name && history.state === 'present' ? history.value.releases : [],
  );
  return releases.length > 0 && releases.every(({ deprecated }) => deprecated);
}
