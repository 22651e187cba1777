import { isUnneeded } from '../model/evidence-values.ts';
import type {
  BuildIdentity,
  Evidence,
  EvidenceKind,
  EvidenceMap,
  EvidenceSet,
  ProvenanceOutcome,
} from '../model/index.ts';
import type { RuleFacts } from '../model/decision.ts';
import type { Json } from '../model/json.ts';
import { certified, spelledRepository } from './builds.ts';

/** Facts for the digest of a decision (docs/decisions/0284). */

type Members = Readonly<Record<string, Json>>;

/**
 * One fact under a name: what a piece of evidence says, null where it is absent, and `{ unread: KIND }` where it could not be
 * read. No member where the evidence was not requested at all: then no rule can rest on it.
 */
export function fact<K extends EvidenceKind>(
  evidence: EvidenceSet,
  kind: K,
  name: string,
  tell: (value: EvidenceMap[K]) => Json,
): Members {
  const piece: Evidence<EvidenceMap[K]> = evidence[kind];
  switch (piece.state) {
    case 'present':
      return { [name]: tell(piece.value) };
    case 'absent':
      return { [name]: null };
    case 'unavailable':
      if (isUnneeded(piece)) return {};
      // Whether that counts as absent depends on the other packages of the run.
      return { [name]: piece.unoffered === 'publishers' ? null : { unread: kind } };
  }
}

/** Both halves, each only where it says something. */
export function halves(before: Members, after: Members): RuleFacts {
  return {
    ...(Object.keys(before).length > 0 ? { before } : {}),
    ...(Object.keys(after).length > 0 ? { after } : {}),
  };
}

/** An object without the members that are undefined. */
export function defined(members: Readonly<Record<string, Json | undefined>>): Members {
  return Object.fromEntries(
    Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Where and by what a version was built. The repository and its owner by number, where the certificate has it. */
export function buildFacts(build: BuildIdentity): Json {
  const { issuer, sourceRepository, owner, workflow, ref, commit, buildSigner, runner, trigger, claimed } = build;
  return defined({
    ...{ issuer, workflow, ref, commit, runner, trigger, signer: buildSigner },
    repository: certified(build, 'sourceRepositoryId') ?? spelledRepository(sourceRepository),
    owner: certified(build, 'ownerId') ?? owner,
    claimed: [...claimed].sort(),
  });
}

/** The state of provenance, with the build where it verifies and the failed checks where it does not. */
export function provenanceFacts(outcome: ProvenanceOutcome): Json {
  const { state } = outcome;
  if (state === 'verified') return { state, build: buildFacts(outcome.identity) };
  if (state !== 'invalid') return { state };
  return { state, failed: outcome.failed.map(({ kind, check }) => `${kind} ${check}`).sort() };
}
