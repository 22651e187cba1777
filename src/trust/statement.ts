import { CheckFailure, demandEqual } from './checks.ts';
import { asList, asObject, asText, at, type JsonObject } from './json.ts';

/** An in-toto statement's parts (https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md). */
export interface Statement {
  readonly predicateType: string;
  readonly subjects: readonly unknown[];
  readonly predicate: JsonObject;
}

/** What an attestation is for, by its predicate type. */
export type AttestationKind = 'provenance' | 'publish' | 'other';

const statementTypes: readonly unknown[] = ['https://in-toto.io/Statement/v0.1', 'https://in-toto.io/Statement/v1'];

const kinds: Readonly<Record<string, AttestationKind>> = {
  'https://slsa.dev/provenance/v0.2': 'provenance',
  'https://slsa.dev/provenance/v1': 'provenance',
  'https://github.com/npm/attestation/tree/main/specs/publish/v0.1': 'publish',
};

/** The kind of a predicate type; `other` for what is neither provenance in a version that is read here nor npm's publish attestation. */
export function kindOf(predicateType: unknown): AttestationKind {
  return typeof predicateType === 'string' && Object.hasOwn(kinds, predicateType)
    ? (kinds[predicateType] ?? 'other')
    : 'other';
}

/** @throws CheckFailure `statement` where the payload is no in-toto statement in JSON and UTF-8. */
export function parseStatement(payload: Uint8Array): Statement {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  } catch {
    throw new CheckFailure('statement');
  }
  const predicateType = asText(at(value, 'predicateType'));
  const subjects = asList(at(value, 'subject'));
  const predicate = asObject(at(value, 'predicate'));
  if (predicateType === undefined || subjects === undefined || predicate === undefined) {
    throw new CheckFailure('statement');
  }
  if (!statementTypes.includes(at(value, '_type'))) throw new CheckFailure('statement');
  return { predicateType, subjects, predicate };
}

/**
 * Holds the statement against one package version and its bytes.
 * @param sha512 the expected digest in lower-case hex
 * @throws CheckFailure `subject-count`, `subject-name` or `subject-digest`.
 */
export function demandSubject(statement: Statement, purl: string, sha512: string): void {
  if (statement.subjects.length !== 1) {
    throw new CheckFailure('subject-count', { expected: '1', found: String(statement.subjects.length) });
  }
  const [subject] = statement.subjects;
  demandEqual('subject-name', purl, asText(at(subject, 'name')));
  demandEqual('subject-digest', sha512, asText(at(subject, 'digest', 'sha512')));
}

/**
 * npm's publish predicate repeats name and version (https://github.com/npm/attestation, specs/publish/v0.1).
 * @returns the registry that it names. Third-party text.
 * @throws CheckFailure `publish-predicate` where it names another package or version.
 */
export function demandPublish(statement: Statement, name: string, version: string): string | undefined {
  demandEqual('publish-predicate', name, asText(statement.predicate.name));
  demandEqual('publish-predicate', version, asText(statement.predicate.version));
  return asText(statement.predicate.registry);
}
