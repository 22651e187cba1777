import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { build } from 'esbuild';

import { GateFailure } from '../../src/errors.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import { openPolicy } from '../../src/policy/open.ts';
import { repositoryRoot } from '../support/cli.ts';

const source = '.github/dependency-policy.yml';
const plain = (policy: Awaited<ReturnType<typeof openPolicy>>) => ({ ...policy, isGated: undefined });

test('gives the same policy as reading it at once, with a file and without', async () => {
  const file = { source, text: 'version: 1\nrules: { cooldown: warn }' };
  expect(plain(await openPolicy(file))).toEqual(plain(loadPolicy(file)));
  expect(plain(await openPolicy(undefined, { preset: 'strict' }))).toEqual(
    plain(loadPolicy(undefined, { preset: 'strict' })),
  );
});

test('a broken file is refused, never the defaults', async () => {
  await expect(openPolicy({ source, text: 'version: 2' })).rejects.toThrow(GateFailure);
});

test('a run without a policy file loads neither the YAML parser nor the schema of the file', async () => {
  const { metafile } = await build({
    absWorkingDir: repositoryRoot,
    ...{ entryPoints: ['src/cli/check.ts'], outdir: 'unwritten', write: false, metafile: true },
    ...{ bundle: true, splitting: true, format: 'esm', platform: 'node', packages: 'external' },
  });
  const entry = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === 'src/cli/check.ts');
  const loaded = new Set<string>();
  const open = [entry?.[0] ?? ''];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const input of Object.keys(metafile.outputs[path]?.inputs ?? {})) loaded.add(input);
    for (const { path: next, kind } of metafile.outputs[path]?.imports ?? []) {
      if (kind === 'import-statement') open.push(next);
    }
  }
  expect(loaded).toContain('src/policy/open.ts');
  expect(loaded).not.toContain('src/policy/yaml.ts');
  expect(loaded).not.toContain('src/policy/schema.ts');
  expect(loaded).not.toContain('src/evidence/trust/trust-material.ts');
  expect(loaded).not.toContain('src/evidence/trust/seeds.ts');
  expect(readFileSync(new URL('../../src/policy/yaml.ts', import.meta.url), 'utf8')).toMatch(/from 'yaml'/);
});
