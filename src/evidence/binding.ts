import type { BoundTo, Pin } from '../model/index.ts';

/** Bytes that a verification is about: one SHA-512 hash, and who says that these are the bytes. */
export interface Binding {
  /** `sha512-<base64>`. */
  readonly integrity: string;
  readonly boundTo: BoundTo;
}

/**
 * What has to be verified so that all pins are: each SHA-512 hash of the lockfile, and for a pin without one what the
 * registry states. SRI (https://www.w3.org/TR/sri-2/) accepts any of several hashes, so each of them counts.
 * @returns each hash once; undefined in it where neither the lockfile nor the registry states one.
 */
export function bindingsOf(pins: readonly Pin[], stated: string | undefined): readonly (Binding | undefined)[] {
  const bindings = new Map<string, Binding | undefined>();
  const integrities = pins.length === 0 ? [undefined] : pins.map(({ integrity }) => integrity);
  for (const integrity of integrities) {
    const pinned = sha512sOf(integrity);
    const [hashes, boundTo] =
      pinned.length > 0 ? [pinned, 'lockfile' as const] : [sha512sOf(stated), 'registry' as const];
    for (const hash of hashes) bindings.set(`${boundTo} ${hash}`, { integrity: hash, boundTo });
    if (hashes.length === 0) bindings.set('', undefined);
  }
  return [...bindings.values()];
}

/** The hashes of an integrity that claim to be SHA-512, without options; whether they are well-formed is not asked here. */
function sha512sOf(integrity = ''): readonly string[] {
  return integrity
    .split(/\s+/)
    .filter((hash) => hash.startsWith('sha512-'))
    .map((hash) => hash.split('?', 1)[0] ?? '');
}
