import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

import { loadPolicy } from '../../src/policy/load.ts';
import { rules } from '../../src/rules/index.ts';

const generator = join(import.meta.dirname, '..', '..', 'scripts', 'generate.mjs');
const generate = (...args: readonly string[]) =>
  spawnSync(process.execPath, [generator, ...args], { encoding: 'utf8', timeout: 60_000 });

const expected = [
  'docs/policy.md',
  'docs/policy.schema.json',
  'docs/report.schema.json',
  'docs/rules.md',
  'src/policy/preset-digests.ts',
  'src/rules/index.ts',
];

let folder = '';
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lockgate-generate-'));
  expect(generate('--output', folder)).toMatchObject({ status: 0, stderr: '' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('writes what follows from the code, and the same again', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
  expect(paths.sort()).toEqual(expected);
  expect(generate('--check', '--output', folder)).toMatchObject({ status: 0, stdout: 'nothing to do\n' });
});

test('--check names each stale file, exits with 1 and writes nothing', () => {
  const rulesPage = read('docs/rules.md');
  writeFileSync(join(folder, 'docs/rules.md'), `${rulesPage}edited by hand\n`);
  rmSync(join(folder, 'docs/policy.md'));
  const { status, stderr } = generate('--check', '--output', folder);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^docs\/rules\.md is stale: .*\ndocs\/policy\.md is stale: .*\n$/);
  expect(read('docs/rules.md')).toContain('edited by hand');
  expect(generate('--output', folder).stdout).toBe('wrote docs/rules.md\nwrote docs/policy.md\n');
  expect(read('docs/rules.md')).toBe(rulesPage);
});

test('refuses a flag that it does not know', () => {
  expect(generate('--chekc').status).toBe(1);
});

describe('the pages', () => {
  test('hold every rule, and every message with what to do', () => {
    const page = read('docs/rules.md');
    for (const rule of rules) {
      expect(page).toContain(`\n## ${rule.id}\n`);
      for (const code of Object.keys(rule.messages)) expect(page).toContain(`\n- \`${code}\` (`);
      expect(read('docs/policy.md')).toContain(`rules.md#${rule.id}`);
    }
    expect(page).not.toMatch(/undefined|\[object|NaN/);
    expect(read('docs/policy.md')).not.toMatch(/undefined|\[object|NaN/);
  });

  const examplesOf = (page: string) => [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, yaml = '']) => yaml);
  const load = (text: string) => loadPolicy({ source: 'policy.yml', text: new TextEncoder().encode(text) });

  test("the policy page's example is a policy, and the JSON Schema agrees", () => {
    const [example = ''] = examplesOf(read('docs/policy.md'));
    expect(load(example)).toMatchObject({ source: 'policy.yml', mode: 'enforce' });
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(read('docs/policy.schema.json')) as object);
    expect([validate(parse(example)), validate.errors]).toEqual([true, null]);
    expect(validate({ version: 1, cooldwon: 'off' })).toBe(false);
    expect(validate({ version: 1, rules: { existence: 'off' } })).toBe(false);
  });

  test("every rule's exception is one that a policy may hold", () => {
    const snippets = examplesOf(read('docs/rules.md'));
    expect(snippets.length).toBeGreaterThan(0);
    for (const snippet of snippets) expect(load(`version: 1\n${snippet}`).exceptions).toHaveLength(1);
  });

  test("the report's JSON Schema compiles", () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    expect(ajv.validateSchema(JSON.parse(read('docs/report.schema.json')) as object)).toBe(true);
  });
});
