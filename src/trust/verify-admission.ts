import type { Signer } from '@sigstore/verify';

import { commitUri, ingestionPredicate, statementType, summaryPredicate } from '../model/admission.ts';
import type { Instant } from '../model/index.ts';
import { decodeBundle } from './bundle.ts';
import { signedAt, verifyBundle } from './bundle-verification.ts';
import { CheckFailure } from './checks.ts';
import type { AttestationCheck } from './checks.ts';
import { readExtensions } from './extensions.ts';
import { asList, asObject, asText, at } from './json.ts';
import type { JsonObject } from './json.ts';
import { parseStatement } from './statement.ts';
import { publicGitHub } from './trust-material.ts';
import type { Trust } from './trust-material.ts';

/** The workflow whose admissions count. Each is compared exactly. */
export interface AdmissionIdentity {
  /** `https://github.com/acme/shop` */
  readonly repository: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  /** `.github/workflows/dependency-gate.yml` */
  readonly workflow: string;
  /** `refs/heads/main` */
  readonly ref: string;
  /** Default: the public GitHub's. */
  readonly issuer?: string;
}

/**
 * What does not hold, beside what can be wrong with any bundle.
 * - `unsigned`: a statement without a signature, which anybody can write.
 * - `issuer`, `repository`, `repository-id`, `owner-id`, `workflow`, `ref`, `trigger`, `runner`: another identity signed it.
 * - `predicate`: no admission, or one whose fields are not those of its type. - `verifier`, `commit`: it speaks for another
 *   workflow or commit than the one that signed it. - `not-admitted`: it says that something was not let in.
 */
export type AdmissionCheck =
  | AttestationCheck
  | 'unsigned'
  | ('repository' | 'repository-id' | 'owner-id' | 'workflow' | 'ref' | 'trigger' | 'runner')
  | ('predicate' | 'verifier' | 'commit' | 'not-admitted');

/** `expected` and `found` are for a person; `found` is third-party text. */
export interface InvalidAdmission {
  readonly state: 'invalid';
  readonly check: AdmissionCheck;
  readonly expected?: string;
  readonly found?: string;
}

export interface VerifiedAdmission {
  readonly state: 'verified';
  readonly kind: 'summary' | 'ingestion';
  /** What was let in. Third-party text. */
  readonly subjects: readonly { readonly name: string; readonly sha512: string }[];
  readonly predicate: JsonObject;
  readonly commit: string;
  readonly signedAt: Instant;
  /** The page of the run that signed it; absent where the certificate does not say. */
  readonly runUri?: string;
}

/** A push or a schedule runs what is on the branch; whatever else starts a workflow can be chosen by whoever proposes. */
const triggers: readonly (string | undefined)[] = ['push', 'schedule'];

const noKeys = new Map<string, never>();
const mostBytes = 16 * 1024 * 1024;

class Refusal extends Error {
  readonly refused: Omit<InvalidAdmission, 'state'>;

  constructor(check: AdmissionCheck, expected?: string, found?: string) {
    super(check);
    this.refused = {
      check,
      ...(expected === undefined ? {} : { expected: expected.slice(0, 512) }),
      ...(found === undefined ? {} : { found: found.slice(0, 512) }),
    };
  }
}

/**
 * Every document of a file that the action writes, one a line. Synchronous, no network, no clock; never throws: what cannot be
 * read is invalid, and a file without documents is one that is invalid.
 */
export function verifyAdmissions(
  bytes: Uint8Array,
  identity: AdmissionIdentity,
  trust: Trust,
): readonly (VerifiedAdmission | InvalidAdmission)[] {
  if (bytes.length > mostBytes) return [{ state: 'invalid', check: 'bounds' }];
  const lines = Buffer.from(bytes).toString('latin1').split('\n');
  const documents = lines.filter((line) => line.trim() !== '').map((line) => Buffer.from(line, 'latin1'));
  if (documents.length === 0) return [{ state: 'invalid', check: 'document' }];
  return documents.map((document) => verifyAdmission(document, identity, trust));
}

/** One signed admission: its signature, who signed it, and that it says no more than its signer may. Never throws. */
export function verifyAdmission(
  bytes: Uint8Array,
  identity: AdmissionIdentity,
  trust: Trust,
): VerifiedAdmission | InvalidAdmission {
  try {
    return verified(parse(bytes), identity, trust);
  } catch (error) {
    if (error instanceof Refusal) return { state: 'invalid', ...error.refused };
    return { state: 'invalid', ...(error instanceof CheckFailure ? error.failed : { check: 'bundle' }) };
  }
}

function parse(bytes: Uint8Array): unknown {
  if (bytes.length > mostBytes) throw new Refusal('bounds');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('document');
  }
  if (at(value, '_type') !== undefined) throw new Refusal('unsigned');
  return value;
}

function verified(value: unknown, identity: AdmissionIdentity, trust: Trust): VerifiedAdmission {
  const decoded = decodeBundle(value);
  if (decoded.keyid !== undefined) throw new Refusal('signer');
  const signer = verifyBundle(decoded, trust.verifierFor(noKeys));
  const { commit, runUri } = demandIdentity(signer, identity);
  const { predicateType, subjects, predicate } = parseStatement(decoded.payload);
  const isSummary = predicateType === summaryPredicate;
  if (!isSummary && predicateType !== ingestionPredicate) throw new Refusal('predicate', undefined, predicateType);
  if (at(JSON.parse(Buffer.from(decoded.payload).toString('utf8')), '_type') !== statementType) {
    throw new Refusal('statement');
  }
  const workflow = workflowUri(identity);
  const source = commitUri(identity.repository, commit);
  if (isSummary) demandSummary(predicate, workflow, source);
  else demandIngestion(predicate, workflow, source);
  return {
    ...{ state: 'verified', kind: isSummary ? 'summary' : 'ingestion', predicate, commit, signedAt: signedAt(decoded) },
    subjects: subjectsOf(subjects, isSummary),
    ...(runUri === undefined ? {} : { runUri }),
  };
}

const workflowUri = ({ repository, workflow, ref }: AdmissionIdentity): string => `${repository}/${workflow}@${ref}`;

function demandEqual(check: AdmissionCheck, expected: string, found: unknown): void {
  if (found !== expected) throw new Refusal(check, expected, asText(found));
}

/** Every part from the certificate, never from the statement. A reusable workflow is another signer, so it does not count. */
function demandIdentity(signer: Signer, identity: AdmissionIdentity) {
  const { subject, text } = readExtensions(signer);
  const workflow = workflowUri(identity);
  demandEqual('issuer', identity.issuer ?? publicGitHub, text(8));
  demandEqual('repository-id', identity.repositoryId, text(15));
  demandEqual('owner-id', identity.ownerId, text(17));
  demandEqual('repository', identity.repository, text(12));
  demandEqual('ref', identity.ref, text(14));
  demandEqual('workflow', workflow, subject);
  demandEqual('workflow', workflow, text(9));
  demandEqual('workflow', workflow, text(18));
  if (!triggers.includes(text(20))) throw new Refusal('trigger', triggers.join(' or '), text(20));
  demandEqual('runner', 'github-hosted', text(11));
  const commit = text(13);
  if (commit === undefined) throw new Refusal('commit');
  return { commit, runUri: text(21) };
}

function demandSummary(predicate: JsonObject, workflow: string, source: string): void {
  demandEqual('verifier', workflow, at(predicate, 'verifier', 'id'));
  demandEqual('commit', source, predicate.resourceUri);
  demandEqual('not-admitted', 'PASSED', predicate.verificationResult);
}

function demandIngestion(predicate: JsonObject, workflow: string, source: string): void {
  demandEqual('verifier', workflow, at(predicate, 'ingestionPlatform', 'id'));
  const path = asText(at(predicate, 'ingestion', 'path'));
  if (path?.startsWith(`${source}#`) !== true) throw new Refusal('commit', source, path);
  const evaluations = asList(predicate.policyEvaluations) ?? [];
  if (evaluations.length === 0) throw new Refusal('predicate');
  for (const one of evaluations) demandEqual('not-admitted', 'allow', at(one, 'result'));
  for (const field of ['integrity', 'publisherSignature']) {
    if (at(predicate, field, 'result') === 'failed') throw new Refusal('not-admitted', undefined, 'failed');
  }
}

/** A summary is about all that came in, the other about one. */
function subjectsOf(subjects: readonly unknown[], isSummary: boolean): VerifiedAdmission['subjects'] {
  if (subjects.length === 0 || (!isSummary && subjects.length !== 1)) throw new Refusal('subject-count');
  return subjects.map((subject) => {
    const name = asText(at(subject, 'name'));
    const sha512 = asText(at(subject, 'digest', 'sha512'));
    if (asObject(subject) === undefined || name === undefined) throw new Refusal('subject-name');
    if (sha512 === undefined || !/^[0-9a-f]{128}$/.test(sha512)) throw new Refusal('subject-digest');
    return { name, sha512 };
  });
}
