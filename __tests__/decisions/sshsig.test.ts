import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { verifySshsig } from '../../src/decisions/keys/verify-sshsig.ts';
import { mayDecideOwn, whoSigned } from '../../src/decisions/keys/who-signed.ts';
import { readMpint } from '../../src/text/ssh-wire.ts';
import { verifiesCurve } from '../../src/trust/security-key.ts';
import { runs } from '../support/effort.ts';
import { armoured, asMpint, skKey, skSign, skSignature, type SkSigning, softwareSignature } from '../support/sk-key.ts';

const message = Buffer.from('{"_type":"https://in-toto.io/Statement/v1"}');
const [ed25519, p256, other] = [skKey('ed25519'), skKey('p256'), skKey('ed25519')];
const keys = [
  { id: 1, key: ed25519.line },
  { id: 1, key: p256.line },
  { id: 2, key: other.line },
];
const verified = (sshsig: string, bytes: Uint8Array = message, id: number | null = 1, listed = keys) =>
  verifySshsig({ sshsig, ...(id === null ? {} : { id }), message: bytes, keys: listed, verifies: verifiesCurve });
const problem = (sshsig: string, listed = keys) => {
  const answer = verified(sshsig, message, 1, listed);
  return 'ok' in answer ? 'ok' : answer.code;
};
const order = { ed25519: 2n ** 252n + 27742317777372353535851937790883648493n };
const groupOfP256 = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const toBytes = (number: bigint) => Buffer.from(number.toString(16).padStart(64, '0'), 'hex');
const fromBytes = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const backwards = (bytes: Uint8Array) => Buffer.from(bytes).reverse();

describe.each([
  ['ed25519', ed25519],
  ['p256', p256],
] as const)('a signature by a security key, %s,', (_, key) => {
  test('that was touched and verified who did is that of its person', () => {
    const answer = verified(skSign(key, message));
    expect(answer).toEqual({ ok: { id: 1, fingerprint: expect.stringMatching(/^SHA256:[A-Za-z0-9+/]{43}$/) } });
    expect(verified(skSign(key, message), message, null)).toEqual(answer);
  });

  test.each<[string, SkSigning, string]>([
    ['without a touch', { flags: 0x04 }, 'not-touched'],
    ['without verification', { flags: 0x01 }, 'not-verified'],
    ['without either', { flags: 0 }, 'not-touched'],
    ['of a key that is kept in several places', { flags: 0x1d }, 'other-flags'],
    ['with more data than is signed', { flags: 0x85 }, 'other-flags'],
    ['for another purpose', { namespace: 'git' }, 'other-namespace'],
    ['for every purpose', { namespace: '*' }, 'other-namespace'],
    ['for a purpose that begins like it', { namespace: 'lockgate-decision@v1\0' }, 'other-namespace'],
    ['over SHA-256', { algorithm: 'sha256' }, 'other-hash'],
    ['of another version', { version: 2 }, 'other-version'],
    ['with something reserved', { reserved: 'x' }, 'reserved'],
    ['for another application', { application: 'ssh:' }, 'wrong'],
    ['that names another type', { type: 'ssh-ed25519' }, 'signature-other-type'],
    ['of a browser', { type: 'webauthn-sk-ecdsa-sha2-nistp256@openssh.com' }, 'signature-other-type'],
    ['with bytes behind it', { trailing: { all: 'x' } }, 'no-signature'],
    ['with bytes behind the counter', { trailing: { blob: 'x' } }, 'signature-malformed'],
    ["with bytes behind the curve's part", { trailing: { curve: 'x' } }, 'signature-malformed'],
    ['that says another key', { publicKey: other.blob }, 'key-of-another'],
  ])('%s does not count', (_title, signing, code) => {
    expect(problem(skSign(key, message, signing))).toBe(code);
  });

  test('by a key of another application does not count, though the policy had it', () => {
    const foreign = skKey(key.sk, { application: 'ssh:' });
    const sshsig = skSign(foreign, message, { application: 'ssh:' });
    expect(problem(sshsig, [{ id: 1, key: foreign.line }])).toBe('key-other-application');
  });

  test('by a certificate or a key with bytes behind it does not count', () => {
    const type = `${key.sk === 'p256' ? 'sk-ecdsa-sha2-nistp256' : 'sk-ssh-ed25519'}-cert-v01@openssh.com`;
    const certified = skKey(key.sk, { type });
    expect(problem(skSign(certified, message), [{ id: 1, key: certified.line }])).toBe('key-certificate');
    const publicKey = Buffer.concat([key.blob, Buffer.of(0)]);
    expect(problem(skSign(key, message, { publicKey }))).toBe('key-malformed');
    expect(problem(skSign(key, message, { publicKey: key.blob.subarray(0, -1) }))).toBe('key-malformed');
  });

  test('by a key that is not listed, or for another person, does not count', () => {
    expect(problem(skSign(skKey(key.sk), message))).toBe('key-not-listed');
    expect(problem(skSign(key, message), [{ id: 2, key: key.line }])).toBe('key-of-another');
  });

  test('over other bytes does not count', () => {
    expect(verified(skSign(key, 'other'))).toMatchObject({ code: 'wrong', why: expect.stringMatching(/these bytes/) });
  });

  test('is nothing where any byte of it, or of the message, is another', () => {
    const signature = skSignature(key, message);
    const isRefused = (bytes: Uint8Array, of: Uint8Array = message) => !('ok' in verified(armoured(bytes), of));
    for (let at = 0; at < signature.length; at++) {
      const flipped = Buffer.from(signature);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      // The counter is signed too; nothing of a signature is free.
      expect([at, isRefused(flipped)]).toEqual([at, true]);
      expect([at, isRefused(signature.subarray(0, at))]).toEqual([at, true]);
    }
    fc.assert(
      fc.property(fc.nat(message.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const flipped = Buffer.from(message);
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        return isRefused(signature, flipped);
      }),
      runs(20, 500),
    );
  });

  test.each<[string, (text: string) => string]>([
    ['without its last line feed', (text) => text.slice(0, -1)],
    ['with carriage returns', (text) => text.replaceAll('\n', '\r\n')],
    ['with something before it', (text) => `x\n${text}`],
    ['with something behind it', (text) => `${text}x`],
    ['twice', (text) => text + text],
    ['in other lines', (text) => text.replace(/([A-Za-z0-9+/])\n([A-Za-z0-9+/])/, '\n$1$2')],
    ['without padding', (text) => text.replace(/=+\n/, '\n').replace(/([A-Za-z0-9+/])\n-----END/, '\n$1\n-----END')],
    ['that is empty', () => armoured(Buffer.alloc(0))],
    ['that is no text of ours', () => ''],
  ])('%s is not read', (_title, change) => {
    expect(problem(change(skSign(key, message)))).toBe('no-signature');
  });
});

describe('a signature', () => {
  test('by a key that software keeps does not count, whoever is said to have it', () => {
    const { line, sshsig } = softwareSignature(message.toString());
    expect(problem(sshsig, [{ id: 1, key: line }])).toBe('key-other-type');
  });

  test('by a key that software keeps and calls a security key counts only where the policy lists it: the line is believed', () => {
    const made = skKey('ed25519');
    expect(problem(skSign(made, message))).toBe('key-not-listed');
    expect(problem(skSign(made, message), [{ id: 1, key: made.line }])).toBe('ok');
  });

  test('on edwards25519 whose S is not below the order does not count: a second signature would follow from each', () => {
    const halves = (both: Buffer) => {
      const s = fromBytes(backwards(both.subarray(32))) + order.ed25519;
      return Buffer.concat([both.subarray(0, 32), backwards(toBytes(s))]);
    };
    expect(problem(skSign(ed25519, message, { halves }))).toBe('signature-malformed');
  });

  test.each<[string, (half: Buffer) => Buffer]>([
    ['zero', () => Buffer.alloc(32)],
    ['the order', () => toBytes(groupOfP256)],
    ['more than the order', () => toBytes(groupOfP256 + 1n)],
  ])('on P-256 whose r or s is %s does not count', (_, change) => {
    const [r, s] = [0, 32].map((start) => (both: Buffer) => {
      const changed = Buffer.from(both);
      change(both.subarray(start, start + 32)).copy(changed, start);
      return changed;
    });
    for (const halves of [r, s]) {
      expect(problem(skSign(p256, message, halves && { halves }))).toBe('signature-malformed');
    }
  });

  test('on P-256 counts with a high s: security keys make both', () => {
    const halves = (both: Buffer) =>
      Buffer.concat([both.subarray(0, 32), toBytes(groupOfP256 - fromBytes(both.subarray(32)))]);
    const answers = Array.from({ length: 4 }, () => [
      problem(skSign(p256, message)),
      problem(skSign(p256, message, { halves })),
    ]);
    expect(new Set(answers.flat())).toEqual(new Set(['ok']));
  });

  test.each<[string, (half: Buffer) => Buffer]>([
    ['a zero too many', (half) => Buffer.concat([Buffer.of(0), asMpint(half)])],
    ['no sign', (half) => Buffer.concat([Buffer.of(0x80), half.subarray(1)])],
    ['nothing', () => Buffer.alloc(0)],
    ['33 digits', (half) => Buffer.concat([Buffer.of(1), half])],
  ])('on P-256 whose numbers are written with %s does not count', (_, mpint) => {
    expect(problem(skSign(p256, message, { mpint }))).toBe('signature-malformed');
  });

  test('is read number by number in the one way that SSH writes them', () => {
    const refused = [[], [0], [0, 1], [0, 0, 128], [128], [255, 1], [1, 0, 0, 0, 0], [0, 128, 0, 0, 0, 0]];
    expect(refused.map((bytes) => readMpint(Uint8Array.from(bytes), 4))).toEqual(refused.map(() => undefined));
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 4, maxLength: 4 }), (bytes) => {
        const half = Buffer.from(bytes);
        const read = readMpint(asMpint(half), 4);
        return fromBytes(half) === 0n ? read === undefined : read !== undefined && half.equals(read);
      }),
      runs(200, 5000),
    );
  });
});

describe('who signed', () => {
  const approvals = { keys, ownChanges: 'security-key' } as const;
  const ofBoth = [
    { id: 1, sshsig: skSign(ed25519, message) },
    { id: 1, sshsig: skSign(p256, message) },
    { id: 2, sshsig: skSign(other, message) },
  ];

  test('is everybody once, however many keys they have', () => {
    const { people, refused } = whoSigned(message, ofBoth, approvals, verifiesCurve);
    expect([people.map(({ id }) => id), refused]).toEqual([[1, 2], []]);
  });

  test('is nobody whose key is said to be another person’s', () => {
    const sshsig = skSign(ed25519, message);
    const signed = whoSigned(
      message,
      [
        { id: 1, sshsig },
        { id: 2, sshsig },
      ],
      approvals,
      verifiesCurve,
    );
    expect(signed.people.map(({ id }) => id)).toEqual([1]);
    expect(signed.refused).toMatchObject([
      { id: 2, code: 'key-of-another', why: expect.stringMatching(/another account/) },
    ]);
  });

  test('may decide about their own only where the policy says so, and where it is they who signed', () => {
    const signed = whoSigned(message, ofBoth.slice(0, 1), approvals, verifiesCurve);
    expect([1, 2].map((id) => mayDecideOwn(id, signed, approvals))).toEqual([true, false]);
    expect(mayDecideOwn(1, signed, { ownChanges: 'never' })).toBe(false);
  });
});

/** Made once; `ssh-keygen -Y check-novalidate` said that they are good, and with these fingerprints. */
const recorded = [
  {
    fingerprint: 'SHA256:HoL7X6A1UV5UcuNmhV7KQqLVesIa/PIvukrcQVXKf2I',
    key: 'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAID6BUnFXQfwEnT88eoq755hUlLeYaBIJhD+8qAxpIRwJAAAADHNzaDpsb2NrZ2F0ZQ==',
    sshsig:
      '-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAAFIAAAAac2stc3NoLWVkMjU1MTlAb3BlbnNzaC5jb20AAAAgPoFScV\ndB/ASdPzx6irvnmFSUt5hoEgmEP7yoDGkhHAkAAAAMc3NoOmxvY2tnYXRlAAAAFGxvY2tn\nYXRlLWRlY2lzaW9uQHYxAAAAAAAAAAZzaGE1MTIAAABnAAAAGnNrLXNzaC1lZDI1NTE5QG\n9wZW5zc2guY29tAAAAQDSJyyYkJNBacfmDLXG8uQExwhCkQTMQSqO6dUpHdbolg3BGo9uT\nzuh6r3aABxgqSuhtZuMJG/9H8E3W9X+BAAsFAAAABw==\n-----END SSH SIGNATURE-----\n',
  },
  {
    fingerprint: 'SHA256:rk6SLxZZhXfzufxOZ8qDmgVPRguVLu1HVSQtoHG7aLQ',
    key: 'sk-ecdsa-sha2-nistp256@openssh.com AAAAInNrLWVjZHNhLXNoYTItbmlzdHAyNTZAb3BlbnNzaC5jb20AAAAIbmlzdHAyNTYAAABBBMskbzBwHaGO02S0ZnRxf+YeVHHOuAyaWZ05SU4teEKyUbDluWcAaxery9hPFHoL/kAsp8xknYUEey7l+ieIrxsAAAAMc3NoOmxvY2tnYXRl',
    sshsig:
      '-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAAIcAAAAic2stZWNkc2Etc2hhMi1uaXN0cDI1NkBvcGVuc3NoLmNvbQ\nAAAAhuaXN0cDI1NgAAAEEEyyRvMHAdoY7TZLRmdHF/5h5Ucc64DJpZnTlJTi14QrJRsOW5\nZwBrF6vL2E8Uegv+QCynzGSdhQR7LuX6J4ivGwAAAAxzc2g6bG9ja2dhdGUAAAAUbG9ja2\ndhdGUtZGVjaXNpb25AdjEAAAAAAAAABnNoYTUxMgAAAHcAAAAic2stZWNkc2Etc2hhMi1u\naXN0cDI1NkBvcGVuc3NoLmNvbQAAAEgAAAAgGLHA35f8OtoYJ5/7B/p/524ATnsnSS0gXw\ntqf6IKcLkAAAAgcxLl9CWZgbJpggZEW32lJTAazozWJwEdlVrqlmf9M0sFAAAABw==\n-----END SSH SIGNATURE-----\n',
  },
];

test.each(recorded)(
  'a recorded signature is read as ssh-keygen read it: $fingerprint',
  ({ fingerprint, key, sshsig }) => {
    expect(verified(sshsig, Buffer.from('A decision.\n'), 1, [{ id: 1, key }])).toEqual({ ok: { id: 1, fingerprint } });
  },
);

describe('ssh-keygen', () => {
  const said = (sshsig: string, signer: string, namespaces = 'lockgate-decision@v1') => {
    const folder = mkdtempSync(join(tmpdir(), 'lockgate-sshsig-'));
    try {
      writeFileSync(join(folder, 'sig'), sshsig);
      writeFileSync(join(folder, 'signers'), `* namespaces="${namespaces}" ${signer}\n`);
      const args = ['-Y', 'verify', '-n', 'lockgate-decision@v1', '-I', 'ann', '-f', 'signers', '-s', 'sig'];
      return execFileSync('ssh-keygen', args, { cwd: folder, input: message, stdio: 'pipe' }).toString();
    } catch (cause) {
      // Not found is no answer.
      if ((cause as NodeJS.ErrnoException).code === 'ENOENT') throw cause;
      return 'refused';
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

  test.each([ed25519, p256])('reads what this file makes as we do, key and fingerprint', (key) => {
    const sshsig = skSign(key, message);
    const answer = verified(sshsig);
    expect('ok' in answer && said(sshsig, key.line)).toContain('ok' in answer ? answer.ok.fingerprint : '-');
    expect(said(skSign(key, 'other'), key.line)).toBe('refused');
  });

  test('accepts what must not count here: why we verify by ourselves', () => {
    const { line, sshsig } = softwareSignature(message.toString());
    expect(said(sshsig, line)).toContain('Good "lockgate-decision@v1" signature for ann');
    const foreign = skKey('ed25519', { application: 'ssh:' });
    for (const flags of [0x05, 0x01, 0x04, 0x00]) {
      expect(said(skSign(foreign, message, { flags, application: 'ssh:' }), foreign.line)).toContain('Good');
    }
  });
});
