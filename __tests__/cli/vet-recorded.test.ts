import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { parseReport } from '../../src/report/schema.ts';
import { runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';

/** What `vet` judged, judged again from its recording: what is locked of what is named, and who proposes it. */

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      app: pkg({ '1.0.0': { dependencies: { leaf: '^1.0.0' } } }),
      leaf: pkg({ '1.0.0': {} }),
      other: pkg({ '1.0.0': {} }),
    },
  });
});
afterAll(() => registry.close());

test('a recording gives the same report, and no version that it does not hold is offered', async () => {
  const described = {
    dependencies: { app: '^1.0.0' },
    packages: {
      'node_modules/app': { version: '1.0.0', dependencies: { leaf: '^1.0.0' } },
      'node_modules/leaf': { version: '1.0.0' },
    },
  };
  const folder = temporaryFolder({
    'package.json': npmManifest(described),
    'package-lock.json': npmLockfile(registry, described),
  });
  try {
    const vet = async (...more: readonly string[]) => {
      const args = [
        'vet',
        'app',
        'other',
        '--as',
        'agent',
        '--now',
        '2026-06-10T00:00:00Z',
        '--registry',
        registry.url,
      ];
      return runCli([...args, ...more], { cwd: folder.path });
    };
    const live = await vet('--format', 'json', '--evidence-out', 'evidence.json');
    const report = parseReport(live.stdout);
    expect(report.changes.map(({ name }) => name)).toEqual(['app', 'leaf', 'other']);
    expect(report.findings.map(({ rule, name }) => `${rule} ${name ?? ''}`)).toContain('new-direct-dependency other');
    const before = registry.requests.length;
    expect(parseReport((await vet('--format', 'json', '--evidence', 'evidence.json')).stdout)).toEqual(report);
    const answered = await vet('--format', 'answer', '--evidence', 'evidence.json');
    const { answers } = JSON.parse(answered.stdout) as { answers: { decision: string; admissible: string | null }[] };
    expect(answers.map(({ decision, admissible }) => [decision, admissible])).toEqual([
      ['ask', null],
      ['ask', null],
    ]);
    expect(registry.requests.length).toBe(before);
    const replayed = await runCli(['replay', 'evidence.json', '--format', 'json'], { cwd: folder.path });
    expect(parseReport(replayed.stdout)).toEqual(report);
  } finally {
    folder.remove();
  }
});
