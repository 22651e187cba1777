import type { RecordedTrust } from '../trust/recorded-trust.ts';
import { concernsRegistry } from '../registry/concerns.ts';
import type { RefreshSource } from '../trust/refresh.ts';
import { GateFailure } from '../errors.ts';
import type { Comparison, Snapshot } from '../model/index.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { readTrustedRoot } from './base-files.ts';

/** A file that the operator named, and its text. */
export interface GivenFile {
  /** As messages show it. */
  readonly path: string;
  readonly text: string;
}

/** Whom the operator trusts; it takes precedence over the policy. */
export interface GivenTrust {
  /** Another Sigstore's `trusted_root.json`. */
  readonly trustedRoot?: GivenFile;
  /** The JSON of a keys endpoint: the default registry signs with these keys, and must. */
  readonly registryKeys?: GivenFile;
  /** Fetch the current trust seeds instead of using the embedded ones. */
  readonly refresh?: RefreshSource;
}

/** Whom to trust in this run, read and validated; a recording keeps it. */
export type TrustSettings = RecordedTrust;

/**
 * Reads trust roots and keys: the operator's files, else what the policy names, from the policy's snapshot.
 * Everything given is validated at once, even if no change needs it: a mistake must not wait for the first attestation.
 * @throws GateFailure `configuration-invalid` with the file's path.
 */
export async function readTrust(
  given: GivenTrust,
  policy: Pick<EffectivePolicy, 'source' | 'trustedRoot' | 'registries'>,
  trusted: Snapshot,
): Promise<TrustSettings> {
  const { trustedRoot: path } = policy;
  const named = path === undefined ? undefined : { path, text: await readTrustedRoot(trusted, path) };
  const trustedRoot = given.trustedRoot ?? named;
  if (trustedRoot !== undefined) {
    const { trustFrom } = await import('../trust/trust-material.ts');
    trustFrom(trustedRoot.text, trustedRoot.path);
  }
  for (const { url, keys } of policy.registries) {
    if (keys !== undefined) await demandKeys({ keys }, policy.source, `the keys of ${url} in the policy`);
  }
  const registryKeys = given.registryKeys === undefined ? undefined : await readKeys(given.registryKeys);
  return {
    ...(trustedRoot === undefined ? {} : { trustedRoot }),
    ...(registryKeys === undefined ? {} : { registryKeys }),
  };
}

/**
 * The same with refreshed trust seeds, if that was asked for and a change concerns a registry.
 * @throws GateFailure `trust-unavailable`: a refresh that fails never falls back to older seeds.
 */
export async function refreshedTrust(
  trust: TrustSettings,
  source: RefreshSource | undefined,
  { changes }: Comparison,
): Promise<TrustSettings> {
  if (source === undefined || !changes.some(concernsRegistry)) return trust;
  const { refreshTrust } = await import('../trust/refresh.ts');
  return { ...trust, refreshed: await refreshTrust(source) };
}

async function readKeys({ path, text }: GivenFile): Promise<unknown> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    throw new GateFailure(
      'configuration-invalid',
      'is not JSON; give what the registry answers at /-/npm/v1/keys: {"keys": [...]}',
      { path },
    );
  }
  await demandKeys(document, path, 'the file');
  return document;
}

const refusals = {
  shape: 'lacks a field, or has a field of the wrong type',
  algorithm: 'is not of the type ecdsa-sha2-nistp256',
  material: 'contains no P-256 public key',
  period: 'has an `expires` that is not an ISO 8601 instant',
  conflict: 'has the keyid of another key in the list',
  duplicate: 'is listed twice',
} as const;

/** Given keys must all be usable: an unusable one would otherwise be noticed only when it is needed. */
async function demandKeys(document: unknown, path: string, what: string): Promise<void> {
  const { parseRegistryKeys } = await import('../trust/registry-keys.ts');
  const list = parseRegistryKeys(document);
  const invalid = (message: string) => new GateFailure('configuration-invalid', message, { path });
  if (list.state === 'malformed') {
    throw invalid(`${what} has no list of keys; give what the registry answers at /-/npm/v1/keys: {"keys": [...]}`);
  }
  const [refused] = list.refused;
  if (refused !== undefined) {
    throw invalid(`key ${refused.position + 1} of ${what} ${refusals[refused.reason]}; get it from the registry again`);
  }
  if (list.keys.size === 0) throw invalid(`${what} lists no key, so nothing could be verified; add one`);
}
