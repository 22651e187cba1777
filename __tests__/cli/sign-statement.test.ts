import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { signStatement, type ToSign } from '../../src/cli/sign-statement.ts';
import { statementLines } from '../../src/cli/statement-lines.ts';
import { statementOf } from '../../src/decisions/ledger/record.ts';
import type { ApprovalRecord } from '../../src/model/index.ts';
import { skKey, skSign, type SkSigning, softwareSignature } from '../support/sk-key.ts';

const key = skKey('ed25519');
const record: ApprovalRecord = {
  decision: 'approve',
  about: {
    ...{ v: 1, purl: 'pkg:npm/sharpish@2.1.0', sha512: 'ab'.repeat(64), registry: 'https://registry.example/' },
    ...{ repositoryId: 7, use: ['prod'], profile: [], facts: { cooldown: { after: { publishedAt: '2026-11-30' } } } },
  },
  by: [
    {
      ...{ id: 20, login: 'ann', authenticated: 'security-key', comment: null, codes: ['cooldown/too-young'] },
      ...{ reason: 'Read it.\u001b[2K\u202e Really.', at: '2026-12-01T10:00:00.000Z' },
    },
  ],
  ...{ pull: 12, policy: 'sha256:0', issuedAt: '2026-12-01T10:00:00.000Z', expiresAt: '2027-05-30T10:00:00.000Z' },
};
const statement = statementOf(record);

let folder: string;
let shown: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockgate-sign-'));
  mkdirSync(join(folder, 'bin'));
  shown = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the place of `ssh-keygen` that notes how it was called. */
function program(answer: string, { status = 0, says = '' } = {}): void {
  writeFileSync(join(folder, 'answer'), answer);
  writeFileSync(join(folder, 'says'), says);
  const path = join(folder, 'bin', 'ssh-keygen');
  const lines = [
    '#!/bin/sh',
    `cd '${folder}'`,
    `printf '%s\\n' "$@" > args`,
    'cat > stdin',
    'cat says >&2',
    'cat answer',
  ];
  writeFileSync(path, [...lines, `exit ${status}`, ''].join('\n'));
  chmodSync(path, 0o755);
}

const sign = (more: Partial<ToSign> = {}) =>
  signStatement({
    ...{
      statement,
      lines: ['Approves sharpish@2.1.0'],
      keyFile: join(folder, 'id_sk'),
      show: (line) => shown.push(line),
    },
    ...{
      keys: [{ id: 20, key: key.line }],
      hasTerminal: true,
      env: { PATH: [join(folder, 'bin'), '/usr/bin', '/bin'].join(delimiter) },
    },
    ...more,
  });
const good = (signing?: SkSigning) => skSign(key, statement, signing);

describe('signing a statement', () => {
  test('gives its bytes to ssh-keygen, and the signature back with whose it is', async () => {
    program(good(), { says: 'Confirm user presence for key\n' });
    const signed = await sign();
    expect(signed).toEqual({ id: 20, fingerprint: expect.stringMatching(/^SHA256:/), sshsig: good() });
    const args = readFileSync(join(folder, 'args'), 'utf8').trim().split('\n');
    expect(args).toEqual(['-Y', 'sign', '-n', 'lockgate-decision@v1', '-f', join(folder, 'id_sk')]);
    expect(readFileSync(join(folder, 'stdin'))).toEqual(Buffer.from(statement));
    expect(shown).toContain('ssh-keygen: Confirm user presence for key');
  });

  test('shows all of it before, with nothing hidden', async () => {
    program(good());
    await sign({ lines: ['Approves sharpish@2.1.0\u001b[8m'] });
    expect(shown[0]).toBe('Approves sharpish@2.1.0\\u{1B}[8m');
    expect(shown).toContain('  predicate.decision.about.facts.cooldown.after.publishedAt: "2026-11-30"');
    expect(shown).toContain('  predicate.by[0].codes[0]: "cooldown/too-young"');
    expect(shown).toContain('  predicate.pull: 12');
    expect(shown).toContain(`  subject[0].digest.sha512: "${'ab'.repeat(64)}"`);
    expect(shown.find((line) => line.includes('Really'))).toBe(
      '  predicate.by[0].reason: "Read it.\\u001b[2K\\u{202E} Really."',
    );
    expect(shown.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test('starts nothing without a terminal: the statement would be taken for a PIN', async () => {
    program(good());
    await expect(sign({ hasTerminal: false })).rejects.toMatchObject({
      message: 'nothing was signed: ssh-keygen asks for the PIN on a terminal; run it in one',
    });
    expect(readdirSync(folder)).not.toContain('args');
  });

  test('reads an answer with the line ends of Windows', async () => {
    program(good().replaceAll('\n', '\r\n'));
    expect((await sign()).sshsig).toBe(good());
  });

  test('takes a file whose name looks like an option or a command for a file', async () => {
    program(good());
    await sign({ keyFile: '-Ksign; touch x' });
    expect(readFileSync(join(folder, 'args'), 'utf8')).toMatch(/^-f\n\/.*\/-Ksign; touch x\n$/m);
  });

  test.each<[string, () => string, RegExp]>([
    ['without a touch', () => good({ flags: 4 }), /the signature would not count\. Nobody touched the security key/],
    [
      'without verification',
      () => good({ flags: 1 }),
      /did not verify who touched it \(PIN or finger\).*-O verify-required/,
    ],
    ['by software', () => softwareSignature(Buffer.from(statement).toString()).sshsig, /not made by a security key/],
    ['by a key of nobody', () => skSign(skKey('p256'), statement), /add the key to `approvals\.keys` first/],
    ['of other bytes', () => skSign(key, 'other'), /not a signature of these bytes/],
    ['that is none', () => 'Signed.\n', /no SSH signature/],
  ])('refuses one %s', async (_, answer, message) => {
    program(answer());
    await expect(sign()).rejects.toMatchObject({ code: 'usage', message: expect.stringMatching(message) });
  });

  test('refuses one of somebody else than who is to sign', async () => {
    program(good());
    await expect(sign({ id: 21 })).rejects.toMatchObject({ message: expect.stringMatching(/for another account/) });
  });

  test('says in one line why ssh-keygen failed', async () => {
    program('', { status: 255, says: 'Signing data on standard input\n\u001b[31mdevice not found\n' });
    await expect(sign()).rejects.toMatchObject({
      code: 'usage',
      message: `nothing was signed: ssh-keygen failed (\\u{1B}[31mdevice not found); check that ${join(folder, 'id_sk')} is the file of your security key, and that the key is plugged in`,
    });
  });

  test('ends where the answer does not', async () => {
    program('A'.repeat(100_000));
    await expect(sign()).rejects.toMatchObject({ code: 'usage' });
  });

  test('says what to install where there is no ssh-keygen, or one that cannot be run', async () => {
    await expect(sign({ env: { PATH: join(folder, 'bin') } })).rejects.toMatchObject({
      message: 'nothing was signed: ssh-keygen was not found; install OpenSSH 8.2 or later',
    });
    writeFileSync(join(folder, 'bin', 'ssh-keygen'), '', { mode: 0o644 });
    await expect(sign({ env: { PATH: join(folder, 'bin') } })).rejects.toMatchObject({
      message: expect.stringMatching(/cannot be started \(EACCES\)/),
    });
  });

  test.each([
    ['a key twice', '{"a":1,"a":2}'],
    ['a number that is rounded', '{"a":12345678901234567890}'],
    ['space', '{"a": 1}'],
    ['no JSON', 'a'],
    ['a byte order mark', '\uFEFF{"a":1}'],
  ])('does not ask for one of bytes that say more than can be shown: %s', async (_, text) => {
    program(good());
    await expect(sign({ statement: Buffer.from(text) })).rejects.toMatchObject({
      message: expect.stringMatching(/not written as a record is/),
    });
    expect(shown).toEqual([]);
  });
});

test('the lines of a statement cannot be imitated by its keys and texts', () => {
  const lines = statementLines(Buffer.from('{"a":{"":[],"b.c: 1\\nd":"x\\ny: 1","e":[1,{}]}}'));
  expect(lines).toEqual(['a[""]: []', 'a["b.c: 1\\nd"]: "x\\ny: 1"', 'a.e[0]: 1', 'a.e[1]: {}']);
});
