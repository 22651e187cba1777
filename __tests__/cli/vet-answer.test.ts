import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Answer } from '../../src/model/index.ts';
import { answerSchema } from '../../src/report/answer-schema.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';

/** `vet --format answer`: one small answer for each spec, also where a spec is refused or nothing could be judged. */

const now = '2026-06-10T00:00:00Z';
const young = '2026-06-09T12:00:00.000Z';
const old = '2025-01-01T00:00:00.000Z';
const policyPath = '.github/dependency-policy.yml';

let registry: LoopbackRegistry;

const record = (range: string, cwe: readonly string[] = []) => ({
  ...{ id: 7, url: 'https://github.example/advisories/GHSA-aaaa-bbbb-cccc', title: 'T', severity: 'critical' },
  ...{ vulnerable_versions: range, cwe, cvss: {} },
});

beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      good: pkg({ '1.0.0': { publishedAt: old } }),
      fresh: pkg({
        '1.0.0': { publishedAt: old },
        '1.1.0': { publishedAt: old, deprecated: 'no' },
        '1.2.0-rc.1': { publishedAt: old },
        '1.2.0': { publishedAt: young },
      }),
      below: pkg({ '1.0.0': { publishedAt: old, dependencies: { fresh: '1.2.0' } } }),
      poison: pkg({ '1.0.0': { publishedAt: old }, '1.1.0': { publishedAt: old } }),
      flaky: pkg({ '1.0.0': { publishedAt: old, dependencies: { down: '1.0.0' } }, '1.1.0': { publishedAt: young } }),
      down: pkg({ '1.0.0': { publishedAt: old } }),
      needs: pkg({ '1.0.0': { publishedAt: old, peerDependencies: { good: '^2.0.0' } } }),
    },
    advisories: {
      poison: [record('1.1.0', ['CWE-506'])],
    },
  });
  registry.fail('down', { status: 500, headers: { 'retry-after': '0' } });
});
afterAll(() => registry.close());

async function answer(
  specs: readonly string[],
  { policy, more = [] }: { readonly policy?: string; readonly more?: readonly string[] } = {},
) {
  const folder = temporaryFolder(policy === undefined ? {} : { [policyPath]: policy });
  try {
    const args = ['vet', ...specs, '--format', 'answer', '--now', now, '--registry', registry.url, ...more];
    const { stdout, stderr, status } = await runCli(args, { cwd: folder.path });
    const { answers } = answerSchema.parse(JSON.parse(stdout));
    return { answers, stdout, stderr, status, only: answers[0] as Answer };
  } finally {
    folder.remove();
  }
}

const brief = ({ name, version, decision, admissible }: Answer) =>
  [`${name ?? '-'}@${version ?? '-'}`, decision, admissible ?? '-'].join(' ');

test('what is admitted is allowed, and the answer holds nothing else', async () => {
  const { only, status } = await answer(['good']);
  expect(only).toEqual({
    ...{ spec: 'good', name: 'good', version: '1.0.0', decision: 'allow', codes: only.codes },
    ...{ notJudged: ['signatures', 'provenance', 'publishers'], admissible: null, passesAt: null, useInstead: null },
  });
  expect(only.codes.every((code) => /^[a-z-]+\/[a-z-]+$/.test(code))).toBe(true);
  expect(status).toBe(0);
});

test('what its registry does not offer, or is not asked for, is named beside what is allowed', async () => {
  const bare = await startRegistry({
    packages: {
      good: pkg({ '1.0.0': { publishedAt: old } }),
      above: pkg({ '1.0.0': { publishedAt: old, dependencies: { good: '1.0.0' } } }),
    },
  });
  try {
    const { only, status } = await answer(['above'], { more: ['--registry', bare.url] });
    expect([brief(only), status]).toEqual(['above@1.0.0 allow -', 0]);
    expect(only.notJudged).toEqual(['malware', 'advisories', 'signatures', 'provenance', 'publishers']);
  } finally {
    await bare.close();
  }
  const unasked = await answer(['good'], { policy: 'version: 1\nsources: { malware: none, advisories: none }\n' });
  expect(unasked.only.decision).toBe('allow');
  expect(unasked.only.notJudged).toEqual(['malware', 'advisories', 'signatures', 'provenance', 'publishers']);
});

test('what only waits is asked, says until when, and names the newest version that would be admitted', async () => {
  const { only, status } = await answer(['fresh@^1']);
  expect(brief(only)).toBe('fresh@1.2.0 ask 1.0.0');
  expect(only).toMatchObject({ codes: ['cooldown/too-young'], passesAt: '2026-06-12T12:00:00.000Z' });
  expect(status).toBe(1);
});

test('what is pulled in counts', async () => {
  expect(brief((await answer(['below'])).only)).toBe('below@1.0.0 ask -');
});

test('malware is denied, another version offered, and one that the floor blocks never', async () => {
  const { only } = await answer(['poison']);
  expect(brief(only)).toBe('poison@1.1.0 deny 1.0.0');
  expect(only).toMatchObject({ codes: ['malware/malicious'], passesAt: null });
});

test('a version whose closure could not be judged is no offer', async () => {
  expect(brief((await answer(['flaky'])).only)).toBe('flaky@1.1.0 ask -');
});

describe('another package', () => {
  test('of a name that nobody has published: the nearest well-known one', async () => {
    const { only } = await answer(['left-padd']);
    expect(only).toMatchObject({ version: null, decision: 'deny', codes: ['existence/unknown-name'] });
    expect(only.useInstead).toBe('left-pad');
  });

  test('of a denied one: what the policy says', async () => {
    const denies = (more: string) => `version: 1\ndeny: [{ package: good, reason: "No.", ${more} }]\n`;
    const told = await answer(['good'], { policy: denies('useInstead: better') });
    expect(told.only).toMatchObject({
      decision: 'deny',
      codes: ['deny/denied'],
      admissible: null,
      useInstead: 'better',
    });
  });
});

test('several specs are answered each by itself, in their order', async () => {
  const { answers, status } = await answer(['poison', 'good']);
  expect(answers.map(brief)).toEqual(['poison@1.1.0 deny 1.0.0', 'good@1.0.0 allow -']);
  expect(status).toBe(1);
});

describe('nothing is left without an answer', () => {
  test('a spec that is refused is denied, and the others are judged', async () => {
    const specs = ['git+ssh://git@host.example/x.git', 'x@http://host.example/x.tgz', 'x@file:..', 'UPPER case'];
    const { answers, status, stderr } = await answer([...specs, 'good', 'fresh@1', 'fresh@2']);
    expect(answers.map(({ decision, codes }) => [decision, ...codes].join(' '))).toEqual([
      ...['deny spec/git', 'deny spec/url', 'deny spec/file', 'deny spec/invalid'],
      expect.stringMatching(/^allow/),
      ...['deny spec/twice', 'deny spec/twice'],
    ]);
    expect(status).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('only refused ones', async () => {
    const { answers, status } = await answer(['./folder']);
    expect(answers).toMatchObject([{ spec: './folder', name: null, decision: 'deny', codes: ['spec/file'] }]);
    expect(status).toBe(2);
  });

  test('a policy that cannot be read, and a tree that cannot be resolved', async () => {
    const bad = await answer(['good'], { policy: 'version: 1\nnonsense: true\n' });
    expect([bad.only.decision, ...bad.only.codes, bad.status]).toEqual(['deny', 'error/policy-invalid', 2]);
    const conflict = await answer(['needs', 'good@1']);
    expect(conflict.answers.map(({ decision, codes }) => [decision, ...codes])).toEqual([
      ['deny', 'error/unresolvable'],
      ['deny', 'error/unresolvable'],
    ]);
    expect(conflict.status).toBe(2);
    const both = await answer(['good'], { more: ['--repo', '.', '--dir', '.'] });
    expect([both.only.decision, ...both.only.codes, both.status]).toEqual(['deny', 'error/usage', 2]);
  });
});

test('hostile specs are shown and change nothing: no sequence, no line, no command reaches the reader', async () => {
  const hostile = ['x@\u001b[31m', 'good\n::error::x', '##[group]', 'a\u202eb', '__proto__'];
  const { answers, stdout } = await answer(hostile);
  expect(answers.map(({ spec }) => spec)).toEqual(hostile);
  expect(answers.every(({ decision }) => decision === 'deny')).toBe(true);
  expect(stdout).not.toMatch(/\u001b|\u202e|##\[|^::/m);
});

test('a person is offered the same version in words', async () => {
  const folder = temporaryFolder();
  try {
    const args = ['vet', 'fresh@^1', '--now', now, '--registry', registry.url];
    const { stdout } = await runCli(args, { cwd: folder.path });
    expect(stdout).toMatch(/^FAIL /);
    expect(stdout).toMatch(/\n\n`fresh@1\.0\.0` would be admitted: the newest of those that were tried\.\n$/);
  } finally {
    folder.remove();
  }
});

describe('--as agent', () => {
  test('asks for a decision on what is new, and no version is offered in its place', async () => {
    const { only } = await answer(['good'], { more: ['--as', 'agent'] });
    expect(brief(only)).toBe('good@1.0.0 ask -');
    expect(only.codes).toEqual(expect.arrayContaining(['new-direct-dependency/by-agent', 'provenance/agent-unproven']));
  });

  test('is not let in by an exception that is a pattern or a range, but by one for this very version', async () => {
    const policy = (selector: string) =>
      'version: 1\nexceptions:\n' +
      `  - { package: "${selector}", rules: [provenance, new-direct-dependency], reason: "Seen.", expires: 2026-12-31 }\n`;
    const by = async (selector: string) =>
      (await answer(['good'], { policy: policy(selector), more: ['--as', 'agent'] })).only;
    expect((await by('good@^1')).codes).toContain('provenance/agent-unproven');
    expect((await by('good@1.0.0')).decision).toBe('allow');
  });
});
