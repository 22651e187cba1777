import type { BoundTo, Dossier, Evidence, FailedAttestation, Finding, ProvenanceOutcome } from '../../model/index.ts';
import { flawsOf, parseIntegrity, spellDigests, statedIntegrity } from '../../model/sri.ts';
import { outcomeWord } from './evidence-words.ts';

/** One link of the chain from the locked bytes to the policy's decision. Third-party text is between backticks. */
export interface ChainLink {
  readonly link: 'integrity' | 'registry signature' | 'publish attestation' | 'provenance' | 'policy';
  /** For the policy `pass`, `warn` or `error`; for integrity also `matches`, or the worst flaw of the pins. */
  readonly state: string;
  /** What was compared with what. */
  readonly checked: string;
  /** The outcome. */
  readonly says: string;
}

/** Third-party text in a sentence: a backtick would end the quotation. */
const quoted = (text: string) => `\`${text.replaceAll('`', "'")}\``;

/** Integrity, registry signature, publish attestation, provenance and policy, in this order. */
export function chainOf(dossier: Dossier, findings: readonly Finding[], rules: number): ChainLink[] {
  if (dossier.change.source.kind !== 'registry') return [policyLink(findings, rules)];
  return [integrityLink(dossier), signatureLink(dossier), publishLink(dossier), provenanceLink(dossier)].concat(
    policyLink(findings, rules),
  );
}

/** Worst first. A pin with several algorithms can still match. */
const flaws = ['differs', 'malformed', 'weak', 'sha1', 'unbound'] as const;

function integrityLink({ change: { pins }, evidence: { release } }: Dossier): ChainLink {
  const link = 'integrity';
  const checked = 'the digests that the lockfile pins against those that the registry states';
  const pinned = [...new Set(pins.flatMap(({ integrity }) => integrity ?? []))];
  const shown = pinned.map(quoted).join(', ');
  const stated = statedIntegrity(release.state === 'present' ? release.value : {});
  const found = new Set<string>(
    pinned.flatMap((each) => flawsOf(parseIntegrity(each), stated)).map(({ code }) => code),
  );
  if (!found.has('differs') && pins.some(({ integrity, checksum }) => (integrity ?? checksum) === undefined)) {
    return { link, state: 'absent', checked, says: 'the lockfile has an entry without integrity' };
  }
  if (pinned.length === 0) {
    const says =
      "Yarn berry's lockfile has no integrity; signatures and attestations are checked against the registry's";
    return { link, state: 'not-applicable', checked, says };
  }
  if (release.state !== 'present') {
    return { link, state: release.state, checked, says: `the lockfile pins ${shown}; ${why(release)}` };
  }
  const state = flaws.find((flaw) => found.has(flaw));
  if (state === undefined) return { link, state: 'matches', checked, says: shown };
  const words = stated.algorithms.map((algorithm) => quoted(spellDigests(stated, algorithm))).join(', ');
  return { link, state, checked, says: `the lockfile pins ${shown}, the registry states ${words || 'none'}` };
}

const bytes: Readonly<Record<BoundTo, string>> = {
  lockfile: 'the integrity that the lockfile pins',
  registry: "the registry's integrity, as the lockfile pins none by SHA-512",
};

function signatureLink({ evidence: { registrySignature: evidence } }: Dossier): ChainLink {
  const link = 'registry signature';
  const state = outcomeWord(evidence);
  const checked = "the registry's ECDSA signature over name, version and integrity";
  if (evidence.state !== 'present') return { link, state, checked, says: why(evidence, 'this version is not signed') };
  const outcome = evidence.value;
  switch (outcome.state) {
    case 'verified':
      return { link, state, checked, says: `signed with key ${quoted(outcome.keyid)} over ${bytes[outcome.boundTo]}` };
    case 'invalid': {
      const key = outcome.keyid === undefined ? '' : `, key ${quoted(outcome.keyid)}`;
      return { link, state, checked, says: `failed at ${outcome.check}${key}` };
    }
    case 'not-applicable':
      return { link, state, checked, says: 'the registry offers no keys and is not required to sign' };
  }
}

function publishLink({ evidence: { provenance: evidence } }: Dossier): ChainLink {
  const link = 'publish attestation';
  const checked = "the registry's own statement that it published these bytes under this name and version";
  if (evidence.state !== 'present') return { link, ...withoutOutcome(evidence, checked) };
  const outcome = evidence.value;
  if (outcome.state === 'invalid') {
    const failed = outcome.failed.filter(({ kind }) => kind === 'publish' || kind === 'document');
    return failed.length === 0
      ? { link, state: 'not-evaluated', checked, says: 'other attestations of this version do not verify' }
      : { link, state: 'invalid', checked, says: failedWords(failed) };
  }
  if (outcome.state === 'not-applicable') return { link, state: outcome.state, checked, says: noAttestations };
  return outcome.publishKeyid === undefined
    ? { link, state: 'absent', checked, says: 'none among the attestations' }
    : { link, state: 'verified', checked, says: `signed with key ${quoted(outcome.publishKeyid)}` };
}

const noAttestations = 'this registry is not asked for attestations';

function withoutOutcome(
  evidence: Exclude<Evidence<ProvenanceOutcome>, { readonly state: 'present' }>,
  checked: string,
) {
  return { state: outcomeWord(evidence), checked, says: why(evidence, 'the registry lists no attestation') };
}

function provenanceLink({ evidence: { provenance: evidence } }: Dossier): ChainLink {
  const link = 'provenance';
  const checked = 'certificate, transparency log, signature, and the statement about name, version and bytes';
  if (evidence.state !== 'present') return { link, ...withoutOutcome(evidence, checked) };
  const outcome = evidence.value;
  const state = outcomeWord(evidence);
  switch (outcome.state) {
    case 'verified':
      return { link, state, checked, says: builtWords(outcome) };
    case 'invalid': {
      const failed = outcome.failed.filter(({ kind }) => kind !== 'publish');
      return { link, state, checked, says: failedWords(failed.length === 0 ? outcome.failed : failed) };
    }
    case 'no-provenance':
      return { link, state, checked, says: 'the attestations verify, but none of them is a provenance' };
    case 'not-applicable':
      return { link, state, checked, says: noAttestations };
  }
}

function builtWords({ identity, signedAt, boundTo }: Extract<ProvenanceOutcome, { state: 'verified' }>): string {
  const { sourceRepository, workflow, ref, commit, runner, trigger, issuer, claimed } = identity;
  const parts = [
    `built from ${quoted(sourceRepository)}`,
    ...named('commit', commit),
    ...named('workflow', workflow),
    ...named('ref', ref),
    ...(runner === undefined ? [] : [`on a ${runner} runner`]),
    ...named('triggered by', trigger),
    `issuer ${quoted(issuer)}`,
    `signed ${quoted(signedAt)}`,
    `about ${bytes[boundTo]}`,
    ...(claimed.length === 0 ? [] : [`claimed only by the statement: ${claimed.map(quoted).join(', ')}`]),
  ];
  return parts.join('; ');
}

const named = (what: string, value: string | undefined) => (value === undefined ? [] : [`${what} ${quoted(value)}`]);

function failedWords(failed: readonly FailedAttestation[]): string {
  return failed
    .map(({ kind, check, expected, found }) => {
      const wanted = expected === undefined ? '' : `, expected ${quoted(expected)}`;
      return `${kind} failed at ${check}${wanted}${found === undefined ? '' : `, found ${quoted(found)}`}`;
    })
    .join('; ');
}

function policyLink(findings: readonly Finding[], rules: number): ChainLink {
  const open = findings.filter(({ status }) => status === 'reported');
  const levels = new Set(open.map(({ level }) => level));
  const state = levels.has('error') ? 'error' : levels.has('warn') ? 'warn' : 'pass';
  const reporting = [
    ...new Set(
      findings.map(({ rule, status, level }) =>
        status !== 'reported' ? `${rule} (${status})` : level === 'note' ? `${rule} (note)` : rule,
      ),
    ),
  ];
  const says = reporting.length === 0 ? 'no findings' : reporting.join(', ');
  return { link: 'policy', state, checked: `${rules} enabled rules`, says };
}

function why(
  evidence: Exclude<Evidence<never>, { readonly state: 'present' }>,
  gone = 'the registry has no such version',
) {
  return evidence.state === 'absent' ? gone : `not known: ${evidence.detail} (${evidence.reason})`;
}
