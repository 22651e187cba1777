import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { checkFolders, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { startRegistry } from '../support/loopback-registry.ts';
import type { PrivateSigstore } from '../support/private-sigstore.ts';
import { attestationsDocument, integrityOf, privateSigstore, registryKey } from '../support/private-sigstore.ts';
import { pullRequest } from '../support/pull-request.ts';

/** New names that an upgrade brings in: built where the package that brings them in was built, or anywhere else. */

const key = registryKey();
let sigstore: PrivateSigstore;
let registry: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;

beforeAll(async () => {
  sigstore = await privateSigstore();
  registry = await startRegistry({ signing: key });
  folder = temporaryFolder({ 'root.json': sigstore.trustedRoot });
  await publish('tool', 'acme/tool', { '1.0.0': '2026-01-01T00:00:00.000Z', '1.1.0': '2026-05-20T00:00:00.000Z' });
  await publish('tool-linux', 'acme/tool', { '1.1.0': '2026-05-20T00:00:00.000Z' });
  await publish('tool-theft', 'zeta/theft', { '1.1.0': '2026-05-20T00:00:00.000Z' });
  await publish('tool-plain', undefined, { '1.1.0': '2026-05-20T00:00:00.000Z' });
});
afterAll(async () => {
  folder.remove();
  await registry.close();
});

const idOf = (repository: string) => (repository === 'acme/tool' ? '1001' : '2002');

/** @param repository where its provenance says that it was built; without one it has none */
async function publish(name: string, repository: string | undefined, times: Readonly<Record<string, string>>) {
  const versions = Object.entries(times).map(async ([version, publishedAt]) => {
    const artifact = { name, version, integrity: integrityOf(`${name} ${version}`) };
    const attested =
      repository === undefined
        ? {}
        : {
            attestations: attestationsDocument(
              await sigstore.provenance({ ...artifact, identity: { repository, repositoryId: idOf(repository) } }),
              await sigstore.publishAttestation({ ...artifact, key }),
            ),
          };
    const signed = { signed: true, dist: { signatures: [key.sign(artifact)] }, integrity: artifact.integrity };
    const manifest = { _npmUser: { name: 'octocat' } };
    return [version, { publishedAt, manifest, ...signed, ...attested }] as const;
  });
  registry.publish(name, { versions: Object.fromEntries(await Promise.all(versions)) });
}

test('a new name is a warning where its bringer was built in the same repository, and an error everywhere else', async () => {
  const brought = ['tool-linux', 'tool-theft', 'tool-plain'];
  const asks = Object.fromEntries(brought.map((name) => [name, '1.1.0']));
  const entries = Object.fromEntries(brought.map((name) => [`node_modules/${name}`, { version: '1.1.0' }]));
  const dependencies = { tool: '^1.0.0' };
  const { report } = await checkFolders(
    pullRequest(
      registry,
      { dependencies, packages: { 'node_modules/tool': { version: '1.0.0' } } },
      { dependencies, packages: { 'node_modules/tool': { version: '1.1.0', dependencies: asks }, ...entries } },
    ),
    ['--registry', registry.url, '--trusted-root', `${folder.path}/root.json`, '--now', '2026-06-01T00:00:00.000Z'],
  );
  const said = report.findings.filter(({ rule }) => rule === 'new-package');
  expect(said.map(({ name, level, codes }) => [name, level, codes])).toEqual([
    ['tool-plain', 'error', ['young-name']],
    ['tool-theft', 'error', ['young-name']],
    ['tool-linux', 'warn', ['sibling']],
  ]);
});
