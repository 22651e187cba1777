import type { Unavailable } from '../model/index.ts';
import type { Broker } from '../registry/broker.ts';
import { unavailable, unoffered } from '../model/evidence-values.ts';
import { defaultDemand } from '../registry/capabilities.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import type { KeyRefusal, RegistryKeys } from './registry-keys.ts';
import type { TrustOptions } from './trust-options.ts';

/** The keys that a registry signs with, as far as they are known. */
export type SigningKeys =
  | {
      readonly state: 'keys';
      readonly keys: RegistryKeys;
      /** Keyids that it lists for keys that cannot be used, each with the reason; see `KeyList`. */
      readonly unusable: ReadonlyMap<string, KeyRefusal>;
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
      const isMirror = own.unusable.size === 0 && (await areAllPublic(own.keys, options));
      if (isMirror && !isRequired) return { state: 'none', mirrorsKeys: true };
      return options.trustsServedKeys === false && !isMirror ? recordedOnly : own;
    }
  }
}

/** Why a listed key cannot be used, after `the key`. */
const why: Readonly<Record<KeyRefusal, string>> = {
  shape: 'lacks a field',
  algorithm: 'is not of the type ecdsa-sha2-nistp256',
  material: 'is no public key on P-256',
  period: 'has a date of validity that is no instant',
  conflict: 'shares its keyid with another key',
  duplicate: 'is listed twice',
};

/** That a signature names a listed key that cannot be used. */
export function unusableKey(reason: KeyRefusal): Unavailable {
  return unavailable('not-provided', `the key that it names is listed by the registry, but ${why[reason]}`, 'keys');
}

const none = { state: 'none', mirrorsKeys: false } as const;
const keyless = unoffered('signatures', 'the registry must sign, but serves no keys', 'keys');

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
  const { keys, refused, unusable } = list;
  if (keys.size > 0) return { state: 'keys', keys, unusable, alone };
  const [first] = refused;
  if (first === undefined) return isRequired ? keyless : none;
  const reason = `no key that the registry lists can be used: the first ${why[first.reason]}`;
  return unavailable('not-provided', reason, 'keys');
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
