import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from '@marcbachmann/cel-js';

import type { Report } from '../src/model/index.ts';
import { change, finding, report } from './report/sample.ts';
import { repositoryRoot, runCli, temporaryFolder } from './support/cli.ts';
import { runProcess } from './support/run-process.ts';

/** The example of docs/own-rules.md, as it stands there, over reports of lockgate. */

const page = readFileSync(join(repositoryRoot, 'docs/own-rules.md'), 'utf8');
const block = (language: string) => new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'ms').exec(page)?.[1] ?? '';
const rules = JSON.parse(block('json')) as Record<string, string>;
const folder = temporaryFolder({ 'own-rules.json': block('json'), 'own-rules.mjs': block('js'), 'package.json': '{}' });

beforeAll(() => symlinkSync(join(repositoryRoot, 'node_modules'), join(folder.path, 'node_modules')));
afterAll(() => folder.remove());

function run(text: string, rulesFile = 'own-rules.json') {
  writeFileSync(join(folder.path, 'report.json'), text);
  return runProcess(process.execPath, ['own-rules.mjs', rulesFile, 'report.json'], { cwd: folder.path, env: {} });
}

async function judged(example: string): Promise<string> {
  const at = join(repositoryRoot, 'examples', example);
  const sides = ['--base-dir', join(at, 'base'), '--head-dir', join(at, 'head')];
  const { stdout } = await runCli(['check', ...sides, '--evidence', join(at, 'evidence.json'), '--format', 'json']);
  return stdout;
}

describe('the program', () => {
  test('passes the harmless example', async () => {
    expect(await run(await judged('harmless'))).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });

  test('objects to the new direct dependency of the takeover, and to nothing else', async () => {
    expect(await run(await judged('takeover'))).toMatchObject({
      status: 1,
      stdout: `own rule "${Object.keys(rules)[0]}": "react-codeshift 1.0.0"\n`,
    });
  });

  test.each<[string, string]>([
    ['another document', JSON.stringify({ ...report({}), schema: 'lockgate-report/2' })],
    ['a report with errors', JSON.stringify(report({ errors: [{ code: 'x', message: 'y' }] }))],
    ['no JSON', ''],
    ['a report without what a rule reads', JSON.stringify({ ...report({}), changes: undefined })],
  ])('fails over %s', async (_, text) => {
    const { status, stdout } = await run(text);
    expect([status === 0, stdout]).toEqual([false, '']);
  });

  test('fails over a report that blocks, although no rule objects', async () => {
    const blocked = report({ findings: [finding({ rule: 'cooldown' })] });
    expect(blocked.verdict).toBe('fail');
    expect((await run(JSON.stringify(blocked))).status).toBe(1);
  });

  test.each(['{}', '[]'])('fails without any rule: %s', async (none) => {
    writeFileSync(join(folder.path, 'none.json'), none);
    expect((await run(JSON.stringify(report({})), 'none.json')).status).not.toBe(0);
  });

  test('fails where a rule is no list', async () => {
    writeFileSync(join(folder.path, 'wrong.json'), '{ "x": "true" }');
    expect((await run(JSON.stringify(report({})), 'wrong.json')).status).not.toBe(0);
  });

  test('prints a name of somebody else as one inert line', async () => {
    const name = 'x\n::error::y ##[group]\u202e\u2028';
    const { stdout, status } = await run(JSON.stringify(report({ changes: [change({ name, direct: true })] })));
    expect(status).toBe(1);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toMatch(/^[ -~]*\n$/);
    expect(stdout).not.toContain('##[');
  });
});

describe('the shell lines', () => {
  const [, install = '', lines = ''] = /^```sh\n(npm install.*?)^```.*?^```sh\n(.*?)^```/ms.exec(page) ?? [];
  /** Runs the lines as a job does, with this exit status of lockgate. */
  const shell = (status: number, text: string) => {
    const fake = `lockgate() { printf '%s' '${text}' > report.json; return ${status}; }\n`;
    return runProcess('bash', ['-ec', `${fake}${lines}`], {
      cwd: folder.path,
      env: { PATH: process.env['PATH'] ?? '' },
    });
  };

  test('name the engine with the version that this repository tests', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as {
      devDependencies: Record<string, string>;
    };
    expect(install).toContain(`@marcbachmann/cel-js@${devDependencies['@marcbachmann/cel-js']}\n`);
  });

  const passing = JSON.stringify(report({}));
  test('run the rules also where the gate blocks, and end with its status', async () => {
    const objected = JSON.stringify(
      report({ changes: [change({ name: 'a', direct: true, dependencyTypes: ['prod'] })] }),
    );
    const blocked = await shell(1, objected);
    expect([blocked.status, blocked.stdout]).toEqual([1, expect.stringContaining('own rule "direct dependencies')]);
    expect((await shell(0, objected)).status).toBe(1);
    expect((await shell(1, passing)).status).toBe(1);
    expect((await shell(0, passing)).status).toBe(0);
  });

  test('end before the rules where there is no report', async () => {
    expect(await shell(2, 'x')).toMatchObject({ status: 2, stdout: '', stderr: '' });
  });
});

describe('the rules', () => {
  const objections = (made: Report) =>
    Object.values(rules).map((rule) => parse(rule)({ report: JSON.parse(JSON.stringify(made)) as Report }) as string[]);
  const direct = change({ name: 'a', direct: true, dependencyTypes: ['prod'] });

  test('hold a direct production dependency without verified provenance, whatever the reason', () => {
    expect(objections(report({ changes: [direct] }))).toEqual([[`a ${direct.version}`], [], []]);
    expect(objections(report({ changes: [{ ...direct, direct: false }] }))[0]).toEqual([]);
    expect(objections(report({ changes: [{ ...direct, dependencyTypes: ['dev'] }] }))[0]).toEqual([]);
    for (const more of [
      { kind: 'updated', changed: ['dependency-types'] },
      { dependencyTypes: ['optional'] },
      { dependencyTypes: ['prod', 'dev'] },
    ] as const) {
      expect(objections(report({ changes: [{ ...direct, ...more }] }))[0]).toHaveLength(1);
    }
  });

  test('count, and look at what was waived', () => {
    const many = Array.from({ length: 26 }, (_, index) => change({ name: `p${index}`, direct: false }));
    const waived = finding({ rule: 'takeover', name: 'a', status: 'excepted', decision: 'SEC-1' });
    expect(objections(report({ changes: many, findings: [waived] })).slice(1)).toEqual([
      ['adds 26'],
      ['takeover for a'],
    ]);
  });
});

test('the workflow is one', async () => {
  const content = block('yaml').replaceAll('<40 hex>', '0'.repeat(40)).replace('OWNER/', 'octo/');
  const { context, value } = parseWorkflow({ name: 'own.yml', content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  expect(context.errors.getErrors().map(({ message }) => message)).toEqual([]);
});
