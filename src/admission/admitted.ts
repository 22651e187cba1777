import { artifactOf } from '../decisions/preimage.ts';
import type { Artifact } from '../decisions/preimage.ts';
import { lockedVersion } from '../model/identity.ts';
import type { Dossier, Finding } from '../model/index.ts';
import { groupBy } from '../text/group-by.ts';
import { compareText } from '../text/order.ts';

/** One artifact that a change lets in, with everything that was collected about it in one lockfile or several. */
export interface Admitted extends Artifact {
  /** Never empty; by lockfile. */
  readonly dossiers: readonly [Dossier, ...Dossier[]];
  /** What was found about it, covered or no reason to block. */
  readonly findings: readonly Finding[];
}

export interface Admissible {
  /** By purl, then digest. */
  readonly admitted: readonly Admitted[];
  /** Package versions that come in too and that nothing can be said about: without bytes that are known, or contradicted. */
  readonly left: readonly { readonly name: string; readonly version: string }[];
}

/**
 * What a change lets in, of a run whose verdict lets it in. Whatever is in doubt is left out, and with it the artifact in each
 * lockfile: other bytes than the lockfile's, evidence that contradicts them, or an error that nobody waived.
 */
export function admittedOf(dossiers: readonly Dossier[], findings: readonly Finding[]): Admissible {
  const coming = dossiers.filter(({ change }) => change.kind !== 'removed');
  const about = groupBy(findings, lockedVersion);
  const found = coming.map((dossier) => {
    const own = about.get(lockedVersion(dossier.change)) ?? [];
    const artifact = artifactOf(dossier);
    return { dossier, own, artifact: isInDoubt(dossier, own) ? 'no-digest' : artifact } as const;
  });
  const isLeft = new Set(
    found.flatMap(({ artifact, dossier }) => (typeof artifact === 'string' ? [keyOf(dossier)] : [])),
  );
  const kept = found.flatMap(({ dossier, own, artifact }) =>
    typeof artifact === 'string' || isLeft.has(keyOf(dossier)) ? [] : [{ dossier, own, artifact }],
  );
  const admitted = [...groupBy(kept, ({ artifact }) => JSON.stringify(artifact)).values()].flatMap(
    (same): Admitted[] => {
      const [first, ...others] = same.toSorted((a, b) =>
        compareText(a.dossier.change.lockfile, b.dossier.change.lockfile),
      );
      if (first === undefined) return [];
      const all = [first.dossier, ...others.map(({ dossier }) => dossier)] as const;
      return [{ ...first.artifact, dossiers: all, findings: same.flatMap(({ own }) => own) }];
    },
  );
  return {
    admitted: admitted.toSorted((a, b) => compareText(a.purl, b.purl) || compareText(a.sha512, b.sha512)),
    left: [...new Map(found.filter(({ dossier }) => isLeft.has(keyOf(dossier))).map(leftBy)).values()],
  };
}

const keyOf = ({ change }: Dossier): string => JSON.stringify([change.name, change.version]);

function leftBy({ dossier }: { readonly dossier: Dossier }) {
  const { name, version } = dossier.change;
  return [keyOf(dossier), { name, version }] as const;
}

function isInDoubt({ evidence: { registrySignature, provenance } }: Dossier, findings: readonly Finding[]): boolean {
  const isInvalid = [registrySignature, provenance].some(
    (evidence) => evidence.state === 'present' && evidence.value.state === 'invalid',
  );
  return isInvalid || findings.some(({ level, status }) => level === 'error' && status === 'reported');
}
