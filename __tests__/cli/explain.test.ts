import { join } from 'node:path';

import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { run } from '../../src/cli/explain.ts';
import { GateFailure } from '../../src/errors.ts';
import type { Explanation } from '../../src/report/formats/explain.ts';
import { temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import type { PrivateSigstore } from '../support/private-sigstore.ts';
import { attestationsDocument, integrityOf, privateSigstore, registryKey } from '../support/private-sigstore.ts';

/** One package asked about at the command line, with a registry that signs and a Sigstore of its own. */

const key = registryKey();
const artifactOf = (name: string) => ({ name, version: '1.0.0', integrity: integrityOf(name) });
let sigstore: PrivateSigstore;
let registry: LoopbackRegistry;
let folder: ReturnType<typeof temporaryFolder>;

/** @param attested the package whose attestations are served for this one; undefined: none is claimed. */
async function publish(name: string, attested: string | undefined) {
  const identity = { repository: name.slice(1) };
  const attestations =
    attested === undefined
      ? {}
      : {
          attestations: attestationsDocument(
            await sigstore.provenance({ ...artifactOf(attested), identity }),
            await sigstore.publishAttestation({ ...artifactOf(attested), key }),
          ),
        };
  registry.publish(
    name,
    pkg({
      '1.0.0': {
        publishedAt: '2026-01-01T00:00:00.000Z',
        integrity: artifactOf(name).integrity,
        ...attestations,
        manifest: { _npmUser: { name: 'octocat' }, repository: { url: `git+https://github.com/${name.slice(1)}.git` } },
      },
    }),
  );
}

beforeAll(async () => {
  sigstore = await privateSigstore();
  registry = await startRegistry({ signing: key });
  const names = ['@acme/good', '@acme/swapped', '@acme/plain'];
  await publish('@acme/good', '@acme/good');
  await publish('@acme/swapped', '@acme/good');
  await publish('@acme/plain', undefined);
  const dependencies = Object.fromEntries(names.map((name) => [name, '^1.0.0']));
  const locked = names.map((name) => {
    const file = `${name.slice(name.indexOf('/') + 1)}-1.0.0.tgz`;
    const resolved = `${registry.url}${name}/-/${file}`;
    return [`node_modules/${name}`, { version: '1.0.0', resolved, integrity: integrityOf(name) }] as const;
  });
  const root = { name: 'app', version: '1.0.0', dependencies };
  folder = temporaryFolder({
    'root.json': sigstore.trustedRoot,
    'app/package.json': JSON.stringify(root),
    'app/package-lock.json': JSON.stringify(
      {
        name: 'app',
        version: '1.0.0',
        lockfileVersion: 3,
        requires: true,
        packages: { '': root, ...Object.fromEntries(locked) },
      },
      null,
      2,
    ),
  });
});
afterAll(async () => {
  folder.remove();
  await registry.close();
});
afterEach(() => {
  jest.restoreAllMocks();
});

async function explained(asked: readonly string[], more: readonly string[] = []) {
  let stdout = '';
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  const status = await run([
    ...asked,
    ...['--dir', join(folder.path, 'app'), '--registry', registry.url, '--now', '2026-06-01T00:00:00Z'],
    ...['--trusted-root', join(folder.path, 'root.json')],
    ...more,
  ]);
  return { status, stdout };
}
const asJson = async (asked: string) => {
  const { stdout, status } = await explained([asked], ['--format', 'json']);
  return { status, explanation: JSON.parse(stdout) as Explanation };
};
const statesOf = ({ packages }: Explanation) => packages[0]?.chain.map(({ link, state }) => [link, state]);

describe('lockgate explain', () => {
  test('shows the whole chain of a package that is what it says', async () => {
    const { status, explanation } = await asJson('@acme/good');
    expect(statesOf(explanation)).toEqual([
      ['integrity', 'matches'],
      ['registry signature', 'verified'],
      ['publish attestation', 'verified'],
      ['provenance', 'verified'],
      ['policy', explanation.packages[0]?.findings.length === 0 ? 'pass' : 'warn'],
    ]);
    const [, signature, , provenance] = explanation.packages[0]?.chain ?? [];
    expect(signature?.says).toContain('over the integrity that the lockfile pins');
    expect(provenance?.says).toMatch(
      /built from `https:\/\/github\.com\/acme\/good`; commit `[\da-f]{40}`; workflow `/u,
    );
    expect(explanation.packages[0]?.evidence.provenanceIdentity?.repository).toBe('https://github.com/acme/good');
    expect(explanation.packages.map(({ name }) => name)).toEqual(['@acme/good']);
    expect(status).toBe(0);
  });

  test('a link that breaks says which check failed, and the status stays 0: it is locked', async () => {
    const { status, explanation } = await asJson('@acme/swapped@1.0.0');
    expect(statesOf(explanation)?.slice(1, 4)).toEqual([
      ['registry signature', 'verified'],
      ['publish attestation', 'invalid'],
      ['provenance', 'invalid'],
    ]);
    expect(explanation.packages[0]?.chain[3]?.says).toContain('provenance failed at subject-name');
    expect(status).toBe(0);
  });

  test('a version without attestations reads absent, not unavailable', async () => {
    const { explanation } = await asJson('@acme/plain');
    expect(statesOf(explanation)?.slice(2, 4)).toEqual([
      ['publish attestation', 'absent'],
      ['provenance', 'absent'],
    ]);
  });

  test('offline nothing is known, and it says so instead of passing for absent', async () => {
    const { stdout } = await explained(['@acme/good'], ['--format', 'json', '--offline']);
    const explanation = JSON.parse(stdout) as Explanation;
    expect(
      statesOf(explanation)
        ?.slice(0, 4)
        .map(([, state]) => state),
    ).toEqual(Array(4).fill('unavailable'));
    expect(explanation.packages[0]?.chain[3]?.says).toMatch(/^not known: .*\(offline\)$/u);
  });

  test('text tells why it is here and walks the chain in order', async () => {
    const { stdout } = await explained(['@acme/good']);
    expect(stdout).toMatch(
      /^@acme\/good 1\.0\.0 {2}direct dependency \(prod\)\n {2}locked at {2}package-lock\.json:\d+\n/u,
    );
    const links = ['integrity: matches', 'registry signature: verified', 'publish attestation: verified'];
    const at = [...links, 'provenance: verified', 'policy: '].map((words) => stdout.indexOf(words));
    expect(at).toEqual([...at].sort((a, b) => a - b));
    expect(Math.min(...at)).toBeGreaterThan(0);
  });

  test.each([
    ['@acme/goood', '@acme/goood is not locked', 'Locked here: @acme/good'],
    ['@acme/good@2.0.0', '@acme/good 2.0.0 is not locked', 'Locked here: @acme/good@1.0.0'],
    ['plain', 'plain is not locked', 'Locked here: @acme/plain'],
  ])('%s, which is not locked, ends with 2 and names what may be meant', async (asked, says, near) => {
    const { status, stdout } = await explained([asked]);
    expect(status).toBe(2);
    expect(stdout).toContain(says);
    expect(stdout).toContain(near);
  });

  test.each([[[]], [['a', 'b']], [['a@']], [['']]])('%j is bad usage', async (asked: string[]) => {
    await expect(run(asked)).rejects.toThrow(GateFailure);
  });
});
