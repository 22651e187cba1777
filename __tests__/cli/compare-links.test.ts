import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { Explanation } from '../../src/report/formats/explain.ts';
import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { BuildIdentity } from '../support/build-identity.ts';
import { gitRepository } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { integrityOf, pkg, startRegistry } from '../support/loopback-registry.ts';
import type { PrivateSigstore } from '../support/private-sigstore.ts';
import { attestationsDocument, privateSigstore, registryKey } from '../support/private-sigstore.ts';
import { pullRequest } from '../support/pull-request.ts';

/** The page that compares the source of an update, from certificates that a Sigstore of its own has issued. */

const key = registryKey();
const [older, newer] = ['1'.repeat(40), '2'.repeat(40)];
let sigstore: PrivateSigstore;
let registry: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;

type Build = Partial<BuildIdentity>;

/** Publishes two versions; the package itself names a repository and a commit of somebody else. */
async function publish(name: string, before: Build | undefined, now: Build): Promise<void> {
  const versionOf = async (version: string, publishedAt: string, identity: Build | undefined) => {
    const artifact = { name, version, integrity: integrityOf(name, version) };
    return {
      ...{ publishedAt, integrity: artifact.integrity, dist: { signatures: [key.sign(artifact)] } },
      ...(identity !== undefined && {
        attestations: attestationsDocument(
          // What npm writes on GitLab is of this version still.
          await sigstore.provenance({
            ...{ ...artifact, identity },
            ...(identity.platform === 'gitlab' && { predicateType: 'https://slsa.dev/provenance/v0.2' as const }),
          }),
          await sigstore.publishAttestation({ ...artifact, key }),
        ),
      }),
      manifest: { gitHead: 'e'.repeat(40), repository: { url: 'git+https://github.com/evil/else.git' } },
    };
  };
  registry.publish(
    name,
    pkg({
      '1.0.0': await versionOf('1.0.0', '2026-01-01T00:00:00.000Z', before),
      '1.1.0': await versionOf('1.1.0', '2026-05-20T00:00:00.000Z', now),
    }),
  );
}

beforeAll(async () => {
  sigstore = await privateSigstore();
  registry = await startRegistry({ signing: { ...key, document: key.document } });
  folder = temporaryFolder({ 'root.json': sigstore.trustedRoot });
  await publish('both', { commit: older }, { commit: newer });
  await publish('lab', { platform: 'gitlab', commit: older }, { platform: 'gitlab', commit: newer });
  await publish('renamed', { commit: older }, { commit: newer, repository: 'acme/gadget' });
  await publish('replaced', { commit: older }, { commit: newer, repositoryId: '2002' });
  await publish('first', undefined, { commit: newer });
  await publish('early', { commit: older, early: true }, { commit: newer });
});
afterAll(async () => {
  folder.remove();
  await registry.close();
});

const names = ['both', 'lab', 'renamed', 'replaced', 'first', 'early'];
const trusting = () => ['--registry', registry.url, '--trusted-root', join(folder.path, 'root.json')];
function upgrade() {
  const side = (version: string) => ({
    dependencies: Object.fromEntries(names.map((name) => [name, '^1.0.0'])),
    packages: Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version }])),
  });
  return pullRequest(registry, side('1.0.0'), side('1.1.0'));
}
const range = `${older}...${newer}`;

test('an update links it only where both certificates name commits of one repository', async () => {
  const { report } = await checkFolders(upgrade(), trusting());
  const urls = report.changes.map(({ name, evidence }) => [name, evidence.compareUrl]);
  expect(Object.fromEntries(urls)).toEqual({
    both: `https://github.com/acme/widget/compare/${range}`,
    lab: `https://gitlab.com/acme/widget/-/compare/${range}`,
    renamed: `https://github.com/acme/gadget/compare/${range}`,
    replaced: undefined,
    first: undefined,
    early: undefined,
  });
});

test('`explain` and the comment show it', async () => {
  const { base, head } = upgrade();
  const repository = gitRepository();
  for (const [name, content] of Object.entries(base)) repository.write(name, content);
  repository.commit('Start');
  repository.git('checkout', '--quiet', '-b', 'bump');
  for (const [name, content] of Object.entries(head)) repository.write(name, content);
  repository.commit('Bump');
  const cwd = repository.folder;
  const [told, shown, comment] = await Promise.all([
    runCli(['explain', 'both', ...trusting(), '--format', 'json'], { cwd }),
    runCli(['explain', 'both', ...trusting()], { cwd }),
    runCli(['check', ...trusting(), '--format', 'markdown'], { cwd }),
  ]);
  const url = `https://github.com/acme/widget/compare/${range}`;
  const { packages } = JSON.parse(told.stdout) as Explanation;
  expect(packages[0]?.evidence.compareUrl).toBe(url);
  expect(shown.stdout).toContain(`  compare    ${url}\n`);
  expect(comment.stdout).toContain(`updated from \`1.0.0\` ([compare](${url}))`);
});

test('it costs no request', async () => {
  const asked = async (rules: string) => {
    const before = registry.requests.length;
    const policy = temporaryFolder({ 'policy.yml': `version: 1\nextends: recommended\nrules: { ${rules} }\n` });
    const { report } = await checkFolders(upgrade(), [...trusting(), '--policy', join(policy.path, 'policy.yml')]);
    policy.remove();
    const linked = report.changes.filter(({ evidence }) => evidence.compareUrl !== undefined).length;
    const attestations = registry.requests.slice(before).filter(({ path }) => path.includes('/attestations/'));
    return [linked, attestations.length];
  };
  // What no rule needs is not asked for, and then there is nothing to link.
  expect(await asked('source-identity: off, trust-downgrade: off')).toEqual([0, names.length]);
  expect(await asked('')).toEqual([3, names.length * 2 - 1]);
});
