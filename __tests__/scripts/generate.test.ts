import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

import { fileCodes } from '../../src/policy/waivable.ts';
import { rules } from '../../src/rules/index.ts';
import { loadPolicy } from '../support/load-policy.ts';

const generator = join(import.meta.dirname, '..', '..', 'scripts', 'generate.mjs');
const generate = (...args: readonly string[]) =>
  spawnSync(process.execPath, [generator, ...args], { encoding: 'utf8', timeout: 60_000 });

const expected = [
  'docs/answer.schema.json',
  'docs/fleet.schema.json',
  'docs/policy.md',
  'docs/policy.schema.json',
  'docs/report.d.ts',
  'docs/history.d.ts',
  'docs/report.schema.json',
  'docs/history.schema.json',
  'docs/rules.md',
  ...rules.map(({ id }) => `docs/rules/${id}.md`),
  'src/policy/preset-digests.ts',
  'src/report/view/rule-codes.ts',
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
  expect(paths.sort()).toEqual([...expected].sort());
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
    for (const rule of rules) {
      const page = read(`docs/rules/${rule.id}.md`);
      expect(page).toContain(`\n# ${rule.id}\n\n${rule.summary}\n`);
      expect(page).toContain(
        rule.incident === undefined ? rule.why : `**${rule.incident.date}.** ${rule.incident.what}`,
      );
      for (const code of Object.keys(rule.messages)) expect(page).toContain(`\n### \`${code}\`\n`);
      for (const { title } of rule.examples) expect(page).toContain(`\n**${title}**\n`);
      expect(page).not.toMatch(/undefined|\[object|NaN/);
      expect(read('docs/rules.md')).toContain(`](rules/${rule.id}.md)`);
      expect(read('docs/policy.md')).toContain(`](rules/${rule.id}.md)`);
    }
    expect(read('docs/policy.md')).not.toMatch(/undefined|\[object|NaN/);
  });

  test('an incident is dated, and lies in the past of this project', () => {
    const dates = rules.flatMap(({ incident }) => incident?.date ?? []);
    expect(dates.length).toBeGreaterThan(10);
    for (const date of dates) expect(date).toMatch(/^20(1[7-9]|2[0-6])-(0[1-9]|1[0-2])(-\d\d)?$/);
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

  test('every policy of a rule page is one, and decides about that rule', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const validate = ajv.compile(JSON.parse(read('docs/policy.schema.json')) as object);
    for (const rule of rules) {
      const { id, floor, subject } = rule;
      const blocks = examplesOf(read(`docs/rules/${id}.md`));
      for (const block of blocks) expect([validate(parse(block)), validate.errors]).toEqual([true, null]);
      const policies = blocks.map(load);
      const excepted = policies.flatMap(({ exceptions }) =>
        exceptions.flatMap((one) => (one.about === 'file' ? one.codes : one.rules)),
      );
      const ofFile = [...fileCodes([rule]).keys()].slice(0, 1);
      const ofPackage = floor === 'whole' || subject !== 'package' || id === 'deny' ? [] : [id];
      expect(excepted).toEqual(subject === 'lockfile' ? ofFile : ofPackage);
      const set = policies.filter(({ origins }) => origins.get(`rules.${id}.level`)?.startsWith('policy.yml'));
      expect(set).toHaveLength(floor === 'whole' ? 0 : 1);
    }
  });

  test('a page that no rule has any more is named, and removed', () => {
    writeFileSync(join(folder, 'docs/rules/gone.md'), 'gone');
    expect(generate('--check', '--output', folder)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('docs/rules/gone.md is stale'),
    });
    expect(generate('--output', folder).status).toBe(0);
    expect(readdirSync(join(folder, 'docs/rules'))).not.toContain('gone.md');
  });

  test("the report's JSON Schema compiles", () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    expect(ajv.validateSchema(JSON.parse(read('docs/report.schema.json')) as object)).toBe(true);
    expect(ajv.validateSchema(JSON.parse(read('docs/answer.schema.json')) as object)).toBe(true);
    expect(ajv.validateSchema(JSON.parse(read('docs/history.schema.json')) as object)).toBe(true);
    expect(ajv.validateSchema(JSON.parse(read('docs/fleet.schema.json')) as object)).toBe(true);
  });
});
