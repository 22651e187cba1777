import semver from 'semver';

import { effectOf } from '../model/effect.ts';
import { milliseconds } from '../model/options.ts';
import type { Requirement } from '../model/index.ts';
import { aliasTarget } from '../lockfile/spec.ts';
import { optionsOf } from '../policy/rule-settings.ts';
import { keepsOut } from '../rules/package-lists.ts';
import type { Run } from './request.ts';

/** How many versions of one package are judged before the search ends without one. */
const MAX_TRIES = 5;

/** Rules that say the same of every version of a name: no other version helps. */
const ofEveryVersion: ReadonlySet<string> = new Set(['new-direct-dependency', 'dependency-confusion']);

/**
 * The newest version of a package that would be admitted: first of those that the spec allows, then of the others. Each is judged
 * by a run of its own, so it is what the whole pipeline says; one that could not be judged completely is not offered.
 * @param blocked the run in which the spec is blocked
 * @param judge judges another spec in its place
 */
export async function admissibleVersion(
  blocked: Run,
  requirement: Requirement,
  judge: (requirement: Requirement) => Promise<Run>,
): Promise<string | null> {
  const real = aliasTarget(requirement.spec) ?? requirement;
  for (const version of candidates(blocked, real).slice(0, MAX_TRIES)) {
    const spec = real === requirement ? version : `npm:${real.name}@${version}`;
    if (isAdmitted(await judge({ ...requirement, spec }), real.name, version)) return version;
  }
  return null;
}

/** Whether a version was judged, nothing blocks, and nothing is left open. */
function isAdmitted({ judgement, comparison, failed }: Run, name: string, version: string): boolean {
  return (
    !failed &&
    (judgement.verdict === 'pass' || judgement.verdict === 'warn') &&
    comparison.changes.some((each) => each.name === name && each.version === version) &&
    !judgement.findings.some(({ outcome, level, status }) => {
      return outcome === 'indeterminate' && level !== 'note' && status === 'reported';
    })
  );
}

/** Listed versions, the most promising first: without prereleases, deprecated ones, and what the policy keeps out by age or name. */
function candidates({ collected, judgement, policy, effective, now }: Run, asked: { name: string; spec: string }) {
  const isHopeless = judgement.findings.some(
    (finding) =>
      finding.name === asked.name &&
      ofEveryVersion.has(finding.rule) &&
      effectOf(finding, policy?.mode ?? 'enforce') === 'blocks',
  );
  const dossiers = collected.dossiers.filter(({ change }) => change.name === asked.name);
  const history = dossiers.flatMap(({ evidence }) =>
    evidence.history.state === 'present' ? evidence.history.value : [],
  );
  if (isHopeless || effective === undefined) return [];
  const cooldown = effective.settings.get('cooldown');
  const age = cooldown?.level === 'error' ? milliseconds(String(optionsOf(cooldown)['minimumReleaseAge'])) : 0;
  const direct = dossiers.flatMap(({ change }) => (change.direct ? [change] : []));
  // A locked version that is judged beside the one that would be installed may well be admitted by itself.
  const installed = direct.filter(({ version, previousVersion }) => version !== previousVersion);
  const judged = new Set((installed.length > 0 ? installed : direct).map(({ version }) => version));
  const denied = deniedBy(effective);
  const isInRange = (version: string) => semver.satisfies(version, asked.spec);
  return (history[0]?.releases ?? [])
    .filter(({ version, deprecated, publishedAt }) => {
      const isYoung = age > 0 && (publishedAt === undefined || Date.parse(publishedAt) > Date.parse(now) - age);
      const isStable = semver.valid(version) !== null && semver.prerelease(version) === null;
      return isStable && !deprecated && !isYoung && !judged.has(version) && !denied(asked.name, version);
    })
    .map(({ version }) => version)
    .sort((a, b) => Number(isInRange(b)) - Number(isInRange(a)) || semver.rcompare(a, b));
}

interface Denied {
  readonly package: string;
  readonly useInstead?: string;
}

/** What the policy denies by name. */
export function denials({ settings }: NonNullable<Run['effective']>): readonly Denied[] {
  const setting = settings.get('deny');
  return setting === undefined || setting.level === 'off' ? [] : (optionsOf(setting)['packages'] as readonly Denied[]);
}

function deniedBy(policy: NonNullable<Run['effective']>): (name: string, version: string) => boolean {
  const entries = denials(policy);
  return (name, version) => entries.some(({ package: text }) => keepsOut(text)(name, version));
}
