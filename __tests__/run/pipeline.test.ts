import { describe, expect, test } from '@jest/globals';

import { runGate } from '../../src/run/pipeline.ts';
import { recordingOf } from '../../src/run/evidence-recording.ts';
import { reportOf } from '../../src/run/report-of.ts';
import type { GateRequest } from '../../src/run/request.ts';
import { presetNames } from '../../src/policy/schema/names.ts';
import { jsonReport } from '../../src/report/formats/json.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

const description = {
  dependencies: { 'left-pad': '^1.0.0' },
  packages: { 'node_modules/left-pad': { version: '1.0.0' } },
};
const source = {
  lockEntry: (name: string, version: string) => ({
    version,
    resolved: `https://registry.example/${name}/-/${name}-${version}.tgz`,
    integrity: `sha512-${'A'.repeat(86)}==`,
  }),
};
const files = { 'package.json': npmManifest(description), 'package-lock.json': npmLockfile(source, description) };

const unchanged = async (policy: Pick<GateRequest, 'policy' | 'preset'>, head: object = files) => {
  const base = memorySnapshot(files);
  const run = await runGate({
    ...{ mode: 'check', base, head: memorySnapshot({ ...head }), trusted: base, ...policy },
    ...{ policyPath: '.github/dependency-policy.yml', now: '2026-11-25T00:00:00.000Z', offline: true },
    ...{ env: {}, workTree: '/nonexistent' },
  });
  return { report: reportOf(run), evidence: recordingOf(run) };
};

describe('a change in which there is nothing to judge', () => {
  test.each(presetNames)(
    'reports under the preset %s what it would under a file that says no more than that',
    async (preset) => {
      const short = await unchanged({ preset });
      const full = await unchanged({
        policy: { source: `preset ${preset}`, text: `version: 1\nextends: ${preset}\n` },
      });
      expect(short.report).toMatchObject({ verdict: 'pass', counts: { findings: 0 }, lockfiles: [{ packages: 1 }] });
      expect(jsonReport(short.report)).toBe(jsonReport(full.report));
    },
  );

  test('leaves evidence that comes to the same report', async () => {
    const { report, evidence } = await unchanged({ preset: 'strict' });
    if (evidence === undefined) throw new Error('nothing was recorded');
    expect(jsonReport(reportOf(await runGate({ replay: evidence })))).toBe(jsonReport(report));
  });

  test('is not one where a lockfile cannot be read', async () => {
    const { report } = await unchanged({}, { ...files, 'package-lock.json': '{' });
    expect(report).toMatchObject({ verdict: 'error', errors: [{ path: 'package-lock.json' }] });
  });

  test('is not one where the file has an exception of its own', async () => {
    const exception = '{ package: left-pad, rules: [cooldown], reason: Long ago., expires: 2026-01-01 }';
    const text = `version: 1\nexceptions: [${exception}]\n`;
    const { report } = await unchanged({ policy: { source: 'policy.yml', text } });
    expect(report.findings.map(({ rule }) => rule)).toEqual(['exception-hygiene']);
  });
});
