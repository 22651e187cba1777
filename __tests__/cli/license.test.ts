import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';

/** Licenses through the front door, in every form that packages have declared them in. */

const declared: Readonly<Record<string, Record<string, unknown>>> = {
  'license-plain': { license: 'MIT' },
  'license-choice': { license: '(GPL-3.0-only OR ISC)' },
  'license-both': { license: 'MIT AND GPL-3.0-only' },
  'license-old': { license: { type: 'ISC', url: 'https://licenses.example/' } },
  'license-older': { licenses: [{ type: 'GPL-2.0-only' }, { type: 'MIT' }] },
  'license-list': { license: ['MIT', 'GPL-3.0-only'] },
  'license-list-old': { license: [{ type: 'MIT' }] },
  'license-list-denied': { license: ['GPL-3.0-only', 'GPL-2.0-only'] },
  'license-nobodys': { license: 'UNLICENSED' },
  'license-prose': { license: 'see `LICENSE` <b>::error::x' },
  'license-none': {},
  'license-odd': { license: { type: ['MIT'] } },
  'license-deep': { license: `${'('.repeat(400)}MIT` },
};

let registry: LoopbackRegistry;
beforeAll(async () => {
  const packages = Object.entries(declared).map(([name, manifest]) => [name, pkg({ '1.0.0': { manifest } })] as const);
  registry = await startRegistry({ packages: Object.fromEntries(packages) });
});
afterAll(() => registry.close());

const names = Object.keys(declared);
const sides = (license: string) => {
  const files = { '.github/dependency-policy.yml': `version: 1\nrules: { license: ${license}, abandonment: off }\n` };
  const dependencies = Object.fromEntries(names.map((name) => [name, '^1.0.0']));
  const packages = Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }]));
  return pullRequest(registry, { files }, { dependencies, packages, files });
};

test('each is judged by the list, and what is unclear is a warning', async () => {
  const { report, status } = await checkFolders(sides('{ level: error, allow: [MIT, ISC] }'), [
    '--registry',
    registry.url,
  ]);
  const found = report.findings.filter(({ rule }) => rule === 'license');
  expect(found.map(({ name, level }) => `${String(name)} ${level}`).sort()).toEqual([
    'license-both error',
    'license-deep warn',
    'license-list-denied error',
    'license-nobodys error',
    'license-none warn',
    'license-odd warn',
    'license-prose warn',
  ]);
  expect(status).toBe(1);
});

test('it is off until a policy asks for it, and a registry that does not answer is no license', async () => {
  const quiet = await checkFolders(sides('off'), ['--registry', registry.url]);
  expect(quiet.report.findings.filter(({ rule }) => rule === 'license')).toEqual([]);
  const offline = await checkFolders(sides('{ level: error, allow: [MIT] }'), [
    '--registry',
    registry.url,
    '--offline',
  ]);
  const found = offline.report.findings.filter(({ rule }) => rule === 'license');
  expect(found).toHaveLength(names.length);
  expect(found.every(({ outcome, level }) => outcome === 'indeterminate' && level === 'error')).toBe(true);
});
