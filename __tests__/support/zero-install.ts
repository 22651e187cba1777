import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { Header } from 'tar';

import type { Preset } from '../../src/policy/load.ts';
import { runGate } from '../../src/run/pipeline.ts';
import type { Run } from '../../src/run/request.ts';
import { pkg, startRegistry } from './loopback-registry.ts';
import type { LoopbackRegistry } from './loopback-registry.ts';
import type { MemoryFile } from './memory-snapshot.ts';
import { memorySnapshot } from './memory-snapshot.ts';

export type Files = Readonly<Record<string, MemoryFile>>;

const fixtures = join(import.meta.dirname, '../fixtures/zero-install');

/** Stands for the program that every loader has: long enough to be taken for one. */
export const loaderProgram = `${Array.from({ length: 40 }, (_, at) => `const part${at * 7919} = require('part-${at}');`).join('\n')}\n`;

/** A fixture's files by path. The loader gets the program that the fixture leaves out. */
export function zeroInstall(state: string, program = loaderProgram): Record<string, MemoryFile> {
  const folder = join(fixtures, state);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = paths.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(
    files.map((path) => {
      const bytes = readFileSync(join(folder, path));
      return [
        path.replace(/(^|\/)_package\.json$/, '$1package.json'),
        path === '.pnp.cjs' ? Buffer.concat([bytes, Buffer.from(program)]) : bytes,
      ];
    }),
  );
}

export const tarballOfFixture = (name: string): Buffer => readFileSync(join(fixtures, `${name}.tgz`));

/** A tarball of files with these texts. */
export function tarballWith(files: Readonly<Record<string, string>>): Buffer {
  const blocks = Object.entries(files).flatMap(([path, text]) => {
    const [head, data] = [Buffer.alloc(512), Buffer.from(text)];
    new Header({ path: `package/${path}`, size: data.length, mode: 0o644, type: 'File', mtime: new Date(0) }).encode(
      head,
      0,
    );
    return [head, data, Buffer.alloc((512 - (data.length % 512)) % 512)];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

/** A release of Yarn that has the program of a loader in itself, as every release has. */
export const releaseWith = (program: string): string =>
  `#!/usr/bin/env node\nhook = brotli(Buffer.from("${brotliCompressSync(program).toString('base64')}","base64"));\n`;

/** The registry that the fixtures were installed from. */
export function fixtureRegistry(): Promise<LoopbackRegistry> {
  const beta = { bin: { beta: 'cli.js' } };
  const plat = { os: ['linux', 'win32'], cpu: ['x64', 'arm64'] };
  return startRegistry({
    packages: {
      beta: pkg({
        '2.0.0': { publishedAt: '2026-01-01T00:00:00.000Z', bytes: tarballOfFixture('beta-2.0.0'), manifest: beta },
        '2.1.0': { publishedAt: '2026-06-01T00:00:00.000Z', bytes: tarballOfFixture('beta-2.1.0'), manifest: beta },
      }),
      '@yarnpkg/cli-dist': pkg({
        '4.18.1': { bytes: tarballWith({ 'package.json': '{}', 'bin/yarn.js': releaseWith(loaderProgram) }) },
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
  { registry, ids = true, policy, preset, offline = registry === undefined, isRemote = false }: Judging = {},
): Promise<Run> {
  const before = memorySnapshot(base, { ids });
  return runGate({
    ...{
      mode: 'check',
      base: before,
      head: { ...memorySnapshot(head, { ids }), ...(isRemote && { isRemote: true as const }) },
      trusted: before,
    },
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
  /** Whether the head is read through a platform's API. */
  readonly isRemote?: boolean;
}

/** Findings above a note, as `level rule code path`. */
export function loud({ judgement }: Run): readonly string[] {
  return judgement.findings
    .filter(({ level, status }) => level !== 'note' && status === 'reported')
    .map(
      ({ level, floor, rule, codes, lockfile }) => `${floor ? 'floor' : level} ${rule} ${codes.join('+')} ${lockfile}`,
    );
}
