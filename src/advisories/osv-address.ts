import { GateFailure } from '../errors.ts';
import { article } from '../registry/given-registries.ts';
import { canonicalRegistry, isPrivateChannel } from '../registry/registry-map.ts';

/** OSV's public API (https://google.github.io/osv.dev/api/). */
const publicOsv = 'https://api.osv.dev/';

/**
 * Where OSV is asked, should the policy name it as a source: what the operator says, else its public API. Undefined where
 * the operator names a registry and no OSV: every host but the registry's is off then.
 * @throws GateFailure `usage`
 */
export function osvAddress(given: string | undefined, registry: string | undefined): string | undefined {
  if (given === undefined) return registry === undefined ? publicOsv : undefined;
  const read = canonicalRegistry(given);
  const fault = 'fault' in read ? read.fault : isPrivateChannel(read.url) ? undefined : 'plain http';
  if ('url' in read && fault === undefined) return read.url;
  throw new GateFailure(
    'usage',
    `--osv has ${article(fault ?? '')}; give the https URL of an OSV API (plain http only on loopback).`,
  );
}
