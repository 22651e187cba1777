import { hexOf } from '../decisions/preimage.ts';
import { commitUri, ingestionPredicate, statementType } from '../model/admission.ts';
import type { Statement } from '../model/admission.ts';
import type { DependencyType, Finding } from '../model/index.ts';
import type { Json } from '../model/json.ts';
import { parseIntegrity } from '../model/sri.ts';
import type { RecordedAnswer } from '../registry/answer.ts';
import { compareText } from '../text/order.ts';
import type { Admitted } from './admitted.ts';
import { attestationsOf } from './attestations.ts';
import { platformOf } from './run.ts';
import type { AdmittingRun } from './run.ts';

/**
 * SLSA Dependency Ingestion Provenance of one artifact, in the fields of the draft that docs/decisions/0315 names. A field says
 * what this run did and no more: what a package manager checks later is not said.
 */
export function ingestionOf(one: Admitted, all: readonly Admitted[], run: AdmittingRun): Statement {
  const { place, now, answers } = run;
  const { purl, sha512, registry, dossiers } = one;
  const [{ change }] = dossiers;
  return {
    _type: statementType,
    subject: [{ name: purl, digest: { sha512 } }],
    predicateType: ingestionPredicate,
    predicate: {
      ingestor: { id: place.repository.slice(0, place.repository.lastIndexOf('/')) },
      ingestionPlatform: { id: platformOf(place), version: place.version },
      upstream: { registry, name: change.name, version: change.version, ...statedBy(one) },
      ingestion: { timestamp: now, path: commitUri(place.repository, place.commit, change.lockfile) },
      ...resolvedFrom(one, all),
      integrity: integrityOf(one, answers),
      publisherSignature: signatureOf(one),
      policyEvaluations: [evaluationOf(one, run)],
      upstreamProvenance: provenanceOf(one, answers),
      ingestionIsolation: {
        method: 'no-dep-code-executed',
        description:
          'lockgate reads lockfiles, documents and tarballs. It installs nothing and runs no code of a dependency.',
      },
    },
  };
}

/** What the registry says that it published; a document that says nothing leaves it open. */
function statedBy({ dossiers: [{ evidence }] }: Admitted): { readonly digest?: Json } {
  const { release } = evidence;
  const stated = release.state === 'present' ? release.value.integrity : undefined;
  const [sha512] = stated === undefined ? [] : (parseIntegrity(stated).digests.get('sha512') ?? []);
  return sha512 === undefined ? {} : { digest: { sha512: hexOf(sha512) } };
}

/**
 * The direct dependency that pulls it in, where that comes in with the same change and there is only one of its name. Of another
 * one, which the base branch has already, the bytes are not known here.
 */
function resolvedFrom(
  { dossiers: [{ change }] }: Admitted,
  all: readonly Admitted[],
): { readonly resolvedFrom?: Json } {
  const root = change.direct ? undefined : change.via[0]?.[0];
  if (root === undefined) return {};
  const [parent, ...others] = all.filter(({ dossiers }) =>
    dossiers.some(
      ({ change: other }) =>
        other.lockfile === change.lockfile && other.direct && [other.name, ...other.aliases].includes(root),
    ),
  );
  if (parent === undefined || others.length > 0) return {};
  return { resolvedFrom: { subject: { sha512: parent.sha512 }, relationship: relationship(change.dependencyTypes) } };
}

function relationship(types: readonly DependencyType[]): string {
  const [first = 'prod'] = types;
  return first === 'prod' ? 'runtime-dependency' : `${first}-dependency`;
}

/** Verified: this run has read the tarball, and these are its bytes. Else the package manager checks them when it installs. */
function integrityOf({ dossiers, sha512 }: Admitted, answers: readonly RecordedAnswer[]): Json {
  const [{ change, registry }] = dossiers;
  const isRead = answers.some((answer) => {
    if (!('tarball' in answer || 'contents' in answer)) return false;
    const read = 'tarball' in answer ? answer.tarball : answer.contents;
    if (read.state !== 'listed' && read.state !== 'unpacked') return false;
    if (answer.name !== change.name || answer.version !== change.version || answer.registry !== registry) return false;
    return [...(parseIntegrity(read.integrity).digests.get('sha512') ?? [])].some((one) => hexOf(one) === sha512);
  });
  const isPinned = dossiers.every(
    ({ change: { pins } }) => pins.length > 0 && pins.every((pin) => isOf(pin.integrity)),
  );
  const expected = isPinned ? { expected: { sha512 } } : {};
  return isRead && isPinned
    ? { method: 'hash', ...expected, result: 'verified' }
    : { ...expected, result: 'unverified' };
}

const isOf = (integrity: string | undefined): boolean =>
  integrity !== undefined && parseIntegrity(integrity).digests.has('sha512');

/** npm's registries sign, not publishers: the method says so. */
function signatureOf({ dossiers: [{ evidence }] }: Admitted): Json {
  const { registrySignature: signature } = evidence;
  if (signature.state === 'present' && signature.value.state === 'verified') {
    return { method: 'npm-registry-signature', keyId: signature.value.keyid, result: 'verified' };
  }
  return signature.state === 'unavailable' ? { result: 'unverified' } : { availability: 'unavailable' };
}

function provenanceOf(one: Admitted, answers: readonly RecordedAnswer[]): Json {
  const { provenance } = one.dossiers[0].evidence;
  if (provenance.state === 'absent') return { availability: 'unavailable' };
  if (provenance.state === 'present' && provenance.value.state === 'no-provenance') {
    return { availability: 'unavailable' };
  }
  if (provenance.state !== 'present' || provenance.value.state !== 'verified') {
    return { verification: { result: 'not-attempted' } };
  }
  const { predicateType } = provenance.value;
  const found = attestationsOf(one, answers).find((served) => served.predicateType === predicateType);
  // The draft demands a reference to what was verified.
  if (found === undefined) return { verification: { result: 'not-attempted' } };
  return { predicateType, ref: `sha256:${found.sha256}`, verification: { result: 'verified' } };
}

function evaluationOf({ findings }: Admitted, { policy, now }: AdmittingRun): Json {
  return {
    policy: { id: policy.uri, version: policy.digest },
    timestamp: now,
    result: 'allow',
    description: reasonOf(findings),
  };
}

/** Without texts of others: a decision by its digest, an entry of the policy by its place. */
function reasonOf(findings: readonly Finding[]): string {
  const by = findings.flatMap(({ coveredBy }) => {
    if (coveredBy === undefined) return [];
    return [
      coveredBy.kind === 'decision' ? `the decision ${coveredBy.id}` : `the ${coveredBy.kind} ${coveredBy.origin}`,
    ];
  });
  const distinct = [...new Set(by)].sort(compareText);
  return distinct.length === 0 ? 'Let in by the policy.' : `Let in by the policy with ${distinct.join(', ')}.`;
}
