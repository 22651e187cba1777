import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { GateFailure } from '../../src/errors.ts';
import { refreshTrust } from '../../src/trust/refresh.ts';
import { seedTexts } from '../../src/trust/seeds.ts';
import { privateSigstore, registryKey } from '../support/private-sigstore.ts';
import { startTufRepository, tufKey } from '../support/tuf-repository.ts';

/** A refresh takes what TUF proves, and nothing else. */

const keyList = registryKey().document;
const keys = JSON.stringify(keyList);
const temporary = mkdtempSync(join(tmpdir(), 'lockgate-refresh-'));
const before = process.env['TMPDIR'];
let targets: Record<string, string>;
let tuf: Awaited<ReturnType<typeof startTufRepository>>;

beforeAll(async () => {
  process.env['TMPDIR'] = temporary;
  const { trustedRoot } = await privateSigstore();
  targets = { 'trusted_root.json': trustedRoot, [seedTexts.keysTarget]: keys };
});
const open = async () => (tuf = await startTufRepository(targets));
afterEach(async () => {
  await tuf.close();
  expect(readdirSync(temporary)).toEqual([]);
});
afterAll(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  rmSync(temporary, { recursive: true });
});

async function failureOf(work: Promise<unknown>): Promise<GateFailure> {
  const [ended] = await Promise.allSettled([work]);
  if (ended.status === 'rejected' && ended.reason instanceof GateFailure) return ended.reason;
  throw new Error(`no failure of lockgate's: ${JSON.stringify(ended)}`);
}

const refresh = () => refreshTrust({ mirror: tuf.url, root: tuf.root });

test('root and keys come from the repository, with the date that it gives, and nothing stays on the disk', async () => {
  await open();
  expect(await refresh()).toEqual({ trustedRoot: targets['trusted_root.json'], registryKeys: keyList });
  tuf.publish(targets, { expires: '2998-01-08T00:00:00Z', days: 7 });
  expect(await refresh()).toMatchObject({ date: '2998-01-01T00:00:00.000Z' });
});

test('the chain of roots is followed from the first one on', async () => {
  await open();
  const next = tufKey();
  tuf.rotate(next);
  tuf.publish(targets);
  expect(await refresh()).toMatchObject({ trustedRoot: targets['trusted_root.json'] });
});

test('what passes is asked for again', async () => {
  await open();
  const honest = tuf.files.get('/timestamp.json');
  if (typeof honest !== 'string') throw new Error('the repository has no timestamp');
  tuf.files.set('/timestamp.json', { status: 503, then: honest });
  expect(await refresh()).toMatchObject({ registryKeys: keyList });
});

const targetPath = (name: string) => [...tuf.files.keys()].find((path) => path.endsWith(`.${name}`)) ?? '';

describe('is refused, and says so:', () => {
  test.each<[what: string, spoil: () => void, why: RegExp]>([
    ['another signer', () => tuf.publish(targets, { signer: tufKey() }), /signed by/],
    ['a root that the one before did not sign', () => tuf.rotate(tufKey(), tufKey()), /signed by/],
    ['metadata past its time', () => tuf.publish(targets, { expires: '2020-01-01T00:00:00Z' }), /expired/],
    ['a target that was altered', () => tuf.files.set(targetPath('trusted_root.json'), '{}'), /length|hash/],
    ['a target that is gone', () => tuf.files.delete(targetPath('keys.json')), /HTTP 404/],
    ['a repository without the keys', () => tuf.publish({ 'trusted_root.json': '{}' }), /no target/],
    ['a target that is none', () => tuf.publish({ ...targets, 'trusted_root.json': '{}' }), /trusted root/],
    ['no key at all', () => tuf.publish({ ...targets, [seedTexts.keysTarget]: '{"keys": []}' }), /keys is unusable/],
    ['a target without measure', () => tuf.publish({ ...targets, 'trusted_root.json': ' '.repeat(2 ** 21) }), /larger/],
    ['a server that fails', () => tuf.files.set('/timestamp.json', { status: 500 }), /HTTP 500/],
    [
      'a redirect',
      () => tuf.files.set('/timestamp.json', { status: 302, location: 'https://evil.example/timestamp.json' }),
      /HTTP 302/,
    ],
    ['no JSON', () => tuf.files.set('/timestamp.json', 'hello'), /JSON/],
  ])('%s', async (_, spoil, why) => {
    await open();
    spoil();
    const failure = await failureOf(refresh());
    expect(failure.code).toBe('trust-unavailable');
    expect(failure.message).toMatch(why);
  });

  test('the embedded root does not vouch for another repository', async () => {
    await open();
    expect(await failureOf(refreshTrust({ mirror: tuf.url }))).toMatchObject({ code: 'trust-unavailable' });
  });

  test.each(['http://tuf.example', 'ftp://tuf.example', 'https://user:secret@tuf.example', 'tuf'])(
    'the mirror %s',
    async (mirror) => {
      await open();
      expect(await failureOf(refreshTrust({ mirror }))).toMatchObject({ code: 'usage' });
    },
  );
});
