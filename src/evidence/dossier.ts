import type { Authorship, Capability, Change, Dossier, Evidence, EvidenceSet, Namesake } from '../model/index.ts';
import { absent, unavailable } from '../model/evidence-values.ts';
import { classifyAddress, maskUserInfo } from '../registry/address.ts';
import { type Demands, defaultDemand } from '../registry/capabilities.ts';
import { type RegistryMap, registryOf } from '../registry/registry-map.ts';
import { everyKind } from './providers.ts';

const everyCapability: readonly Capability[] = [
  ...(['signatures', 'attestations', 'publishers', 'publishTimes', 'advisories', 'scripts', 'digests'] as const),
];

/** Everything that is known of one change that a registry was asked about. */
export function registryDossier(
  change: Change,
  map: RegistryMap,
  evidence: EvidenceSet,
  demand: Demands = defaultDemand,
): Dossier {
  const registry = registryOf(map, change.name);
  const tarball = evidence.release.state === 'present' ? evidence.release.value.tarball : undefined;
  const unprovided = everyCapability.filter((each) => demand(each, registry, map, change.name) === 'none');
  return {
    change,
    registry,
    publicRegistry: registry === map.publicRegistry,
    ...(unprovided.length > 0 && { unprovided }),
    addresses: change.pins.map(({ resolved, checksum }) =>
      classifyAddress(resolved, registry, map, tarball, checksum !== undefined),
    ),
    evidence,
  };
}

/**
 * The dossier of a change that comes from no registry. Its evidence is unavailable rather than absent: nobody asked,
 * so nothing is certain, and no rule can take it for a registry's "no".
 */
export function otherDossier(
  change: Change,
  authorship: Evidence<Authorship>,
  namesake: Evidence<Namesake> = absent,
): Dossier {
  const why =
    change.kind === 'removed'
      ? 'it is removed, so nothing was requested'
      : 'it does not come from a registry, so nothing was requested';
  return {
    change,
    publicRegistry: false,
    addresses: change.pins.map(({ resolved }) =>
      resolved === undefined ? { verdict: 'omitted' } : { verdict: 'elsewhere', shown: maskUserInfo(resolved) },
    ),
    evidence: { ...everyKind(unavailable('not-provided', why)), authorship, namesake },
  };
}
