import type { Blocked, Undecidable } from '../model/decision.ts';
import { effectOf } from '../model/effect.ts';
import { lockedVersion } from '../model/identity.ts';
import type { Dossier, Finding } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import { occurrencesOf, settingsOf } from '../policy/profiles.ts';
import { compareText } from '../text/order.ts';
import { groupBy } from '../text/group-by.ts';
import { blockedFile } from './blocked-file.ts';
import { blockedBy, whyNot } from './blocking.ts';
import type { Blocking, FindBlocked } from './blocking.ts';
import { blockingCodes } from './codes.ts';
import { digestOf } from './digest.ts';
import { packagePreimage } from './preimage.ts';

/**
 * Everything that blocks, each finding in exactly one entry: what people can decide about, and what they cannot, with the reason.
 *
 * Where one finding of an artifact cannot be decided, the artifact cannot: to approve the rest would let nothing in, and the
 * line would promise otherwise.
 */
export function blockedOf(given: FindBlocked): readonly Blocked[] {
  const { findings, policy, rules } = given;
  const ruleOf = new Map(rules.map((rule) => [rule.id, rule]));
  const blocking = findings.filter((finding) => effectOf(finding, policy.mode) === 'blocks');
  const isOfPackage = (finding: Finding) => ruleOf.get(finding.rule)?.subject === 'package' && isSingle(finding);
  const files = blocking.filter((finding) => !isOfPackage(finding));
  return [
    ...packagesIn(blocking.filter(isOfPackage), given, ruleOf),
    ...files.map((finding) => blockedFile(finding, ruleOf.get(finding.rule), given)),
  ].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/** Whether a finding is about one package version, and not one that stands for others. */
const isSingle = ({ name, version, packages, rules }: Finding): boolean =>
  name !== null && version !== null && packages === undefined && rules === undefined;

const keyOf = (entry: Blocked): string =>
  entry.kind === 'file'
    ? JSON.stringify([1, entry.path, entry.digest])
    : entry.kind === 'package'
      ? JSON.stringify([0, entry.name, entry.version, entry.lockfiles])
      : JSON.stringify([0, entry.name ?? '', entry.version ?? '', [entry.lockfile], entry.findings]);

type Rules = ReadonlyMap<string, Rule>;

/** The findings of one package version in one lockfile. */
interface Subject {
  readonly blocking: readonly Blocking[];
  readonly dossier: Dossier | undefined;
  readonly artifact: Artifact;
}

type Artifact =
  | { readonly digest: string; readonly preimage: Extract<Blocked, { readonly kind: 'package' }>['preimage'] }
  | { readonly why: Undecidable };

function packagesIn(findings: readonly Finding[], given: FindBlocked, ruleOf: Rules): readonly Blocked[] {
  const about = groupBy(given.dossiers, ({ change }) => lockedVersion(change));
  const subjects = [...groupBy(findings, lockedVersion)].map(([key, own]): Subject => {
    // A finding does not say from which source: of two, neither can be decided.
    const [dossier, ...others] = (about.get(key) ?? []).filter(({ change }) => change.kind !== 'removed');
    const artifact: Artifact = others.length > 0 ? { why: 'no-bytes' } : artifactOf(dossier, given);
    return { blocking: own.map((finding) => blockingOf(finding, dossier, given, ruleOf)), dossier, artifact };
  });
  const artifacts = groupBy(subjects, ({ artifact, blocking: [first] }) =>
    'digest' in artifact ? artifact.digest : lockedVersion((first as Blocking).finding),
  );
  return [...artifacts.values()].flatMap(entriesOf);
}

function artifactOf(dossier: Dossier | undefined, { policy, repositoryId, rules }: FindBlocked): Artifact {
  if (dossier === undefined) return { why: 'no-subject' };
  const preimage = packagePreimage({ dossier, policy, repositoryId: repositoryId ?? 0, rules });
  if (typeof preimage === 'string') return { why: preimage };
  if (repositoryId === undefined) return { why: 'no-repository' };
  const digest = digestOf(preimage);
  return digest === undefined ? { why: 'no-digest' } : { digest, preimage };
}

function blockingOf(finding: Finding, dossier: Dossier | undefined, given: FindBlocked, ruleOf: Rules): Blocking {
  const { policy } = given;
  const rule = ruleOf.get(finding.rule);
  if (rule === undefined) {
    return { finding, codes: finding.codes.map((code) => `${finding.rule}/${code}`), why: 'no-subject' };
  }
  const applied = dossier === undefined ? [policy.settings] : settingsOf(policy, occurrencesOf(dossier.change));
  const { codes, floor } = blockingCodes(finding, rule, applied);
  const counted = policy.mode === 'observe' ? floor : codes;
  const why = whyNot(finding, rule);
  return { finding, codes: counted.map((code) => `${rule.id}/${code}`), ...(why === undefined ? {} : { why }) };
}

/** The reason that a person is told, where there are several: what is final first. */
const reasons: readonly Undecidable[] = [
  ...(['floor', 'denied-by-policy', 'no-bytes', 'no-subject', 'ask-again', 'no-digest', 'no-repository'] as const),
];

/** One artifact: one entry for all lockfiles, or one for each of them that nobody can decide about. */
function entriesOf(subjects: readonly Subject[]): readonly Blocked[] {
  const [{ artifact }] = subjects as [Subject];
  const all = subjects.flatMap(({ blocking }) => blocking);
  const found = new Set([...all.flatMap(({ why }) => why ?? []), ...('why' in artifact ? [artifact.why] : [])]);
  const why = reasons.find((reason) => found.has(reason));
  const [{ finding }] = all as [Blocking];
  const { name, version } = finding;
  if (why !== undefined || 'why' in artifact || name === null || version === null) {
    return subjects.map(({ blocking }): Blocked => {
      const [one] = blocking as [Blocking];
      const { lockfile } = one.finding;
      return { kind: 'undecidable', why: why ?? 'no-subject', name, version, lockfile, ...blockedBy(blocking) };
    });
  }
  const lockfiles = [...new Set(all.map((one) => one.finding.lockfile))].sort(compareText);
  return [{ kind: 'package', name, version, lockfiles, ...artifact, ...blockedBy(all) }];
}
