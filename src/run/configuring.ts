import { GateFailure } from '../errors.ts';
import type { Comparison } from '../model/index.ts';
import type { EffectivePolicy } from '../policy/load.ts';
import { registryFiles } from '../managers/registry-files.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import { loadConfiguration, recordedConfiguration } from '../registry/configuration.ts';
import type { RegistryConfiguration } from '../registry/configuration.ts';
import type { Opened } from './open.ts';

/** How registries are configured: as it was recorded, else as operator, policy and the base's files say; read where it is asked. */
export function configuring(
  { subject }: Opened,
  policy: EffectivePolicy,
  comparison: Comparison,
): () => Promise<RegistryConfiguration> {
  if ('recording' in subject) {
    return () => Promise.resolve().then(() => recordedConfiguration(demand(subject.recording.registries)));
  }
  const { registry, env, recorded, workTree, vet } = subject.request;
  const { registries } = recorded ?? {};
  if (registries) return () => Promise.resolve(recordedConfiguration(registries));
  return async () => {
    const npmrc = await subject.settings.npmrc();
    return loadConfiguration({
      ...{ env, workTree, policyRegistries: policy.registries },
      projects: await subject.settings.filesOf(registryFiles(comparison, vet !== undefined)),
      ...(npmrc === undefined ? {} : { npmrc }),
      ...(registry === undefined ? {} : { registry }),
    });
  };
}

/** Only a file that was written by hand holds answers without saying which registries they are of. */
function demand(registries: EvidenceFile['registries']): NonNullable<EvidenceFile['registries']> {
  if (registries !== null) return registries;
  throw new GateFailure(
    'evidence-invalid',
    'The evidence names no registries although changes come from one; record it again.',
  );
}
