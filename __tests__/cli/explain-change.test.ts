import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { Explanation } from '../../src/report/formats/explain.ts';
import type { PolicyExplanation } from '../../src/report/formats/policy-explanation.ts';
import { parseReport } from '../../src/report/schema.ts';
import { runCli } from '../support/cli.ts';
import { gitRepository } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { adding } from '../support/pull-request.ts';

/** `explain` and `policy explain` about a package that the change is about say what `check` says, with no flag that asks for it. */

let registry: LoopbackRegistry;
const policyPath = '.github/dependency-policy.yml';

beforeAll(async () => {
  registry = await startRegistry({
    packages: { young: pkg({ '1.0.0': { publishedAt: '2026-05-31T12:00:00.000Z' } }), settled: pkg({ '1.0.0': {} }) },
  });
});
afterAll(() => registry.close());

/** A branch of an agent that adds `young`, and loosens the policy. */
function proposal() {
  const { base, head } = adding(registry, 'young', { version: '1.0.0' });
  const repository = gitRepository();
  for (const [name, content] of Object.entries(base)) repository.write(name, content);
  repository.write(policyPath, 'version: 1\nextends: strict\n');
  repository.commit('Start');
  repository.git('checkout', '--quiet', '-b', 'claude/add');
  for (const [name, content] of Object.entries(head)) repository.write(name, content);
  repository.write(policyPath, 'version: 1\nextends: audit\n');
  repository.commit('Add young');
  return repository.folder;
}

const told = (findings: readonly { readonly rule: string; readonly level: string; readonly name: string | null }[]) =>
  findings.flatMap(({ rule, level, name }) => (name === 'young' ? [`${rule} ${level}`] : [])).sort();

test('explanations do not contradict the check: same mode, same policy, same findings', async () => {
  const cwd = proposal();
  const args = ['--registry', registry.url, '--now', '2026-06-01T00:00:00Z', '--format', 'json'];
  const [checked, explained, policy] = await Promise.all([
    runCli(['check', ...args], { cwd }),
    runCli(['explain', 'young', ...args], { cwd }),
    runCli(['policy', 'explain', 'young', ...args], { cwd }),
  ]);
  const said = told(parseReport(checked.stdout).findings);
  expect(said).toEqual(expect.arrayContaining(['cooldown error', 'new-direct-dependency error']));
  const explanation = JSON.parse(explained.stdout) as Explanation;
  expect(told(explanation.packages.flatMap(({ findings }) => findings))).toEqual(said);
  expect(explanation.policy.digest).toBe(parseReport(checked.stdout).policy.digest);
  const ofPolicy = JSON.parse(policy.stdout) as PolicyExplanation;
  expect(ofPolicy.mode).toBe('check');
  expect(told(ofPolicy.packages.flatMap(({ findings }) => findings))).toEqual(said);
});

test('of a package that the change leaves alone they say what an audit says', async () => {
  const { head } = adding(registry, 'settled', { version: '1.0.0' });
  const repository = gitRepository();
  for (const [name, content] of Object.entries(head)) repository.write(name, content);
  repository.commit('Start');
  const args = ['--registry', registry.url, '--now', '2026-06-01T00:00:00Z', '--format', 'json'];
  const { stdout, status } = await runCli(['policy', 'explain', 'settled', ...args], { cwd: repository.folder });
  expect([status, (JSON.parse(stdout) as PolicyExplanation).mode]).toEqual([0, 'audit']);
});

test('of a package that the change which the flags name leaves alone, explain says so, and shows what is known', async () => {
  const { head } = adding(registry, 'settled', { version: '1.0.0' });
  const repository = gitRepository();
  for (const [name, content] of Object.entries(head)) repository.write(name, content);
  repository.commit('Start');
  repository.git('checkout', '--quiet', '-b', 'work');
  repository.write('README.md', 'more');
  repository.commit('Say more');
  const args = ['--base', 'main', '--registry', registry.url, '--now', '2026-06-01T00:00:00Z'];
  const cwd = repository.folder;
  const [text, json, missing] = await Promise.all([
    runCli(['explain', 'settled', ...args], { cwd }),
    runCli(['explain', 'settled@1.0.0', ...args, '--format', 'json'], { cwd }),
    runCli(['explain', 'unheard-of', ...args], { cwd }),
  ]);
  expect([text.status, text.stderr]).toEqual([0, '']);
  expect(text.stdout).toMatch(/^settled is locked, and the change leaves it as it is: an audit of /);
  expect(text.stdout).toContain('locked at');
  const explained = JSON.parse(json.stdout) as Explanation;
  expect([json.status, explained.touched, explained.packages.length]).toEqual([0, false, 1]);
  expect([missing.status, missing.stdout]).toEqual([2, expect.stringContaining('unheard-of is not locked in')]);
});
