import { createHash } from 'node:crypto';

import type { AdmissionPlace, PolicyInForce } from '../admission/run.ts';
import { admissionOf } from '../admission/statements.ts';
import type { Admission } from '../admission/statements.ts';
import { canonicalJson } from '../judge/fingerprint.ts';
import { commitUri } from '../model/admission.ts';
import type { Run } from './request.ts';

/** The statements of a run about what it let in, as texts, or why there are none. */
export type AdmissionTexts =
  { readonly statements: readonly string[]; readonly left: Admission['left'] } | { readonly none: string };

/**
 * What a run let in, as standard documents. Only a verdict lets something in: under `observe` nothing is kept out either, so that
 * nobody may take its documents for an admission.
 * @param policyCommit the commit that the policy was read from
 */
export function admissionTexts(run: Run, place: AdmissionPlace, policyCommit: string): AdmissionTexts {
  const { verdict, findings } = run.judgement;
  if (run.failed || (verdict !== 'pass' && verdict !== 'warn')) return { none: `the verdict is ${verdict}` };
  const { effective, collected, now } = run;
  if (effective === undefined) return { none: 'nothing came in' };
  if (effective.mode !== 'enforce') return { none: 'the policy has `mode: observe`, which keeps nothing out' };
  const policy = policyOf(run, effective.digest, place, policyCommit);
  const { dossiers, answers } = collected;
  const { statements, left } = admissionOf({ now, dossiers, answers, findings, policy, place });
  if (statements.length === 0 && left.length === 0) return { none: 'nothing came in' };
  return {
    statements: statements.map((statement) =>
      canonicalJson({ ...statement, subject: [...statement.subject].map((one) => ({ ...one })) }),
    ),
    left,
  };
}

function policyOf({ file, policy }: Run, digest: string, place: AdmissionPlace, commit: string): PolicyInForce {
  const source = policy?.source ?? '';
  if (file === undefined) return { uri: `urn:lockgate:${source.replace(/[^a-z]+/g, ':')}`, digest };
  const bytes = createHash('sha256').update(file.text).digest('hex');
  const { from } = file;
  const server = new URL(place.repository).origin;
  const uri =
    from === undefined
      ? commitUri(place.repository, commit, source)
      : commitUri(`${server}/${from.repository}`, from.commit, file.home?.path ?? source);
  return { uri, digest, file: bytes };
}
