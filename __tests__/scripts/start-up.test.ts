import { fileURLToPath } from 'node:url';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import type { Metafile } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every source that is loaded with `entry`, before anything is imported on demand. */
function loadedWith(entry: string, { inputs }: Metafile): readonly string[] {
  const loaded = new Set([entry]);
  for (const path of loaded) {
    for (const { kind, path: imported, external } of inputs[path]?.imports ?? []) {
      if (kind !== 'dynamic-import' && external !== true) loaded.add(imported);
    }
  }
  return [...loaded];
}

describe('what a run loads before it knows that anything changed', () => {
  let metafile: Metafile;

  beforeAll(async () => {
    ({ metafile } = await build({
      ...{ absWorkingDir: root, entryPoints: ['src/cli.ts', 'src/cli/check.ts', 'src/action.ts'], outdir: 'dist' },
      ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', metafile: true, write: false },
    }));
  });

  test('the command line itself brings the errors, and what sees to readers that leave', () => {
    expect(loadedWith('src/cli.ts', metafile)).toEqual(['src/cli.ts', 'src/cli/broken-pipe.ts', 'src/errors.ts']);
  });

  test('check brings what reads and compares, and nothing that asks, judges or reads a policy', () => {
    const loaded = loadedWith('src/cli/check.ts', metafile);
    expect(loaded).toContain('src/run/pipeline.ts');
    expect(loaded).toContain('src/compare/compare.ts');
    const rooms = ['src/rules/', 'src/github/', 'src/evidence/trust/', 'node_modules/zod', 'node_modules/yaml'];
    const own = ['src/run/stages.ts', 'src/run/verdict.ts', 'src/evidence/collect.ts', 'src/policy/effective.ts'];
    const heavy = loaded.filter((path) => own.includes(path) || rooms.some((room) => path.startsWith(room)));
    expect(heavy).toEqual([]);
  });

  test('the action brings nothing that signs, nor does what decides whether to sign', () => {
    const signs = (path: string) => path.includes('node_modules/sigstore/') || path.includes('@sigstore/sign/');
    const entries = ['src/action.ts', 'src/platform/github/sign-admission.ts'];
    expect(entries.flatMap((entry) => loadedWith(entry, metafile)).filter(signs)).toEqual([]);
    expect(loadedWith('src/platform/github/sigstore.ts', metafile).some(signs)).toBe(true);
  });
});
