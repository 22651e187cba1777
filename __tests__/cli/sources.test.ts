import { afterEach, describe, expect, test } from '@jest/globals';

import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry, RegistryOptions } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';

/** Where the policy says that advisories, attestations and downloads come from, if the registry of the packages does not have them. */

const bulk = '/-/npm/v1/security/advisories/bulk';
const malicious = {
  ...{ id: 7, url: 'https://github.example/advisories/GHSA-aaaa-bbbb-cccc', title: 'bad', severity: 'high' },
  ...{ vulnerable_versions: '1.0.0', cwe: ['CWE-506'], cvss: {} },
};
const old = pkg({ '1.0.0': {}, '1.0.1': {} });

const started: LoopbackRegistry[] = [];
async function start(options: RegistryOptions) {
  const registry = await startRegistry(options);
  started.push(registry);
  return registry;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

/** A request that adds packages of a mirror, which the base's `.npmrc` names as the default registry. */
function sidesOf(
  mirror: LoopbackRegistry,
  sources: string,
  names: readonly string[] = ['bad-apple', 'good-apple'],
  more = {},
) {
  const sides = pullRequest(
    mirror,
    {},
    {
      dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
      packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
    },
  );
  const files = {
    '.npmrc': `registry=${mirror.url}\n`,
    '.github/dependency-policy.yml': `version: 1\nsources: ${sources}\n`,
    ...more,
  };
  return { base: { ...sides.base, ...files }, head: { ...sides.head, ...files } };
}

const silent = { packages: { 'bad-apple': old, 'good-apple': old } };
const said = ({ report }: Awaited<ReturnType<typeof checkFolders>>) =>
  report.findings.filter(({ rule }) => rule === 'malware' || rule === 'advisory');

describe('another address for malware records and advisories', () => {
  test('is asked instead of a mirror that has none, with its own credential and no other, and the report says who answered', async () => {
    const mirror = await start({ ...silent, authorization: 'Bearer of-the-mirror' });
    const second = await start({ advisories: { 'bad-apple': [malicious] } });
    const host = (url: string) => url.slice('http:'.length);
    const npmrc = `registry=${mirror.url}\n${host(mirror.url)}:_authToken=of-the-mirror\n`;
    const at = `{ registry: "${second.url}" }`;
    const sides = sidesOf(mirror, `{ malware: ${at}, advisories: ${at} }`, undefined, { '.npmrc': npmrc });
    const checked = await checkFolders(sides);
    expect(said(checked).map(({ rule, name, floor }) => [rule, name, floor])).toEqual([['malware', 'bad-apple', true]]);
    expect(checked.report.registries[0]?.notJudged).not.toHaveProperty('malware');
    expect(checked.report.sources).toEqual({ malware: [second.url], advisories: [second.url] });
    const asked = second.requests.map(({ path, headers }) => [path, headers.authorization]);
    expect(asked).toEqual([[bulk, undefined]]);
    expect(mirror.requests.map(({ path }) => path)).not.toContain(bulk);
  });

  test('is recorded as what it is: replay gives the same, and other sources find no answer in the recording', async () => {
    const mirror = await start(silent);
    const second = await start({ advisories: { 'bad-apple': [malicious] } });
    const at = `{ registry: "${second.url}" }`;
    const folder = temporaryFolder();
    try {
      const evidence = `${folder.path}/evidence.json`;
      const first = await checkFolders(sidesOf(mirror, `{ malware: ${at}, advisories: ${at} }`), [
        '--evidence-out',
        evidence,
      ]);
      const replayed = await runCli(['replay', evidence, '--format', 'json']);
      expect(replayed.stdout).toBe(first.stdout);
      const { stdout } = await runCli(['replay', evidence, '--format', 'text']);
      expect(stdout.split('\n').slice(0, 4).join('\n')).toContain(`malware records and advisories from ${second.url}`);
      const again = await checkFolders(sidesOf(mirror, `{ malware: ${at}, advisories: ${at} }`), [
        '--evidence',
        evidence,
      ]);
      expect(said(again).map(({ rule, name }) => [rule, name])).toEqual([['malware', 'bad-apple']]);
      // The policy on the base names no such address: what a file says that it answered vouches for nothing.
      const other = await checkFolders(sidesOf(mirror, '{ malware: registry }'), ['--evidence', evidence]);
      expect(other.status).toBe(2);
      expect(other.report.errors).toMatchObject([{ code: 'evidence-invalid' }]);
      expect(other.report.errors[0]?.message).toContain(second.url);
    } finally {
      folder.remove();
    }
  });

  test('that serves none, or fails, leaves malware open, as a floor finding', async () => {
    const mirror = await start(silent);
    const empty = await start({});
    const at = `{ registry: "${empty.url}" }`;
    const unasked = said(await checkFolders(sidesOf(mirror, `{ malware: ${at}, advisories: ${at} }`)));
    expect(unasked).toMatchObject([{ rule: 'malware', outcome: 'indeterminate', floor: true, packages: 2 }]);
    empty.fail(bulk.slice(1), { text: '[]x' });
    const broken = said(await checkFolders(sidesOf(mirror, `{ malware: ${at}, advisories: ${at} }`)));
    expect(broken).toMatchObject([{ rule: 'malware', outcome: 'indeterminate', floor: true, packages: 2 }]);
  });

  test('is not asked about a scope with a registry of its own, whose names may be private', async () => {
    const mirror = await start(silent);
    const own = await start({ packages: { '@acme/tool': old }, advisories: { '@acme/tool': [malicious] } });
    const second = await start({ advisories: {} });
    const at = `{ registry: "${second.url}" }`;
    const npmrc = `registry=${mirror.url}\n@acme:registry=${own.url}\n`;
    const names = ['@acme/tool'];
    const sides = sidesOf(own, `{ malware: ${at}, advisories: ${at} }`, names, { '.npmrc': npmrc });
    const checked = await checkFolders(sides);
    expect(said(checked).map(({ rule, name }) => [rule, name])).toEqual([['malware', '@acme/tool']]);
    expect(second.requests).toEqual([]);
  });

  test('is off with `--registry`, which leaves every other host alone', async () => {
    const mirror = await start(silent);
    const second = await start({ advisories: {} });
    const at = `{ registry: "${second.url}" }`;
    const sides = sidesOf(mirror, `{ malware: ${at}, advisories: ${at} }`);
    const checked = await checkFolders(sides, ['--registry', mirror.url]);
    expect(said(checked)).toMatchObject([{ outcome: 'indeterminate', floor: true, cause: { reason: 'offline' } }]);
    expect(second.requests).toEqual([]);
  });

  test('is never taken from the head', async () => {
    const mirror = await start({ ...silent, advisories: { 'bad-apple': [malicious] } });
    const second = await start({ advisories: {} });
    const { base } = sidesOf(mirror, '{ malware: registry }');
    const { head } = sidesOf(mirror, `{ malware: { registry: "${second.url}" }, advisories: none }`);
    const checked = await checkFolders({ base, head });
    expect(said(checked).map(({ rule, name }) => [rule, name])).toEqual([['malware', 'bad-apple']]);
    expect(second.requests).toEqual([]);
  });
});

test('`none` asks nobody for malware records and advisories, and the headline says so', async () => {
  const mirror = await start({ ...silent, advisories: { 'bad-apple': [malicious] } });
  const checked = await checkFolders(sidesOf(mirror, '{ malware: none, advisories: none }'));
  expect(said(checked)).toEqual([]);
  expect(mirror.requests.map(({ path }) => path)).not.toContain(bulk);
  expect(checked.report.registries[0]?.notJudged).toMatchObject({ malware: 2, advisories: 2 });
});

describe('a mirror whose documents claim attestations that it does not serve', () => {
  const claimed = { attestations: null };
  const names = ['bad-apple', 'good-apple'];
  const startMirror = (more: object = {}) =>
    start({
      packages: Object.fromEntries(
        names.map((name) => [name, pkg({ '1.0.0': { ...claimed, ...more }, '1.0.1': { ...claimed, ...more } })]),
      ),
    });
  async function updated(mirror: LoopbackRegistry, sources: string) {
    const at = (version: string) => ({
      dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
      packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version }])),
    });
    const sides = pullRequest(mirror, at('1.0.0'), at('1.0.1'));
    const files = {
      '.npmrc': `registry=${mirror.url}\n`,
      '.github/dependency-policy.yml': `version: 1\nrules: { abandonment: off }\nsources: ${sources}\n`,
    };
    return checkFolders({ base: { ...sides.base, ...files }, head: { ...sides.head, ...files } });
  }

  test('is one finding about the mirror, which names the key of the policy', async () => {
    const { report, status } = await updated(await startMirror(), '{}');
    expect(report.findings).toMatchObject([{ name: null, outcome: 'indeterminate', packages: 2, level: 'error' }]);
    expect(report.findings[0]?.remediation).toContain('sources: { attestations: { registry: URL } }');
    expect(status).toBe(1);
  });

  test.each([
    ['no publisher', {}],
    ['a publisher', { manifest: { _npmUser: { name: 'alice' } } }],
  ])('with `attestations: none` passes, says so, and takes no claim for a proof that is gone: %s', async (_, more) => {
    const { report, status } = await updated(await startMirror(more), '{ attestations: none }');
    expect(report.findings).toEqual([]);
    expect(status).toBe(0);
    expect(report.registries[0]?.notJudged).toMatchObject({ provenance: 2 });
  });
});
