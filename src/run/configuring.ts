import { GateFailure } from '../errors.ts';
import type { Comparison } from '../model/index.ts';
import type { EffectivePolicy } from '../policy/load.ts';
import { builtInRegistries, registryFiles } from '../managers/registry-files.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import { concernsRegistry } from '../registry/concerns.ts';
import { loadConfiguration, recordedConfiguration } from '../registry/configuration.ts';
import type { RegistryConfiguration } from '../registry/configuration.ts';
import type { Opened } from './open.ts';

/**
 * How registries are configured: by operator, policy and the base branch's files, read only if needed; in a replay as recorded.
 * Recorded evidence that is checked must name the same registries.
 */
export function configuring(
  { subject }: Opened,
  policy: EffectivePolicy,
  comparison: Comparison,
): () => Promise<RegistryConfiguration> {
  if ('recording' in subject) {
    return () => Promise.resolve().then(() => recordedConfiguration(requireRegistries(subject.recording.registries)));
  }
  const { registry, env, recorded, workTree, vet, vetFolder = '' } = subject.request;
  return async () => {
    const npmrc = await subject.baseFiles.npmrc();
    const configuration = await loadConfiguration({
      ...{ env, workTree, policyRegistries: policy.registries, builtIn: builtInRegistries(comparison) },
      projects: await subject.baseFiles.filesOf(registryFiles(comparison, vet === undefined ? undefined : vetFolder)),
      ...(npmrc === undefined ? {} : { npmrc }),
      ...(registry === undefined ? {} : { registry }),
    });
    if (recorded === undefined) return configuration;
    const { demandSameRegistries, demandSameSources } = await import('./recorded-trust.ts');
    demandSameSources(policy.sources, recorded);
    const names = comparison.changes.filter(concernsRegistry).map(({ name }) => name);
    demandSameRegistries(configuration.registries, recorded, names);
    return recordedConfiguration(configuration.registries);
  };
}

/** Only a hand-written file has answers without naming their registries. */
function requireRegistries(registries: EvidenceFile['registries']): NonNullable<EvidenceFile['registries']> {
  if (registries !== null) return registries;
  throw new GateFailure(
    'evidence-invalid',
    'The evidence names no registries although changes come from one; record it again.',
  );
}
