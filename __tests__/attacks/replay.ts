import { runGate } from '../../src/run/pipeline.ts';
import { reportOf } from '../../src/run/report-of.ts';
import type { GateRequest, Run } from '../../src/run/request.ts';
import type { Report } from '../../src/model/index.ts';
import type { LoopbackRegistry, VersionDescription } from '../support/loopback-registry.ts';
import { integrityOf, startRegistry } from '../support/loopback-registry.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { npmLockfile, npmManifest } from '../support/npm-lockfile.ts';
import type { LockfileDescription } from '../support/npm-lockfile.ts';
import type { PrivateSigstore } from '../support/private-sigstore.ts';
import { attestationsDocument, privateSigstore, registryKey } from '../support/private-sigstore.ts';
import type { Incident, Package, Release } from './incident.ts';

/** Two ways to judge: as `recommended` has it, and without its strongest rule. */
export type Judging = 'recommended' | 'without cooldown';

const policies: Readonly<Record<Judging, string>> = {
  recommended: 'version: 1\nextends: recommended\n',
  'without cooldown': 'version: 1\nextends: recommended\nrules: { cooldown: off }\n',
};

/** A registry that signs, and a Sigstore, for all incidents. */
export interface Stage {
  readonly replay: (incident: Incident, judging: Judging) => Promise<Report>;
  /** The same incident in several runs, each with a request that differs from the replay's. */
  readonly runs: <T>(
    incident: Incident,
    work: (run: (differs: Partial<GateRequest>) => Promise<Run>) => Promise<T>,
  ) => Promise<T>;
}

export async function openStage(): Promise<Stage> {
  const sigstore = await privateSigstore();
  const key = registryKey();
  const runs: Stage['runs'] = async (incident, work) => {
    const registry = await startRegistry({ signing: key });
    try {
      for (const [name, known] of Object.entries(incident.packages)) {
        const versions = await Promise.all(
          Object.entries(known.releases).map(
            async ([version, release]) =>
              [version, await versionOf(sigstore, { name, version }, known, release)] as const,
          ),
        );
        registry.publish(name, { versions: Object.fromEntries(versions) });
      }
      return await work((differs) => runGate({ ...requestOf(registry, sigstore, incident), ...differs }));
    } finally {
      await registry.close();
    }
  };
  return {
    runs,
    replay: (incident, judging) =>
      runs(incident, async (run) => reportOf(await run({ policy: { source: 'policy.yml', text: policies[judging] } }))),
  };
}

function requestOf(registry: LoopbackRegistry, sigstore: PrivateSigstore, incident: Incident): GateRequest {
  const base = memorySnapshot(filesOf(registry, { dependencies: incident.base, packages: pinsOf(incident.base) }));
  const head = memorySnapshot(filesOf(registry, headOf(incident)));
  return {
    mode: 'check',
    ...{ base, head, trusted: base },
    policyPath: '.github/dependency-policy.yml',
    registry: registry.url,
    trust: { trustedRoot: { path: 'trusted_root.json', text: sigstore.trustedRoot } },
    now: new Date(Date.parse(incident.publishedAt) + 3_600_000).toISOString(),
    offline: false,
    env: { HOME: '/nonexistent', npm_config_userconfig: '/nonexistent/npmrc' },
    workTree: '/nonexistent',
  };
}

const filesOf = (registry: LoopbackRegistry, description: LockfileDescription) => ({
  'package.json': npmManifest(description),
  'package-lock.json': npmLockfile({ lockEntry: (name, version) => known(registry, name, version) }, description),
});

/** What nobody has published is locked as an agent would write it. */
function known(registry: LoopbackRegistry, name: string, version: string) {
  try {
    return registry.lockEntry(name, version);
  } catch {
    const resolved = `${registry.url}${name}/-/${name}-${version}.tgz`;
    return { version, resolved, integrity: integrityOf(name, version) };
  }
}

const pinsOf = (pins: Incident['head']) =>
  Object.fromEntries(Object.entries(pins).map(([name, version]) => [`node_modules/${name}`, { version }]));

function headOf({ head, transitive = {}, elsewhere = {} }: Incident): LockfileDescription {
  const asked = new Map<string, Record<string, string>>();
  const ask = (by: string, name: string, spec: string) => asked.set(by, { ...asked.get(by), [name]: spec });
  for (const [name, { version, by }] of Object.entries(transitive)) ask(by, name, `^${version}`);
  for (const [name, { address, by }] of Object.entries(elsewhere)) ask(by, name, address);
  const entries = [
    ...Object.entries(head).map(([name, version]) => [name, { version }] as const),
    ...Object.entries(transitive).map(([name, { version }]) => [name, { version }] as const),
    ...Object.entries(elsewhere).map(
      ([name, { address }]) => [name, { version: '1.0.0', resolved: address, integrity: null }] as const,
    ),
  ];
  const packages = entries.map(([name, entry]) => {
    const dependencies = asked.get(name);
    return [`node_modules/${name}`, { ...entry, ...(dependencies === undefined ? {} : { dependencies }) }];
  });
  return { dependencies: head, packages: Object.fromEntries(packages) as NonNullable<LockfileDescription['packages']> };
}

async function versionOf(
  sigstore: PrivateSigstore,
  artifact: { readonly name: string; readonly version: string },
  { repository }: Package,
  { at, by, trusted, provenance, scripts, dependencies, files }: Release,
): Promise<VersionDescription> {
  const integrity = integrityOf(artifact.name, artifact.version);
  const built = (trusted ?? provenance) === true && repository !== undefined;
  const publisher = { name: by, ...(trusted ? { trustedPublisher: { id: 'github', oidcConfigId: 'oidc:1' } } : {}) };
  return {
    publishedAt: new Date(at).toISOString(),
    ...(scripts === undefined ? {} : { scripts }),
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(files === undefined ? {} : { files }),
    ...(built
      ? {
          attestations: attestationsDocument(
            await sigstore.provenance({ ...artifact, integrity, identity: { repository } }),
          ),
        }
      : {}),
    manifest: {
      _npmUser: publisher,
      ...(repository === undefined ? {} : { repository: { url: `git+https://github.com/${repository}.git` } }),
    },
  };
}
