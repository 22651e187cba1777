import { afterEach, describe, expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import type { LoopbackRegistry, RegistryOptions } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';

/** What the common products answer, through the command line: what they do not offer is said once, and what fails is not judged. */

const bulk = '-/npm/v1/security/advisories/bulk';
const keys = '-/npm/v1/keys';
const names = ['@acme/one', '@acme/two', 'left-pad'];

const started: LoopbackRegistry[] = [];
async function start(options: RegistryOptions = {}) {
  const registry = await startRegistry(options);
  started.push(registry);
  return registry;
}
afterEach(async () => {
  await Promise.all(started.splice(0).map((registry) => registry.close()));
});

const packages = (document: object = {}) =>
  Object.fromEntries(names.map((name) => [name, pkg({ '0.9.0': {}, '1.0.0': {} }, { document: { ...document } })]));

interface Given {
  readonly policy?: string;
  readonly npmrc?: string;
  /** Whether the base has the same packages, at an older version. */
  readonly isKnown?: boolean;
}

async function judged(registry: LoopbackRegistry, { policy, npmrc = '', isKnown = false }: Given = {}) {
  const described = (version: string) => ({
    dependencies: Object.fromEntries(names.map((name) => [name, '*'])),
    packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version }])),
  });
  const sides = pullRequest(registry, isKnown ? described('0.9.0') : {}, described('1.0.0'));
  const files = {
    '.npmrc': `registry=${registry.url}\n${npmrc}`,
    ...(policy === undefined ? {} : { '.github/dependency-policy.yml': `version: 1\n${policy}\n` }),
  };
  const { report, status } = await checkFolders({
    base: { ...sides.base, ...files },
    head: { ...sides.head, ...files },
  });
  // The packages of this registry are old, which is not what these tests are about.
  const findings = report.findings.filter(({ rule }) => rule !== 'abandonment');
  return { report, status, findings, said: findings.map(({ rule, name, message }) => [rule, name, message]) };
}

describe('Nexus: keys and advisories answer 400', () => {
  test('is judged without them, and the headline says so', async () => {
    const registry = await start({ packages: packages() });
    registry.fail(bulk, { status: 400 });
    registry.fail(keys, { status: 400 });
    const { report, said } = await judged(registry);
    expect(said).toEqual([]);
    expect(report.registries[0]?.notJudged).toMatchObject({ malware: 3, advisories: 3, signatures: 3 });
  });
});

describe('GitLab: no publish times', () => {
  test.each([
    ['advisories are a redirect to the public registry', { redirect: 'https://public.example/x', status: 307 }],
    ['advisories are an empty list', { text: '[]' }],
  ])('is one finding about the registry, with one fix; %s', async (_, failure) => {
    const registry = await start({ packages: packages({ time: undefined }) });
    registry.fail(bulk, failure);
    const { findings: found, said } = await judged(registry);
    expect(said).toHaveLength(1);
    expect(found[0]).toMatchObject({ name: null, outcome: 'indeterminate', packages: 3 });
    expect(found[0]?.message).toContain('gives no publish times, so `abandonment`, `cooldown` and `new-package`');
    const policy = `registries: [{ url: "${registry.url}", publishTimes: none }]`;
    const declared = await judged(registry, { policy });
    expect(declared.said).toEqual([]);
    expect(declared.report.registries[0]?.notJudged).toMatchObject({ publishTimes: 3 });
  });

  test('an empty list is an answer: nothing is said not to be judged', async () => {
    const registry = await start({ packages: packages() });
    registry.fail(bulk, { text: '[]' });
    const { report, said } = await judged(registry);
    expect(said).toEqual([]);
    expect(report.registries[0]?.notJudged).not.toHaveProperty('malware');
  });

  test.each(['[{}]', '["left-pad"]', '[[]]'])('a list that is not empty is none: %s', async (text) => {
    const registry = await start({ packages: packages() });
    registry.fail(bulk, { text });
    const { findings } = await judged(registry);
    expect(findings).toMatchObject([{ rule: 'malware', floor: true, outcome: 'indeterminate', packages: 3 }]);
  });
});

test('GitHub Packages: keys and advisories answer 405', async () => {
  const registry = await start({ packages: packages({ time: undefined }) });
  registry.fail(bulk, { status: 405 });
  registry.fail(keys, { status: 405 });
  const { said } = await judged(registry);
  expect(said).toHaveLength(1);
});

describe('a variable that the token comes from is not set', () => {
  const npmrcOf = ({ url }: LoopbackRegistry) => `${url.slice('http:'.length)}:_authToken=\${ACME_NPM_TOKEN}\n`;

  test('is one finding, which names it, where the registry answers 401', async () => {
    const registry = await start({ packages: packages(), authorization: 'Bearer right' });
    const { findings: found, status } = await judged(registry, { npmrc: npmrcOf(registry) });
    expect(status).toBe(1);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'existence', level: 'error', floor: true, packages: 3 });
    expect(found[0]?.message).toContain('`ACME_NPM_TOKEN` is not set');
    expect(found[0]?.remediation).toContain('`ACME_NPM_TOKEN`');
  });

  test('and where it answers 404 about what the base has', async () => {
    const registry = await start({ packages: packages(), authorization: 'Bearer right', hides: true });
    const { report } = await judged(registry, { npmrc: npmrcOf(registry), isKnown: true });
    const unjudged = report.findings.filter(({ outcome }) => outcome === 'indeterminate');
    expect(unjudged.map(({ message }) => message).join(' ')).toContain('`ACME_NPM_TOKEN` is not set');
    expect(unjudged.filter(({ name }) => name === null)).toHaveLength(1);
  });

  test('is nothing where the registry does not ask for it', async () => {
    const registry = await start({ packages: packages() });
    expect((await judged(registry, { npmrc: npmrcOf(registry) })).said).toEqual([]);
  });
});
