import type { Change, Dossier, Evidence, EvidenceSet, Existence } from '../model/index.ts';
import { notAdvised } from '../advisories/select.ts';
import { notAppraised } from './name-reputation.ts';
import { classifyAddress, maskUserInfo } from '../registry/address.ts';
import type { Answer } from '../recording/answer.ts';
import { absent, present, unavailable, unneeded } from '../model/evidence-values.ts';
import {
  existenceOf,
  firstPublishedAtOf,
  historyOf,
  notListed,
  previousReleaseOf,
  publishedAtOf,
  publisherOf,
  releaseOf,
} from './packument-evidence.ts';
import type { Packument } from '../registry/packument.ts';
import { predecessorVersion } from './predecessor.ts';
import type { Proofs } from './verification.ts';
import { notListedYet } from './tarballs.ts';
import { type RegistryMap, scopeOf } from '../registry/registry-map.ts';
import { isPlain, priorTrustOf, trustOf } from './trust-level.ts';

/**
 * Everything that is known of one change that a registry was asked about.
 * @param answer the registry's answer for the name, or why there is none.
 * @param proofs what was verified of it; undefined where nothing was to be.
 * @param mode in an audit all that is locked is in already, as what the base locks is in a check.
 */
export function registryDossier(
  change: Change,
  registry: string,
  map: RegistryMap,
  answer: Answer,
  mode: 'check' | 'audit',
  proofs?: Proofs,
): Dossier {
  const evidence = evidenceOf(change, answer, mode, proofs);
  const tarball = evidence.release.state === 'present' ? evidence.release.value.tarball : undefined;
  return {
    change,
    registry,
    publicRegistry: registry === map.publicRegistry,
    addresses: change.pins.map(({ resolved }) => classifyAddress(resolved, registry, map, tarball)),
    evidence,
  };
}

/**
 * The dossier of a change that no registry is asked about. Its evidence is unavailable rather than absent: nobody asked,
 * so nothing is certain, and no rule can take it for a registry's "no".
 */
export function otherDossier(change: Change): Dossier {
  const why =
    change.kind === 'removed'
      ? 'it is removed; nothing was asked'
      : 'it does not come from a registry; nothing was asked';
  return {
    change,
    publicRegistry: false,
    addresses: change.pins.map(({ resolved }) =>
      resolved === undefined ? { verdict: 'omitted' } : { verdict: 'elsewhere', shown: maskUserInfo(resolved) },
    ),
    evidence: nothingBut(unavailable('not-provided', why)),
  };
}

function evidenceOf(change: Change, answer: Answer, mode: 'check' | 'audit', proofs?: Proofs): EvidenceSet {
  const predecessor = predecessorVersion(change);
  switch (answer.state) {
    case 'packument':
      return fromPackument(change.version, predecessor, answer.packument, proofs);
    case 'unavailable': {
      const { reason, detail } = answer;
      return withPredecessor(nothingBut(unavailable(reason, detail)), predecessor);
    }
    case 'refused': {
      const refused = unavailable('unauthorized', `HTTP ${answer.status}`);
      const existence = present<Existence>({ answer: 'refused', status: answer.status });
      return withPredecessor({ ...nothingBut(refused), existence }, predecessor);
    }
    case 'absent': {
      const alreadyLocked = mode === 'audit' || change.baseVersions.length > 0;
      if (alreadyLocked && !answer.authenticated && scopeOf(change.name) !== undefined) {
        const hidden = unavailable('unauthorized', 'HTTP 404 without a credential, which may hide a private package');
        return withPredecessor(nothingBut(hidden), predecessor);
      }
      const gone = predecessor === undefined ? absent : notListed(predecessor);
      return { ...nothingBut(absent), predecessor: gone, predecessorProvenance: gone };
    }
  }
}

function fromPackument(
  version: string,
  predecessor: string | undefined,
  packument: Packument,
  proofs: Proofs | undefined,
): EvidenceSet {
  const provenance = proofs?.provenance ?? unneeded;
  const named = publisherOf(version, packument);
  const publisher =
    named.state === 'unavailable' && named.reason === 'not-provided' && isPlain(provenance) ? absent : named;
  return {
    existence: existenceOf(version, packument),
    release: releaseOf(version, packument),
    publishedAt: publishedAtOf(version, packument),
    firstPublishedAt: firstPublishedAtOf(packument),
    history: present(historyOf(packument)),
    predecessor: predecessor === undefined ? absent : previousReleaseOf(predecessor, packument),
    registrySignature: proofs?.registrySignature ?? unneeded,
    provenance,
    publisher,
    trust: provenance === unneeded ? unneeded : trustOf(version, packument, publisher, provenance),
    priorTrust: priorTrustOf(version, packument, provenance),
    predecessorProvenance: predecessor === undefined ? absent : (proofs?.predecessorProvenance ?? unneeded),
    bringers: unneeded,
    ...notListedYet,
    ...notAdvised,
    ...notAppraised,
    license: unneeded,
    bundling: unneeded,
    authorship: absent,
  };
}

function nothingBut<T extends Evidence<never>>(same: T): { readonly [K in keyof EvidenceSet]: T } {
  return {
    existence: same,
    release: same,
    publishedAt: same,
    firstPublishedAt: same,
    history: same,
    predecessor: same,
    registrySignature: same,
    provenance: same,
    publisher: same,
    trust: same,
    priorTrust: same,
    predecessorProvenance: same,
    bringers: same,
    implicitBuild: same,
    predecessorImplicitBuild: same,
    malware: same,
    advisories: same,
    predecessorAdvisories: same,
    prominence: same,
    lookalike: same,
    downloads: same,
    license: same,
    bundling: same,
    authorship: same,
  };
}

/** That the base did not have the name is known without asking anybody. */
function withPredecessor(evidence: EvidenceSet, predecessor: string | undefined): EvidenceSet {
  return predecessor === undefined ? { ...evidence, predecessor: absent, predecessorProvenance: absent } : evidence;
}
