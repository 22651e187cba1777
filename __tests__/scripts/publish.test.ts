import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, expect, test } from '@jest/globals';

import { repositoryRoot } from '../support/cli.ts';
import { temporaryFolder } from '../support/git-repository.ts';
import type { PublishingRegistry, TrustedPublisher } from '../support/publishing-registry.ts';
import { startPublishingRegistry } from '../support/publishing-registry.ts';
import { emptyHome, npmCli, pack } from '../support/release.ts';
import { runProcess } from '../support/run-process.ts';

/** npm's own `npm stage publish` and `npm publish` of what `npm run pack` makes, to a registry of this machine. */

const { packedManifest } = (await import(join(repositoryRoot, 'scripts/release/contents.mjs'))) as {
  packedManifest: (root: string) => { readonly name: string; readonly version: string };
};
const manifest = packedManifest(repositoryRoot);
const { version } = manifest;
const name = '@example/lockgate';
const named = join(temporaryFolder(), 'release');
const trusted: TrustedPublisher = {
  ...{ repository: 'example/lockgate', workflow: 'release.yml', environment: 'npm', allows: 'stage' },
};
beforeAll(() => {
  pack(named, '--name', name);
});

async function npm(registry: PublishingRegistry, env: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const cwd = temporaryFolder();
  const { status, stderr } = await runProcess(process.execPath, [npmCli, ...args], {
    cwd,
    env: { ...emptyHome(registry.url), npm_config_fetch_retries: '0', ...env },
  });
  return { status, stderr };
}

/** A tarball with the manifest of the package and nothing else, under this name. */
function small(called: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, name: called }));
  const env = { ...process.env, npm_config_update_notifier: 'false' };
  const [{ filename = '' } = {}] = JSON.parse(
    execFileSync(process.execPath, [npmCli, 'pack', '--json'], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' }),
  ) as { filename?: string }[];
  return join(folder, filename);
}
const file = small(name);
// Provenance itself needs the public Sigstore.
const stage = ['stage', 'publish', '--no-provenance', file];

async function withRegistry(
  publisher: TrustedPublisher,
  claims: Omit<TrustedPublisher, 'allows'>,
  use: (registry: PublishingRegistry) => Promise<void>,
): Promise<void> {
  const registry = await startPublishingRegistry(publisher, claims);
  try {
    await use(registry);
  } finally {
    await registry.close();
  }
}

test('staged by the trusted publisher, once: nobody can install it before a person approves', async () => {
  await withRegistry(trusted, trusted, async (registry) => {
    const whole = join(named, `lockgate-${version}.tgz`);
    expect(await npm(registry, registry.job, 'stage', 'publish', '--no-provenance', whole)).toMatchObject({
      status: 0,
    });
    expect([registry.staged, registry.published]).toEqual([[`${name}@${version}`], []]);
    const again = await npm(registry, registry.job, ...stage);
    expect(again).toMatchObject({ status: 1 });
    expect(again.stderr).toContain('You cannot publish over');
  });
});

test('not around the approval, where the trusted publisher may only stage', async () => {
  await withRegistry(trusted, trusted, async (registry) => {
    const { status, stderr } = await npm(registry, registry.job, 'publish', '--no-provenance', file);
    expect([status, stderr]).toEqual([1, expect.stringContaining('not allowed for this trusted publisher')]);
    expect([registry.staged, registry.published]).toEqual([[], []]);
  });
});

test('published where that is allowed, and never over a version that is there', async () => {
  await withRegistry({ ...trusted, allows: 'publish' }, trusted, async (registry) => {
    const publish = ['publish', '--no-provenance', file];
    expect(await npm(registry, registry.job, ...publish)).toMatchObject({ status: 0 });
    expect(registry.published).toEqual([`${name}@${version}`]);
    const forced = await npm(registry, registry.job, ...publish, '--force');
    expect([forced.status, forced.stderr]).toEqual([1, expect.stringContaining('You cannot publish over')]);
  });
});

test.each([
  ['workflow', { ...trusted, workflow: 'ci.yml' }],
  ['environment', { ...trusted, environment: '' }],
  ['repository', { ...trusted, repository: 'mallory/lockgate' }],
])('not from another %s', async (_, claims) => {
  await withRegistry(trusted, claims, async (registry) => {
    expect(await npm(registry, registry.job, ...stage)).toMatchObject({ status: 1 });
    expect([registry.staged, registry.published]).toEqual([[], []]);
  });
});

test('not by somebody with a token on a machine of theirs: no provenance can be made there', async () => {
  await withRegistry({ ...trusted, allows: 'publish' }, trusted, async (registry) => {
    const { host } = new URL(registry.url);
    const { status, stderr } = await npm(registry, { [`npm_config_//${host}/:_authToken`]: 'x' }, 'publish', file);
    expect([status, stderr]).toEqual([1, expect.stringContaining('provenance generation not supported')]);
    expect(registry.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

test('not under the name that stands for one', async () => {
  await withRegistry(trusted, trusted, async (registry) => {
    const placeholder = small('@OWNER/lockgate');
    const { status, stderr } = await npm(registry, registry.job, 'stage', 'publish', '--no-provenance', placeholder);
    expect([status, stderr]).toEqual([1, expect.stringContaining('name can no longer contain capital letters')]);
  });
});

test('not from the repository itself, which is private', async () => {
  await withRegistry({ ...trusted, allows: 'publish' }, trusted, async (registry) => {
    const folder = temporaryFolder();
    cpSync(join(repositoryRoot, 'package.json'), join(folder, 'package.json'));
    const args = ['publish', '--no-provenance', '--ignore-scripts', folder];
    const { status, stderr } = await npm(registry, registry.job, ...args);
    expect([status, stderr]).toEqual([1, expect.stringContaining('marked as private')]);
    expect(registry.published).toEqual([]);
  });
});
