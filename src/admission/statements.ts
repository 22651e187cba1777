import { commitUri, statementType, summaryPredicate } from '../model/admission.ts';
import type { Statement } from '../model/admission.ts';
import { admittedOf } from './admitted.ts';
import type { Admissible, Admitted } from './admitted.ts';
import { attestationsOf } from './attestations.ts';
import { ingestionOf } from './ingestion.ts';
import { platformOf } from './run.ts';
import type { AdmittingRun } from './run.ts';

export interface Admission {
  /** The summary first, then one for each package; empty where there is none. */
  readonly statements: readonly Statement[];
  readonly left: Admissible['left'];
}

/** The statements about everything that a run let in: the same run gives the same bytes. */
export function admissionOf(run: AdmittingRun): Admission {
  const { admitted, left } = admittedOf(run.dossiers, run.findings);
  if (admitted.length === 0) return { statements: [], left };
  return { statements: [summaryOf(admitted, run), ...admitted.map((one) => ingestionOf(one, admitted, run))], left };
}

/** https://slsa.dev/spec/v1.2/verification_summary */
function summaryOf(admitted: readonly Admitted[], run: AdmittingRun): Statement {
  const { place, policy, now } = run;
  const attestations = admitted.flatMap((one) => attestationsOf(one, run.answers));
  return {
    _type: statementType,
    subject: admitted.map(({ purl, sha512 }) => ({ name: purl, digest: { sha512 } })),
    predicateType: summaryPredicate,
    predicate: {
      verifier: { id: platformOf(place), version: { lockgate: place.version } },
      timeVerified: now,
      resourceUri: commitUri(place.repository, place.commit),
      policy: {
        uri: policy.uri,
        ...(policy.file === undefined ? {} : { digest: { sha256: policy.file } }),
        annotations: { effective: policy.digest },
      },
      inputAttestations: attestations.map(({ uri, sha256 }) => ({ uri, digest: { sha256 } })),
      verificationResult: 'PASSED',
      verifiedLevels: ['SLSA_BUILD_LEVEL_UNEVALUATED'],
      slsaVersion: '1.2',
    },
  };
}
