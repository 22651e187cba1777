import {
  absent,
  exampleIntegrity,
  exampleName,
  exampleRegistry,
  exampleVersion,
  history,
  present,
  release,
} from './example.ts';
import type { Dossier } from './index.ts';
import type { DossierPatch } from './rule.ts';

const publishers = (versions: readonly string[]) =>
  Object.fromEntries(versions.map((version) => [version, { publisher: { name: 'alice' } }]));

const published = '2025-06-01T08:00:00.000Z';

/**
 * A dossier that no rule has anything to say about: a new direct dependency on an old, listed, maintained release,
 * pinned as the registry states it. The patch is laid over it. Where the patch changes the name or the pins, what
 * follows from them (tarball, the pins' addresses) follows, unless the patch says otherwise.
 */
export function dossierOf(patch: DossierPatch = {}): Dossier {
  const name = patch.change?.name ?? exampleName;
  const version = patch.change?.version ?? exampleVersion;
  const registry = patch.registry ?? exampleRegistry;
  const path = `${name}/-/${name.slice(name.lastIndexOf('/') + 1)}-${version}.tgz`;
  const pins = patch.change?.pins ?? [{ resolved: registry + path, integrity: exampleIntegrity, line: 10, places: 1 }];
  return {
    change: {
      kind: 'added',
      name,
      version,
      aliases: [],
      source: { kind: 'registry' },
      changed: [],
      baseVersions: [],
      lockfile: 'package-lock.json',
      line: 10,
      basePins: [],
      direct: true,
      dependencyTypes: ['prod'],
      baseDependencyTypes: [],
      importers: [''],
      via: [[name]],
      manifests: [{ path: 'package.json', line: 5 }],
      claims: {},
      ...patch.change,
      pins,
    },
    registry,
    publicRegistry: patch.publicRegistry ?? true,
    addresses: patch.addresses ?? pins.map(() => ({ verdict: 'trusted', shown: registry + path, path })),
    evidence: {
      existence: present({ answer: 'listed' }),
      release: release({ version, tarball: registry + path }),
      publishedAt: present(published),
      firstPublishedAt: present('2024-01-01T00:00:00.000Z'),
      history: history({ '1.0.0': '2024-01-01T00:00:00.000Z', [version]: published }, publishers(['1.0.0', version])),
      predecessor: absent,
      registrySignature: present({ state: 'verified', keyid: 'SHA256:example', boundTo: 'lockfile' }),
      provenance: present({ state: 'not-applicable' }),
      publisher: present({ name: 'alice' }),
      trust: present({ atLeast: 'none', atMost: 'none' }),
      priorTrust: present({ version: '1.0.0', standing: { atLeast: 'none', atMost: 'none' } }),
      priorProvenance: absent,
      signedAt: absent,
      predecessorProvenance: absent,
      earlierBuilds: absent,
      bringers: absent,
      upgrades: absent,
      malware: present({ state: 'known', records: [] }),
      advisories: present({ state: 'known', records: [] }),
      predecessorAdvisories: absent,
      tarball: absent,
      predecessorTarball: absent,
      prominence: absent,
      lookalike: absent,
      downloads: present(1_000_000),
      authorship: absent,
      license: present({ declared: 'MIT', expression: { license: 'MIT' } }),
      bundling: absent,
      contents: present({ digest: 'a'.repeat(128), embedded: [] }),
      namesake: absent,
      ...patch.evidence,
    },
  };
}
