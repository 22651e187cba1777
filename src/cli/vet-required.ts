import { purlOf } from '../model/identity.ts';
import type { AnswerBasis, Dossier, Snapshot } from '../model/index.ts';
import { artifactOf } from '../decisions/preimage.ts';
import { GateFailure } from '../errors.ts';
import { blockedIn } from '../run/blocked-in.ts';
import { decisionInForce } from '../run/decision-in-force.ts';
import type { GateRequest, Run } from '../run/request.ts';
import { loadTrust } from '../trust/load-trust.ts';
import type { VerifiedAdmission } from '../trust/verify-admission.ts';
import { admissionsIn, identityFrom } from './admission-files.ts';
import type { Flags } from './flags.ts';
import { repositoryIdOf } from './repository-id.ts';

/** What a version may be taken by, or why there is nothing. */
export type Basis = { readonly basis: AnswerBasis } | { readonly basis: null; readonly why: string };

export type FindBasis = (run: Run, name: string, version: string) => Promise<Basis>;

/** @throws GateFailure `usage` for what would make the answer that of another time, or of somebody else's policy */
export function demandOwnAnswer({ evidence, now, policy, preset, format, isAnswer }: Flags): void {
  const given = [
    ['evidence', evidence],
    ['now', now],
    ['policy', policy],
    ['preset', preset],
  ].find(([, value]) => value !== undefined);
  if (given !== undefined) {
    throw new GateFailure(
      'usage',
      `--require-decision asks what is in force now, by the policy of the default branch: leave out --${given[0] ?? ''}`,
    );
  }
  if (isAnswer !== true && format !== 'text') {
    throw new GateFailure('usage', '--require-decision writes an answer: leave out --format, or give it `answer`');
  }
}

/**
 * Asks the ledger of the default branch, and the admissions that are named. A package that nothing blocks has no basis by that
 * alone: nobody has let it in yet.
 */
export async function basisFinder(flags: Flags, request: GateRequest, trusted: Snapshot): Promise<FindBasis> {
  const repositoryId = await repositoryIdOf(flags);
  const identity = flags.admissions === undefined ? undefined : identityFrom(flags, repositoryId);
  let admitted: Promise<readonly VerifiedAdmission[]> | undefined;
  return async (run, name, version) => {
    const dossiers = run.collected.dossiers.filter(
      ({ change }) => change.kind !== 'removed' && change.name === name && change.version === version,
    );
    const [first] = dossiers;
    if (first === undefined) return { basis: null, why: 'none' };
    if (identity !== undefined && flags.admissions !== undefined) {
      const all = await (admitted ??= verifiedIn(flags.admissions, run, identity));
      const ofEach = dossiers.map((dossier) => admissionOf(dossier, all));
      const [one] = ofEach;
      if (one !== undefined && ofEach.every((each) => each !== undefined)) {
        return { basis: { kind: 'admission', commit: one.commit, signedAt: one.signedAt } };
      }
    }
    const blocked = await blockedIn(run, request, repositoryId);
    const decided = await Promise.all(
      dossiers.map((dossier) => {
        const codes = blocked.flatMap((entry) =>
          entry.kind !== 'file' && entry.name === name && entry.version === version ? entry.codes : [],
        );
        return decisionInForce(run, dossier, { trusted, repositoryId, codes });
      }),
    );
    const refused = decided.find((each) => 'why' in each);
    if (refused !== undefined) return { basis: null, why: refused.why };
    const counted = decided.flatMap((each) => ('records' in each ? [each] : []));
    const ends = counted.flatMap(({ until }) => until ?? []).sort();
    return {
      basis: {
        ...{ kind: 'decision', commit: trusted.label, records: [...new Set(counted.flatMap((each) => each.records))] },
        ...{ by: [...new Set(counted.flatMap((each) => each.by))], until: ends[0] ?? null },
      },
    };
  };
}

async function verifiedIn(path: string, { trust }: Run, identity: ReturnType<typeof identityFrom>) {
  const read = await admissionsIn(path, identity, await loadTrust(trust));
  return read.flatMap((one) => (one.state === 'verified' ? [one] : []));
}

/** An admission of these very bytes under this very name. */
function admissionOf(dossier: Dossier, admitted: readonly VerifiedAdmission[]): VerifiedAdmission | undefined {
  const artifact = artifactOf(dossier);
  if (typeof artifact === 'string') return undefined;
  const purl = purlOf(dossier.change.name, dossier.change.version);
  return admitted.find(({ subjects }) =>
    subjects.some(({ name, sha512 }) => name === purl && sha512 === artifact.sha512),
  );
}
