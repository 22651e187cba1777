import { describe, expect, it } from '@jest/globals';

import { packageStem } from '../../src/decisions/ledger/names.ts';
import { LEDGER, readName } from '../../src/text/record-name.ts';
import { readRecord, statementOf, writeRecord } from '../../src/decisions/ledger/record.ts';
import type { ApprovalRecord, DecisionRecord, PackagePreimage, RecordedPerson } from '../../src/model/index.ts';

const ann: RecordedPerson = {
  ...{ id: 20, login: 'ann', authenticated: 'comment', comment: '2419077311' },
  ...{ codes: ['cooldown/too-young'], reason: 'Read it: “fine”.', at: '2026-12-01T10:00:00.000Z' },
};
const about: PackagePreimage = {
  ...{ v: 1, purl: 'pkg:npm/%40acme/sharpish@2.1.0', sha512: 'ab'.repeat(64), registry: 'https://registry.example/' },
  ...{ repositoryId: 7, use: ['prod'], profile: [], facts: { cooldown: { after: { publishedAt: '2026-11-30' } } } },
};
const said = { by: [ann], pull: 12, policy: 'p'.repeat(64), issuedAt: ann.at } as const;
const approval: ApprovalRecord = { decision: 'approve', about, ...said, expiresAt: '2027-05-30T10:00:00.000Z' };

const all: Readonly<Record<string, DecisionRecord>> = {
  approval,
  file: {
    decision: 'approve-file',
    about: {
      ...{ v: 1, repositoryId: 7, path: '.npmrc', mode: null, sha256: null, rule: 'gate-config' },
      codes: ['setting-changed'],
    },
    ...said,
    expiresAt: '2027-05-30T10:00:00.000Z',
  },
  denial: {
    decision: 'deny',
    about: { repositoryId: 7, purl: about.purl, sha512: about.sha512 },
    ...said,
    expiresAt: null,
  },
  revocation: {
    decision: 'revoke',
    about: { repositoryId: 7, record: 'cd'.repeat(32), file: `${'0'.repeat(32)}-approve-1.json` },
    ...said,
    expiresAt: null,
  },
};

const write = (record: DecisionRecord) => {
  const file = writeRecord(record);
  if (file === undefined) throw new Error('no digest');
  return file;
};

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('records of decisions', () => {
  it.each(Object.entries(all))('reads what it wrote: %s', (_, record) => {
    const { path, bytes } = write(record);
    expect(readRecord(path, bytes)).toMatchObject({ path, record, signatures: [] });
  });

  it('names a record by its artifact, its decision and its comment', () => {
    const { path } = write(approval);
    expect(path).toBe(`${LEDGER}${packageStem(about)}-approve-2419077311.json`);
    expect(readName(path)).toEqual({ stem: packageStem(about), decision: 'approve', id: '2419077311' });
  });

  it('names a record without a comment by its statement', () => {
    const { path } = write({ ...approval, by: [{ ...ann, comment: null, authenticated: 'claim' }] });
    expect(path).toMatch(/-approve-s[0-9a-f]{32}\.json$/);
  });

  it('writes an in-toto Statement about the bytes', () => {
    expect(JSON.parse(text(statementOf(approval)))).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: about.purl, digest: { sha512: about.sha512 } }],
    });
  });

  it.each([
    ['another name', (path: string) => path.replace('2419077311', '2419077312')],
    ['another folder', (path: string) => path.replace(LEDGER, `${LEDGER}sub/`)],
    ['a denial’s name', (path: string) => path.replace('-approve-', '-deny-')],
  ])('refuses a record under %s', (_, rename) => {
    const { path, bytes } = write(approval);
    expect(readRecord(rename(path), bytes)).toBe('misnamed');
  });

  it.each([
    ['a space', (written: string) => written.replace('{', '{ ')],
    ['no line feed', (written: string) => written.trimEnd()],
    ['a member twice', (written: string) => written.replace('{', '{"signatures":[],')],
    ['an unknown member', (written: string) => written.replace('{', '{"note":1,')],
    ['other base64', (written: string) => written.replace('"statement":"', '"statement":" ')],
  ])('refuses a record with %s', (_, change) => {
    const { path, bytes } = write(approval);
    const changed = change(text(bytes));
    expect(changed).not.toBe(text(bytes));
    expect(readRecord(path, new TextEncoder().encode(changed))).toBe('not-a-record');
  });

  it.each([
    ['another subject', { subject: [{ name: 'pkg:npm/other@1.0.0', digest: { sha512: about.sha512 } }] }],
    ['two subjects', { subject: [1, 2].map(() => ({ name: about.purl, digest: { sha512: about.sha512 } })) }],
    ['another kind of statement', { predicateType: 'urn:lockgate:decision:v2' }],
  ])('refuses a statement with %s', (_, change) => {
    const { path } = write(approval);
    const statement = { ...(JSON.parse(text(statementOf(approval))) as object), ...change };
    const sorted = JSON.stringify(Object.fromEntries(Object.entries(statement).sort(([a], [b]) => (a < b ? -1 : 1))));
    const file = `${JSON.stringify({ signatures: [], statement: Buffer.from(sorted).toString('base64') })}\n`;
    expect(readRecord(path, new TextEncoder().encode(file))).toBe('not-a-record');
  });

  it('refuses what is no JSON, no UTF-8, or too large', () => {
    const { path } = write(approval);
    expect(readRecord(path, new TextEncoder().encode('{'))).toBe('not-json');
    expect(readRecord(path, Uint8Array.of(0x22, 0xff, 0x22))).toBe('not-json');
    expect(readRecord(path, new Uint8Array(1_000_001))).toBe('too-large');
  });
});
