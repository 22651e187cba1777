import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { EvidenceFile } from '../../src/recording/evidence-types.ts';
import { parseReport } from '../../src/report/schema.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { privateSigstore } from '../support/private-sigstore.ts';
import { adding } from '../support/pull-request.ts';
import { registryKey } from '../support/registry-signer.ts';

/**
 * Recorded evidence brings no trust of its own: whoever hands over a lockfile could hand over the file beside it. Registries, keys,
 * roots and the policy are those of base branch, policy and flags; a recording that has others is refused.
 */

const key = registryKey();
let evil: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;
const now = ['--now', '2026-06-01T00:00:00Z'];
const folders = ['--base-dir', 'before', '--head-dir', 'after'];
const run = (...args: readonly string[]) => runCli(args, { cwd: folder.path });
const evidence = (): EvidenceFile =>
  JSON.parse(readFileSync(join(folder.path, 'evidence.json'), 'utf8')) as EvidenceFile;
const edit = (changes: Partial<EvidenceFile>) => {
  writeFileSync(join(folder.path, 'edited.json'), JSON.stringify({ ...evidence(), ...changes }));
};
const signatureIn = ({ stdout }: { readonly stdout: string }) =>
  parseReport(stdout).changes.map(({ evidence: { registrySignature } }) => registrySignature);
const findingsIn = ({ stdout }: { readonly stdout: string }) =>
  parseReport(stdout).findings.map(({ rule, outcome }) => `${rule} ${outcome}`);

beforeAll(async () => {
  evil = await startRegistry({ signing: key, packages: { 'left-pad': pkg({ '1.0.0': {} }) } });
  folder = temporaryFolder({
    'keys.json': JSON.stringify(key.document),
    'root.json': (await privateSigstore()).trustedRoot,
  });
  const { base, head } = adding(evil, 'left-pad', { version: '1.0.0' });
  for (const [name, files] of Object.entries({ before: base, after: head })) {
    folder.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`${name}/${path}`, text])));
  }
  const recorded = await run(
    ...['check', ...folders, ...now, '--registry', evil.url, '--evidence-out', 'evidence.json', '--format', 'json'],
  );
  expect(signatureIn(recorded)).toEqual(['verified']);
});
afterAll(async () => {
  folder.remove();
  await evil.close();
});

describe('a file and a lockfile that both name a registry of the proposer', () => {
  test('are refused where base, policy and flags name another', async () => {
    const { status, stderr } = await run('check', ...folders, '--evidence', 'evidence.json');
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /has `left-pad` from `http:\/\/127\.0\.0\.1:\d+\/`, but the base branch, the policy and the flags name `/,
    );
    expect(stderr).toContain('(evidence-invalid)');
    const other = await run('check', ...folders, '--evidence', 'evidence.json', '--registry', 'https://good.example/');
    expect(other.status).toBe(2);
  });

  test('are refused where only the answers are of that registry, and the map says otherwise', async () => {
    const registries = { ...evidence().registries, defaultRegistry: 'https://good.example/' };
    edit({ registries: registries as EvidenceFile['registries'] });
    const { status, stderr } = await run(
      ...['check', ...folders, '--evidence', 'edited.json', '--registry', 'https://good.example/'],
    );
    expect(status).toBe(2);
    expect(stderr).toContain('(evidence-invalid)');
  });

  test('are refused where the file calls that registry the public one', async () => {
    const registries = { ...evidence().registries, publicRegistry: evil.url };
    edit({ registries: registries as EvidenceFile['registries'] });
    const args = ['check', ...folders, '--evidence', 'edited.json', '--registry', evil.url, '--format', 'json'];
    const { status, stderr, stdout } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain('for the public registry');
    expect(stdout).not.toContain('"verified"');
  });

  test('are judged where the policy of the base names it, and where the file names no registries', async () => {
    folder.write({ 'policy.yml': `version: 1\nregistries: [{ url: "${evil.url}", signatures: none }]\n` });
    const args = ['check', ...folders, '--policy', 'policy.yml', '--format', 'json'];
    expect((await run(...args, '--evidence', 'evidence.json')).status).toBe(0);
    edit({ registries: null });
    expect((await run(...args, '--evidence', 'edited.json')).status).toBe(0);
  });
});

describe('keys and roots', () => {
  test("keys that only the file has verify nothing; the operator's do", async () => {
    const args = ['check', ...folders, '--evidence', 'evidence.json', '--registry', evil.url, '--format', 'json'];
    const alone = await run(...args);
    expect(signatureIn(alone)).toEqual(['unavailable']);
    expect(findingsIn(alone)).toContain('signature indeterminate');
    expect(alone.status).toBe(1);
    const keyed = await run(...args, '--registry-keys', 'keys.json');
    expect(signatureIn(keyed)).toEqual(['verified']);
  });

  test('a root or keys that were given when it was recorded have to be given again', async () => {
    for (const [flag, file] of [
      ['--trusted-root', 'root.json'],
      ['--registry-keys', 'keys.json'],
    ] as const) {
      const trust =
        flag === '--trusted-root'
          ? { trustedRoot: { path: file, text: readFileSync(join(folder.path, file), 'utf8') } }
          : { registryKeys: key.document };
      edit({ trust });
      const args = ['check', ...folders, '--evidence', 'edited.json', '--registry', evil.url];
      const refused = await run(...args);
      expect([flag, refused.status]).toEqual([flag, 2]);
      expect(refused.stderr).toContain(flag);
      expect((await run(...args, flag, file)).status).not.toBe(2);
    }
  });

  test('a policy of another repository is not taken from the file', async () => {
    const extended = { repository: 'acme/policies', path: 'policy.yml', commit: 'a'.repeat(40) };
    folder.write({ 'extending.yml': `version: 1\nextends: ${JSON.stringify(extended)}\n` });
    edit({ policy: { ...evidence().policy, extended: { ...extended, text: 'version: 1\nextends: audit\n' } } });
    const { status, stderr } = await run(
      ...['check', ...folders, '--evidence', 'edited.json', '--registry', evil.url, '--policy', 'extending.yml'],
    );
    expect(status).toBe(2);
    expect(stderr).toContain('(policy-unavailable)');
  });
});

describe('the time, and what the verdict rests on', () => {
  const text = ['check', ...folders, '--registry', '{url}', '--registry-keys', 'keys.json'];
  const args = () => text.map((each) => each.replace('{url}', evil.url));

  test('is the time of the recording, and the first line says so', async () => {
    const { stdout } = await run(...args(), '--evidence', 'evidence.json');
    expect(stdout.split('\n')[0]).toBe(
      'Judged from recorded evidence, evidence.json as of 2026-06-01 00:00 UTC: nobody vouches for what the file says the registries answered.',
    );
    const explained = await run('explain', 'left-pad', ...args().slice(1), '--evidence', 'evidence.json');
    expect(explained.stdout.split('\n')[0]).toBe(stdout.split('\n')[0]);
    const later = await run(...args(), '--evidence', 'evidence.json', '--now', '2027-01-02T03:04:00Z');
    expect(later.stdout.split('\n')[0]).toContain('as of 2027-01-02 03:04 UTC');
    expect((await run(...args(), '--now', '2027-01-02')).stdout).toMatch(/^WARN {2}lockgate: /);
  });

  test('is never in the future', async () => {
    edit({ evaluatedAt: new Date(Date.now() + 40 * 86_400_000).toISOString() });
    const { status, stderr } = await run(...args(), '--evidence', 'edited.json');
    expect(status).toBe(2);
    expect(stderr).toContain('which is in the future');
    expect((await run(...args(), '--evidence', 'edited.json', ...now)).status).not.toBe(2);
  });

  test('a replay says that it takes whom to trust from the recording, with a digest that changes with it', async () => {
    const first = async (file: string) => (await run('replay', file)).stdout.split('\n')[0] ?? '';
    const said = await first('evidence.json');
    expect(said).toMatch(
      /^Replayed evidence\.json as of 2026-06-01 00:00 UTC, with the registries, roots and keys that the recording names \(sha256:[0-9a-f]{64}\): it repeats a judgement and admits nothing\.$/,
    );
    edit({ answers: evidence().answers.filter((answer) => !('keys' in answer)) });
    expect((await first('edited.json')).replace('edited', 'evidence')).not.toBe(said);
  });
});
