import { expect, test } from '@jest/globals';

import { LEDGER } from '../../src/text/record-name.ts';
import type { DecisionRecord } from '../../src/model/index.ts';
import { runCli } from '../support/cli.ts';
import {
  approval,
  denial,
  entry,
  id,
  now,
  registry,
  repositoryWith,
  run,
  sides,
  useRegistry,
} from '../support/recorded-repository.ts';
import { approvalOf, denialOf, fileOf, recorded } from '../support/records.ts';

/** The records of a base branch, on the command line. */

useRegistry();

test('check: what the base’s records approved is let in, and it says that nobody asked who proposes it', async () => {
  const { status, report } = await run(repositoryWith([approval()]), ['check']);
  expect(status).toBe(0);
  const { path } = fileOf(approval());
  expect(report.findings.map(({ status: one, coveredBy }) => [one, coveredBy])).toEqual(
    expect.arrayContaining([
      ['approved', expect.objectContaining({ by: [expect.objectContaining({ record: path })] })],
    ]),
  );
  expect(report.decisions).toMatchObject({
    asked: false,
    offers: [{ line: null, isApproved: true }],
    ledger: { used: [{ record: path }], notes: [expect.stringContaining('Who proposes the change is not known here')] },
  });
});

test('check: a record that only the work tree has lets nothing in', async () => {
  const repository = repositoryWith([]);
  for (const { path, text } of [approval()].map(fileOf)) repository.write(path, text);
  const { status, report } = await run(repository, ['check']);
  expect([status, report.decisions]).toEqual([1, undefined]);
});

test('audit: what was approved is covered, what is denied is a finding, and no exception is called unused', async () => {
  const calm = repositoryWith([approval()]);
  calm.commit();
  const audited = await run(calm, ['audit']);
  expect([audited.status, audited.report.findings.filter(({ status }) => status === 'reported')]).toEqual([0, []]);
  const denied = repositoryWith([approval(), denial()]);
  denied.commit();
  const { status, report } = await run(denied, ['audit']);
  expect([status, report.findings.map(({ rule }) => rule)]).toEqual([1, expect.arrayContaining(['deny'])]);
  expect(report.findings.some(({ rule }) => rule === 'exception-hygiene')).toBe(false);
});

test('audit: a record that nothing is about says nothing, and bothers nobody', async () => {
  const other = approval({ ...entry, preimage: { ...entry.preimage, purl: 'pkg:npm/elder@1.0.0' } });
  const repository = repositoryWith([other]);
  repository.write('package-lock.json', sides.base['package-lock.json'] as string);
  repository.write('package.json', sides.base['package.json'] as string);
  const { status, report } = await run(repository, ['audit']);
  expect([status, report.decisions, report.findings]).toEqual([0, undefined, []]);
});

test('vet: what a record denies is not admitted, and what it approved is', async () => {
  const plain = (records: readonly DecisionRecord[]) => {
    const repository = repositoryWith(records);
    repository.git('checkout', '-q', '.');
    return repository;
  };
  expect((await run(plain([]), ['vet', 'young@1.0.0'])).status).toBe(1);
  const approved = await run(plain([approval()]), ['vet', 'young@1.0.0']);
  expect([approved.status, approved.report.decisions?.ledger?.notCounted]).toEqual([0, []]);
  const denied = await run(plain([denial()]), ['vet', 'young@1.0.0']);
  expect(denied.report.findings.map(({ rule }) => rule)).toContain('deny');
});

test('text: who approved it by which record, who denied it, and what does not count', async () => {
  const { path } = fileOf(approval());
  const text = async (records: readonly DecisionRecord[], command: readonly string[] = ['check']) => {
    const { folder } = repositoryWith(records);
    const args = [...command, '--now', now, '--registry', registry.url, '--repository-id', String(id)];
    return (await runCli(args, { cwd: folder })).stdout.replaceAll(/\s+/g, ' ');
  };
  expect(await text([approval()])).toContain(`\`young@1.0.0\`, by \`ann\` in record \`${path}\` (\`Read it.\`)`);
  expect(await text([denial()])).toContain('`young@1.0.0`, by `bob`: `It phones home.` (record');
  expect(await text([approvalOf(entry, [recorded(40, 'eve', entry.codes)])])).toContain(
    'none of its people is an approver any more',
  );
  expect(await text([approval()], ['explain', 'young'])).toContain(path);
  expect(path.startsWith(LEDGER)).toBe(true);
});

test('hostile texts of records stay text', async () => {
  const reason = '`\n::error::x <img src=x> \u202e';
  const record = denialOf(entry.preimage, [{ ...recorded(30, '`]($evil)\n::warning::', []), reason }]);
  const { folder } = repositoryWith([record]);
  for (const format of ['text', 'markdown']) {
    const args = ['check', '--now', now, '--registry', registry.url, '--repository-id', String(id), '--format', format];
    const { stdout } = await runCli(args, { cwd: folder });
    expect(stdout).toContain('young');
    expect(stdout).not.toMatch(/^::|\u202e/m);
    const outside = stdout.split('`').filter((__, at) => at % 2 === 0);
    if (format === 'markdown') expect(outside.join('')).not.toMatch(/<img|\$evil/);
  }
});
