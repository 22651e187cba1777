import type { Publisher } from '../model/index.ts';
import { isRecord } from './release.ts';

/** One entry of `dist.signatures`. Third-party text, nothing of it verified. */
export interface ListedSignature {
  readonly keyid: string;
  readonly sig: string;
}

const maxSignatures = 16;
const maxLength = 512;

/**
 * `dist.signatures` of one manifest: undefined where there is none, `malformed` where it is no list of signatures. Only
 * their two fields are kept.
 */
export function readSignatures(manifest: unknown): readonly ListedSignature[] | 'malformed' | undefined {
  const listed = distOf(manifest)?.signatures;
  if (listed === undefined || listed === null) return undefined;
  if (!Array.isArray(listed) || listed.length > maxSignatures) return 'malformed';
  const signatures: ListedSignature[] = [];
  for (const entry of listed as readonly unknown[]) {
    if (!isRecord(entry) || !isShort(entry.keyid) || !isShort(entry.sig)) return 'malformed';
    signatures.push({ keyid: entry.keyid, sig: entry.sig });
  }
  return signatures.length === 0 ? undefined : signatures;
}

/** Whether a manifest claims attestations: any value there is a claim, and none is believed. */
export function claimsAttestations(manifest: unknown): boolean {
  const claim = distOf(manifest)?.attestations;
  return claim !== undefined && claim !== null && claim !== false;
}

/**
 * Who published a version, by `_npmUser` of its manifest; undefined where that does not say: stripped, which is not
 * "published by nobody". A field of another shape says nothing.
 */
export function readPublisherClaim(manifest: unknown): Publisher | undefined {
  const npmUser = fieldOf(manifest, '_npmUser');
  const name = textOf(fieldOf(npmUser, 'name'));
  const id = textOf(fieldOf(fieldOf(npmUser, 'trustedPublisher'), 'id'));
  const oidcConfigId = textOf(fieldOf(fieldOf(npmUser, 'trustedPublisher'), 'oidcConfigId'));
  const approved = fieldOf(npmUser, 'approver');
  const approver = textOf(approved) ?? textOf(fieldOf(approved, 'name'));
  if (name === undefined && id === undefined && approver === undefined) return undefined;
  return {
    ...(name === undefined ? {} : { name }),
    ...(id === undefined ? {} : { trustedPublisher: { id, ...(oidcConfigId === undefined ? {} : { oidcConfigId }) } }),
    ...(approver === undefined ? {} : { approver }),
  };
}

/** The names of the accounts that may publish, by `maintainers` of a manifest; undefined where there are none. */
export function readMaintainers(manifest: unknown): readonly string[] | undefined {
  const listed = fieldOf(manifest, 'maintainers');
  const names = Array.isArray(listed)
    ? listed.slice(0, mostMaintainers).flatMap((each) => textOf(fieldOf(each, 'name')) ?? [])
    : [];
  return names.length === 0 ? undefined : names;
}

/** More than any package has that anybody maintains. */
const mostMaintainers = 512;

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const fieldOf = (value: unknown, name: string): unknown =>
  isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;

function distOf(manifest: unknown): Readonly<Record<string, unknown>> | undefined {
  return isRecord(manifest) && isRecord(manifest.dist) ? manifest.dist : undefined;
}

function isShort(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= maxLength;
}
