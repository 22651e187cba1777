import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Preset } from '../../src/policy/load.ts';
import { runGate } from '../../src/run/pipeline.ts';
import type { Run } from '../../src/run/request.ts';
import { pkg, startRegistry } from './loopback-registry.ts';
import type { LoopbackRegistry } from './loopback-registry.ts';
import type { MemoryFile } from './memory-snapshot.ts';
import { memorySnapshot } from './memory-snapshot.ts';

export type Files = Readonly<Record<string, MemoryFile>>;

const fixtures = join(import.meta.dirname, '../fixtures/zero-install');

/** A fixture's files by path. The loader gets the program that the fixture leaves out. */
export function zeroInstall(state: string, program = 'run(hydrateRuntimeState);\n'): Record<string, MemoryFile> {
  const folder = join(fixtures, state);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => {
      const bytes = readFileSync(join(folder, path));
      return [path, path === '.pnp.cjs' ? Buffer.concat([bytes, Buffer.from(program)]) : bytes];
    }),
  );
}

export const tarballOfFixture = (name: string): Buffer => readFileSync(join(fixtures, `${name}.tgz`));

/** The registry that the fixtures were installed from. */
export function fixtureRegistry(): Promise<LoopbackRegistry> {
  const plat = { os: ['linux', 'win32'], cpu: ['x64', 'arm64'] };
  return startRegistry({
    packages: {
      beta: pkg({
        '2.0.0': { publishedAt: '2026-01-01T00:00:00.000Z', bytes: tarballOfFixture('beta-2.0.0') },
        '2.1.0': { publishedAt: '2026-06-01T00:00:00.000Z', bytes: tarballOfFixture('beta-2.1.0') },
      }),
      '@acme/plat': pkg({
        '1.0.0': { bytes: tarballOfFixture('plat-1.0.0'), manifest: plat, publishedAt: '2026-01-01T00:00:00.000Z' },
      }),
    },
    downloads: { beta: 1_000_000, '@acme/plat': 1_000_000 },
  });
}

/** Judges a change of these files. */
export function judgeFiles(
  base: Files,
  head: Files,
  { registry, ids = true, policy, preset, offline = registry === undefined }: Judging = {},
): Promise<Run> {
  const before = memorySnapshot(base, { ids });
  return runGate({
    ...{ mode: 'check', base: before, head: memorySnapshot(head, { ids }), trusted: before },
    ...{ policyPath: '.github/dependency-policy.yml', now: '2026-11-25T00:00:00.000Z' },
    ...(policy !== undefined && { policy: { source: 'policy.yml', text: policy } }),
    ...(preset !== undefined && { preset }),
    ...(registry !== undefined && { registry: registry.url }),
    ...{ offline, env: {}, workTree: '/nonexistent' },
  });
}

export interface Judging {
  readonly registry?: LoopbackRegistry;
  readonly ids?: boolean;
  readonly policy?: string;
  readonly preset?: Preset;
  readonly offline?: boolean;
}

/** Findings above a note, as `level rule code path`. */
export function loud({ judgement }: Run): readonly string[] {
  return judgement.findings
    .filter(({ level, status }) => level !== 'note' && status === 'reported')
    .map(
      ({ level, floor, rule, codes, lockfile }) => `${floor ? 'floor' : level} ${rule} ${codes.join('+')} ${lockfile}`,
    );
}
