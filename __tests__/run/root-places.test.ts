import { describe, expect, test } from '@jest/globals';

import type { Snapshot } from '../../src/model/index.ts';
import { parseEvidence, serializeEvidence } from '../../src/recording/evidence-file.ts';
import { jsonReport } from '../../src/report/formats/json.ts';
import { parseReport } from '../../src/report/schema.ts';
import { recordingOf } from '../../src/run/evidence-recording.ts';
import { runGate } from '../../src/run/pipeline.ts';
import { withRootPlaces } from '../../src/run/root-places.ts';
import { reportOf } from '../../src/run/report-of.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** Which line of which manifest pulls a transitive package in. Without network access: what is denied by name is found. */

type Files = Readonly<Record<string, MemoryFile>>;

/** pnpm's lockfile lists what importers ask for, so that no manifest has to be read for it. */
interface Importer {
  readonly folder: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const pin = `{integrity: sha512-${'A'.repeat(86)}==}`;
/** @param packages by `name@version`: the packages that it requires, likewise */
function project(importers: readonly Importer[], packages: Readonly<Record<string, readonly string[]>>): Files {
  const nameOf = (key: string) => key.slice(0, key.lastIndexOf('@'));
  const versionOf = (key: string) => key.slice(key.lastIndexOf('@') + 1);
  const list = (dependencies: Readonly<Record<string, string>>) =>
    Object.entries(dependencies)
      .map(([name, version]) => `      ${name}:\n        specifier: ${version}\n        version: ${version}\n`)
      .join('');
  const snapshot = ([key, needs]: readonly [string, readonly string[]]) =>
    `  ${key}:${needs.length === 0 ? ' {}' : `\n    dependencies:\n${needs.map((each) => `      ${nameOf(each)}: ${versionOf(each)}\n`).join('')}`}\n`;
  return {
    'pnpm-workspace.yaml': "packages:\n  - 'packages/*'\n",
    ...Object.fromEntries(
      importers.map(({ folder, dependencies }) => [
        folder === '.' ? 'package.json' : `${folder}/package.json`,
        `${JSON.stringify({ name: folder, private: true, dependencies }, undefined, 2)}\n`,
      ]),
    ),
    'pnpm-lock.yaml': [
      "lockfileVersion: '9.0'\n\nimporters:\n\n",
      ...importers.map(({ folder, dependencies }) => `  ${folder}:\n    dependencies:\n${list(dependencies)}\n`),
      ...['packages:\n\n', ...Object.keys(packages).map((key) => `  ${key}:\n    resolution: ${pin}\n\n`)],
      ...['snapshots:\n\n', ...Object.entries(packages).map(snapshot)],
    ].join(''),
  };
}

const policy = 'version: 1\nextends: audit\ndeny: [{ package: "ghost*", reason: "x" }]\n';

async function judged(base: Files, head: Snapshot, text = policy) {
  const request = {
    ...({ mode: 'check', base: memorySnapshot(base), head, trusted: head, policyPath: 'policy.yml' } as const),
    ...{ policy: { source: 'policy.yml', text }, now: '2026-11-25T00:00:00.000Z' },
    ...{ offline: true, env: {}, workTree: '/nonexistent' },
  };
  const run = await runGate(request);
  const roots = Object.fromEntries(reportOf(run).changes.map(({ name, roots }) => [name, roots]));
  return { run, report: reportOf(run), roots };
}

const web = { folder: 'packages/web', dependencies: { other: '1.0.0', shared: '2.0.0' } };
const api = { folder: 'packages/api', dependencies: { shared: '1.0.0' } };
const before = project([web, api], { 'other@1.0.0': [], 'shared@1.0.0': [], 'shared@2.0.0': [] });
const after = project([web, api], {
  'ghost@1.0.0': [],
  'other@1.0.0': [],
  'shared@1.0.0': [],
  'shared@2.0.0': ['ghost@1.0.0'],
});

describe('the manifest that pulls a package in', () => {
  test('is that of the importer whose version does, not of one that asks for another version of the same name', async () => {
    const { roots } = await judged(before, memorySnapshot(after));
    expect(roots['ghost']).toEqual([{ path: 'packages/web/package.json', line: 6, name: 'shared' }]);
  });

  test('is read only where something is found', async () => {
    const { run } = await judged(before, memorySnapshot(after));
    const [none, some] = [memorySnapshot(after), memorySnapshot(after)];
    await withRootPlaces({ ...run, judgement: { verdict: 'pass', findings: [] } }, none);
    await withRootPlaces(run, some);
    expect([none.reads, some.reads]).toEqual([[], ['packages/web/package.json']]);
  });

  test('has no line where it cannot be read, and the verdict is the same', async () => {
    const base = { ...before, 'packages/web/package.json': '{' };
    const { report, roots } = await judged(base, memorySnapshot({ ...after, 'packages/web/package.json': '{' }));
    expect([report.verdict, report.errors, roots['ghost']]).toEqual(['fail', [], undefined]);
  });

  test('is one of at most twenty', async () => {
    const folders = Array.from({ length: 30 }, (_, at) => `packages/p${String(at).padStart(2, '0')}`);
    const importers = folders.map((folder, at) => ({ folder, dependencies: { [`root-${at}`]: '1.0.0' } }));
    const some = (needs: (at: number) => readonly string[]) =>
      Object.fromEntries(folders.map((_, at) => [`root-${at}@1.0.0`, needs(at)]));
    const ghosts = Object.fromEntries(folders.map((_, at) => [`ghost-${at}@1.0.0`, []]));
    const head = memorySnapshot(project(importers, { ...ghosts, ...some((at) => [`ghost-${at}@1.0.0`]) }));
    const { roots } = await judged(
      project(
        importers,
        some(() => []),
      ),
      head,
    );
    expect(Object.values(roots).filter((each) => each !== undefined)).toHaveLength(20);
  });

  test('is in the recording, so that a replay gives the same report', async () => {
    const { run, report } = await judged(before, memorySnapshot(after));
    const recording = recordingOf(run);
    if (recording === undefined) throw new Error('no recording');
    const replay = await parseEvidence(serializeEvidence(recording), 'evidence.json');
    const again = reportOf(await runGate({ replay }));
    expect(jsonReport(again)).toBe(jsonReport(report));
    expect(parseReport(jsonReport(report))).toEqual(report);
  });
});
