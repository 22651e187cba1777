import { expect, test } from '@jest/globals';

import { aloneOf } from '../../src/cli/vet-alone.ts';
import { readSpecs } from '../../src/cli/vet-specs.ts';
import type { Change, Finding } from '../../src/model/index.ts';
import type { Run } from '../../src/run/request.ts';
import { dossierOf } from '../support/dossier.ts';

/** Which findings count for which of several specs. */

const finding = (name: string | null, patch: Partial<Finding> = {}): Finding => ({
  ...{ rule: 'malware', level: 'error', floor: true, outcome: 'violation', codes: ['malicious'] },
  ...{ name, version: name === null ? null : '1.0.0', message: '', remediation: '', lockfile: '', line: 1, places: 1 },
  ...{ fingerprint: '', status: 'reported', decision: null },
  ...patch,
});
const change = (...via: readonly string[]): Change =>
  dossierOf({ change: { name: via.at(-1) ?? '', version: '1.0.0', direct: via.length === 1, via: [via] } }).change;

function runOf(
  verdict: Run['judgement']['verdict'],
  findings: readonly Finding[],
  changes: readonly Change[] = [],
): Run {
  const comparison: Run['comparison'] = {
    ...{ mode: 'check', head: 'head', lockfiles: [], observations: [], errors: [], changes },
  };
  return {
    ...{ now: '2026-06-10T00:00:00.000Z', trust: {}, whole: comparison, comparison },
    ...{ collected: { dossiers: [], answers: [] }, judgement: { verdict, findings }, failed: false },
  };
}

async function counted(specs: readonly string[], run: Run, own: Readonly<Record<string, Run>> = {}) {
  const judged: string[] = [];
  const found = await aloneOf(readSpecs(specs), run, ({ name }) => {
    judged.push(name);
    return Promise.resolve(own[name] ?? runOf('pass', []));
  });
  const names = [...found].map(([{ text }, { findings }]) =>
    [text, ...findings.map(({ name }) => name ?? '-')].join(' '),
  );
  return { names, judged };
}

test('each spec that is blocked together with others is judged by itself', async () => {
  const run = runOf('fail', [finding('a')], [change('a'), change('b')]);
  const { names, judged } = await counted(['a', 'b'], run, { a: runOf('fail', [finding('a')]) });
  expect(names).toEqual(['a a', 'b']);
  expect(judged).toEqual(['a', 'b']);
});

test('what is found only of all of them together counts for each: no path of a graph has to say so', async () => {
  const run = runOf('fail', [finding('shared')], [change('a'), change('b'), change('a', 'shared')]);
  expect((await counted(['a', 'b'], run)).names).toEqual(['a shared', 'b shared']);
});

test('what only warns of one alone, and blocks together, is found together', async () => {
  const run = runOf('fail', [finding('shared')], [change('a'), change('b')]);
  const alone = runOf('warn', [finding('shared', { level: 'warn', floor: false })]);
  expect((await counted(['a', 'b'], run, { a: alone })).names).toEqual(['a shared shared', 'b shared']);
});

test('of very many specs what blocks one counts for each', async () => {
  const specs = Array.from({ length: 21 }, (_, at) => `p${at}`);
  const { names, judged } = await counted(
    specs,
    runOf(
      'fail',
      [finding('p0')],
      specs.map((name) => change(name)),
    ),
  );
  expect(names.every((each) => each.endsWith(' p0'))).toBe(true);
  expect(judged).toEqual([]);
});

test('where nothing blocks, warnings are told apart by what pulls in what, and those about no package count for each', async () => {
  const warn = { level: 'warn', floor: false } as const;
  const findings = [finding('a', warn), finding('leaf', warn), finding(null, warn)];
  const run = runOf('warn', findings, [change('a'), change('b'), change('b', 'leaf')]);
  const { names, judged } = await counted(['a', 'b'], run);
  expect(names).toEqual(['a a -', 'b leaf -']);
  expect(judged).toEqual([]);
});
