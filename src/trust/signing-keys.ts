import type { Unavailable } from '../model/index.ts';
import type { Broker } from '../registry/broker.ts';
import { unavailable } from '../model/evidence-values.ts';
import { defaultDemand } from '../registry/capabilities.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import type { RegistryKeys } from './registry-keys.ts';
import type { TrustOptions } from './trust-options.ts';

/** The keys that a registry signs with, as far as they are known. */
export type SigningKeys =
  | {
      readonly state: 'keys';
      readonly keys: RegistryKeys;
      /** Whether no other key counts, not even a built-in one: given for scopes of their own. */
      readonly alone: boolean;
    }
  /** It serves no keys of its own, and does not have to: at most what the public registry signed is passed on. */
  | {
      readonly state: 'none';
      /** Whether its keys endpoint lists the public registry's keys. */
      readonly mirrorsKeys: boolean;
    }
  | Unavailable;

/** A package as its registry is asked about it. */
export interface Asked {
  readonly registry: string;
  readonly name: string;
}

/**
 * The keys that sign one package of a registry: those that were given for it, the public ones of the public registry and of
 * its mirrors, else what the registry's own endpoint lists. That there are none is believed where the endpoint is not
 * offered, of an empty list, and of nothing else.
 */
export async function signingKeys(
  { registry, name }: Asked,
  registries: RegistryMap,
  options: TrustOptions,
  broker: Broker,
): Promise<SigningKeys> {
  const isRequired = (options.demand ?? defaultDemand)('signatures', registry, registries, name) === 'required';
  const given = options.registryKeys?.(registry, registries, name);
  if (given === 'public' || (given === undefined && registry === registries.publicRegistry)) {
    return readKeys(await publicKeysDocument(options), false, isRequired);
  }
  if (given !== undefined) return readKeys(given.keys, given.alone, isRequired);
  const answer = await broker.keys(registry);
  switch (answer.state) {
    case 'absent':
      return isRequired ? keyless : none;
    case 'refused':
      return unavailable('unauthorized', `HTTP ${answer.status} for the registry's keys`, 'keys');
    case 'unavailable':
      return unavailable(answer.reason, `the registry's keys: ${answer.detail}`, 'keys');
    case 'document': {
      const own = await readKeys(answer.document, false, isRequired);
      if (own.state !== 'keys') return own;
      const isMirror = await areAllPublic(own.keys, options);
      if (isMirror && !isRequired) return { state: 'none', mirrorsKeys: true };
      return options.trustsServedKeys === false && !isMirror ? recordedOnly : own;
    }
  }
}

const none = { state: 'none', mirrorsKeys: false } as const;
const keyless = unavailable('not-provided', 'the registry must sign, but serves no keys', 'keys');

const recordedOnly = unavailable(
  'not-provided',
  "the recorded evidence alone names the registry's keys; name them with --registry-keys or in the policy",
  'keys',
);

async function readKeys(document: unknown, alone: boolean, isRequired: boolean): Promise<SigningKeys> {
  const { parseRegistryKeys } = await import('./registry-keys.ts');
  const list = parseRegistryKeys(document);
  if (list.state === 'malformed') {
    return unavailable('malformed', "the registry's keys are not a list of keys", 'keys');
  }
  if (list.keys.size > 0) return { state: 'keys', keys: list.keys, alone };
  if (list.refused.length > 0) {
    return unavailable('malformed', "none of the registry's keys can be used to verify", 'keys');
  }
  return isRequired ? keyless : none;
}

/** A mirror that lists the public registry's keys, and none of its own, signs nothing itself. */
async function areAllPublic(keys: RegistryKeys, options: TrustOptions): Promise<boolean> {
  const known = await publicKeys(options);
  return [...keys].every(([keyid, { publicKey }]) => known.get(keyid)?.publicKey.equals(publicKey) === true);
}

async function publicKeysDocument({ refreshed }: TrustOptions): Promise<unknown> {
  if (refreshed !== undefined) return refreshed.registryKeys;
  const { seedTexts } = await import('./seeds.ts');
  return JSON.parse(seedTexts.registryKeys) as unknown;
}

/** The public registry's keys, built in or refreshed. */
export async function publicKeys({ refreshed }: TrustOptions): Promise<RegistryKeys> {
  const { embeddedRegistryKeys, parseRegistryKeys } = await import('./registry-keys.ts');
  if (refreshed === undefined) return embeddedRegistryKeys();
  const list = parseRegistryKeys(refreshed.registryKeys);
  return list.state === 'keys' ? list.keys : new Map();
}
