import { beforeAll, describe, expect, jest, test } from '@jest/globals';

import { verifyAttestations } from '../../src/trust/attestation.ts';
import { embeddedRegistryKeys } from '../../src/trust/registry-keys.ts';
import { embeddedTrust } from '../../src/trust/trust-material.ts';
import { recordedEvidence } from '../support/corpus.ts';
import { isLong, sampled } from '../support/effort.ts';

/**
 * Every node of real documents is changed in many ways: none may still verify, but for what no signature covers, which is
 * named here, with why that is harmless.
 */
const uncovered: Readonly<Record<string, string>> = {
  signedAccessSignatureUrl: 'not part of a bundle, not read',
  'bundle.mediaType': 'one known version for another that the bundle satisfies as well',
  'bundle.verificationMaterial.x509CertificateChain.certificates': 'certificates after the signer’s are never used',
  'bundle.verificationMaterial.x509CertificateChain.certificates.N': 'certificates after the signer’s are never used',
  'bundle.verificationMaterial.x509CertificateChain.certificates.N.rawBytes':
    'certificates after the signer’s are never used',
  'bundle.verificationMaterial.tlogEntries.N.inclusionProof':
    'null, left out: a v0.1 bundle has a promise in its place',
  'bundle.verificationMaterial.tlogEntries.N.inclusionProof.rootHash':
    'repeats the signed checkpoint, which is what counts',
  'bundle.verificationMaterial.tlogEntries.N.inclusionProof.treeSize':
    'repeats the signed checkpoint, which is what counts',
  'bundle.verificationMaterial.tlogEntries.N.inclusionProof.checkpoint.envelope': 'lines after the log’s own signature',
  'bundle.verificationMaterial.timestampVerificationData': 'none there, in another spelling',
  'bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps': 'none there, in another spelling',
  'bundle.dsseEnvelope.signatures.N.keyid': 'none there, in another spelling',
};

type Path = readonly (string | number)[];
type Node = Record<string | number, unknown>;
interface Attested {
  readonly id: string;
  readonly package: string;
  readonly version: string;
  readonly integrity: string;
  readonly file: string;
  readonly entries: readonly Node[];
}

const ids = [
  'npm-cli/sigstore-1.0.0',
  'npm-cli/tuf-js-1.0.0',
  'provenance-action/nuxt-3.13.0',
  'provenance-action/nuxt-4.1.2',
];
/** The oldest form and the newest; the others are there to be swapped with them. Each takes seconds of CPU. */
const changedIds = ['npm-cli/sigstore-1.0.0', 'provenance-action/nuxt-4.1.2'];
jest.setTimeout(600_000);
/** Usually each seventh change is tried, all of them where the run may take long. */
const step = 7;
let documents: readonly Attested[] = [];

beforeAll(() => {
  const textOf = recordedEvidence();
  const parse = (file: string): unknown => JSON.parse(textOf(file));
  const manifest = parse('manifest.json') as readonly Attested[];
  documents = manifest
    .filter(({ id }) => ids.includes(id))
    .map((one) => ({ ...one, entries: (parse(one.file) as { attestations: readonly Node[] }).attestations }));
});

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
const nameOf = (path: Path) => path.map((step) => (/^\d+$/.test(String(step)) ? 'N' : step)).join('.');

function* nodesOf(value: unknown, path: Path = []): Generator<readonly [Path, unknown]> {
  if (path.length > 0) yield [path, value];
  if (isNode(value)) for (const [name, part] of Object.entries(value)) yield* nodesOf(part, [...path, name]);
}

const get = (value: unknown, path: Path) =>
  path.reduce<unknown>((here, step) => (isNode(here) ? here[step] : undefined), value);

/** A copy with the value at the path replaced; removed where it is undefined. */
function changed(entry: Node, path: Path, value: unknown): Node {
  const copy = structuredClone(entry);
  const parent = get(copy, path.slice(0, -1)) as Node;
  const last = path.at(-1) ?? '';
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}

/** What is verified of one entry, or undefined. */
function outcomeOf({ package: name, version, integrity }: Attested, entry: unknown): unknown {
  const document = { attestations: [entry] };
  const registryKeys = embeddedRegistryKeys();
  const judged = verifyAttestations({ document, name, version, integrity, trust: embeddedTrust, registryKeys });
  const [outcome] = judged.attestations;
  expect(outcome).toBeDefined();
  return outcome?.state === 'verified' ? outcome : undefined;
}
const isVerified = (one: Attested, entry: unknown) => outcomeOf(one, entry) !== undefined;

const other = (letter: string | undefined) =>
  letter === 'A' ? 'B' : letter === '1' ? '2' : letter !== undefined && /\d/.test(letter) ? '1' : 'A';
const flipped = (text: string, at: number) => text.slice(0, at) + other(text[at]) + text.slice(at + 1);

/** The same place in another package's attestation by the same kind of signer. */
function swapsFor(one: Attested, entry: Node, path: Path): readonly unknown[] {
  const keyed = (candidate: unknown) => get(candidate, ['bundle', 'verificationMaterial', 'publicKey']) !== undefined;
  return documents
    .filter((document) => document !== one)
    .flatMap(({ entries }) => entries.filter((candidate) => keyed(candidate) === keyed(entry)))
    .map((candidate) => get(candidate, path))
    .filter((value) => value !== undefined);
}

function changesOf(one: Attested, entry: Node, path: Path, value: unknown): readonly unknown[] {
  const letters = typeof value === 'string' && value !== '' ? [0, value.length >> 1, value.length - 1] : [];
  const kinds = [undefined, null, '', 7, {}, [value]];
  const flips = letters.map((at) => flipped(String(value), at));
  const doubled: unknown[] =
    Array.isArray(value) && value.length > 0 ? [value.flatMap((part: unknown) => [part, part])] : [];
  const same = JSON.stringify(value);
  const longer = typeof value === 'string' ? [`${value} `] : [];
  return [...kinds, ...flips, ...longer, ...doubled, ...swapsFor(one, entry, path)].filter(
    (change) => JSON.stringify(change) !== same,
  );
}

const accepted = new Set<string>();

describe('a changed attestation', () => {
  test.each(changedIds)('of %s verifies only where no signature covers the change', (id) => {
    const one = documents.find((document) => document.id === id);
    if (one === undefined) throw new Error('the document is missing');
    let tried = 0;
    for (const entry of one.entries) {
      const honest = outcomeOf(one, entry);
      expect(honest).toBeDefined();
      const changes = [...nodesOf(entry)].flatMap(([path, value]) =>
        changesOf(one, entry, path, value).map((change) => ({ path, change })),
      );
      for (const { path, change } of sampled(changes, step, ({ path }) => Object.hasOwn(uncovered, nameOf(path)))) {
        tried += 1;
        const outcome = outcomeOf(one, changed(entry, path, change));
        if (outcome === undefined) continue;
        expect(outcome).toEqual(honest);
        accepted.add(nameOf(path));
      }
    }
    expect(tried).toBeGreaterThan(isLong ? 500 : 150);
    expect([...accepted].filter((name) => !Object.hasOwn(uncovered, name))).toEqual([]);
  });

  test('the list of what no signature covers holds nothing else', () => {
    expect(Object.keys(uncovered).filter((name) => !accepted.has(name))).toEqual([]);
  });

  test('fields that no schema knows are not read', () => {
    for (const one of documents) {
      for (const entry of one.entries) {
        const honest = outcomeOf(one, entry);
        const nodes = [...nodesOf(entry)].filter(([, value]) => isNode(value) && !Array.isArray(value));
        for (const [path, value] of sampled(nodes, step)) {
          if (!isNode(value)) continue;
          expect(outcomeOf(one, changed(entry, path, { ...value, unknown: 'x' }))).toEqual(honest);
        }
      }
    }
  });

  test.each(changedIds)('of %s: no leaf of the signed statement can change', (id) => {
    const one = documents.find((document) => document.id === id);
    if (one === undefined) throw new Error('the document is missing');
    const at = ['bundle', 'dsseEnvelope', 'payload'];
    for (const entry of one.entries) {
      const statement = JSON.parse(Buffer.from(String(get(entry, at)), 'base64').toString('utf8')) as Node;
      const changes = [...nodesOf(statement)].flatMap(([path]) =>
        [undefined, 'x', { x: 1 }].map((change) => ({ path, change })),
      );
      for (const { path, change } of sampled(changes, step)) {
        const payload = Buffer.from(JSON.stringify(changed(statement, path, change))).toString('base64');
        expect([nameOf(path), isVerified(one, changed(entry, at, payload))]).toEqual([nameOf(path), false]);
      }
    }
  });

  test('no byte of a signer’s certificate, of a log entry, of its promise or of the signature can change', () => {
    const one = documents.find(({ id }) => id === 'provenance-action/nuxt-4.1.2');
    const entry = one?.entries.find(
      (candidate) => get(candidate, ['bundle', 'verificationMaterial', 'certificate']) !== undefined,
    );
    if (one === undefined || entry === undefined) throw new Error('the document is missing');
    const material = ['bundle', 'verificationMaterial'];
    const blobs = [
      [...material, 'certificate', 'rawBytes'],
      [...material, 'tlogEntries', 0, 'canonicalizedBody'],
      [...material, 'tlogEntries', 0, 'inclusionPromise', 'signedEntryTimestamp'],
      [...material, 'tlogEntries', 0, 'logId', 'keyId'],
      ['bundle', 'dsseEnvelope', 'signatures', 0, 'sig'],
    ];
    for (const path of blobs) {
      const bytes = Buffer.from(String(get(entry, path)), 'base64');
      const stride = Math.max(1, Math.floor(bytes.length / (isLong ? 60 : 12)));
      const accepted = [];
      for (let offset = 0; offset < bytes.length; offset += stride) {
        const copy = Buffer.from(bytes);
        copy.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
        if (isVerified(one, changed(entry, path, copy.toString('base64')))) accepted.push(offset);
      }
      expect([nameOf(path), accepted]).toEqual([nameOf(path), []]);
    }
  });
});
