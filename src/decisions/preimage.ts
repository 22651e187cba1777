import { bytesToHex } from '@noble/hashes/utils.js';

import type { Facts, PackagePreimage, Undecidable } from '../model/decision.ts';
import { purlOf } from '../model/identity.ts';
import type { Change, Dossier, Pin } from '../model/index.ts';
import type { Rule } from '../model/rule.ts';
import { parseIntegrity } from '../model/sri.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { applicationOf, occurrencesOf } from '../policy/profiles.ts';
import { compareText } from '../text/order.ts';

/** What a decision about a package is bound to. */

export interface PreimageOf {
  readonly dossier: Dossier;
  readonly policy: Pick<EffectivePolicy, 'apply'>;
  readonly repositoryId: number;
  readonly rules: readonly Rule[];
}

/** The preimage of a package's digest, or why there is none. */
export function packagePreimage({ dossier, policy, repositoryId, rules }: PreimageOf): PackagePreimage | Undecidable {
  const { change } = dossier;
  const artifact = artifactOf(dossier);
  if (typeof artifact === 'string') return artifact;
  return {
    v: 1,
    ...artifact,
    repositoryId,
    use: [...new Set(change.dependencyTypes)].sort(compareText),
    profile: profilesOf(change, policy),
    facts: factsOf(dossier, rules),
  };
}

/** The bytes that a package of a registry is installed from, or why they are not known. */
export function artifactOf(dossier: Dossier): Artifact | 'no-bytes' | 'no-digest' {
  const { change, registry } = dossier;
  if (registry === undefined || change.source.kind !== 'registry' || isBundled(dossier)) return 'no-bytes';
  const sha512 = sha512Of(dossier);
  if (sha512 === undefined || !isPlainName(change)) return 'no-digest';
  return { purl: purlOf(change.name, change.version), sha512, registry };
}

export type Artifact = Pick<PackagePreimage, 'purl' | 'sha512' | 'registry'>;

/** What is in the tarball of another package is not installed from the bytes that the registry has under its own name. */
function isBundled({ change, evidence: { bundling } }: Dossier): boolean {
  return change.claims.inBundle === true || (bundling.state === 'present' && bundling.value.claims.length > 0);
}

/** Whether name and version can be told apart in a purl: a name that a registry may have has one `@`, in front of its scope. */
const isPlainName = ({ name, version }: Change): boolean => /^@?[^@]+$/.test(name) && /^[^@]+$/.test(version);

/**
 * The one SHA-512 that every pin comes to, as hex: its own, or for a pin without one what the registry states. Undefined where
 * there are two, where one is malformed, or where neither has any.
 */
function sha512Of({ change, evidence: { release } }: Dossier): string | undefined {
  const stated = release.state === 'present' ? release.value.integrity : undefined;
  return oneSha512(change.pins.length === 0 ? [{}] : change.pins, sha512sIn(stated)[0]);
}

/** The one SHA-512 that every pin itself has, as hex; undefined where they have none, or not the same. */
export const lockedSha512 = ({ pins }: Pick<Change, 'pins'>): string | undefined => oneSha512(pins, undefined);

function oneSha512(pins: readonly Partial<Pin>[], stated: string | undefined): string | undefined {
  const all = pins.flatMap(({ integrity }) => {
    const own = sha512sIn(integrity);
    return own.length > 0 ? own : (stated ?? unknown);
  });
  const [digest, ...others] = new Set(all);
  return digest === undefined || digest === unknown || others.length > 0 ? undefined : hexOf(digest);
}

/** What each pin says of its SHA-512, as hex; an empty text for one that says nothing. */
export const pinnedSha512s = ({ pins }: Pick<Change, 'pins'>): readonly string[] =>
  pins.flatMap(({ integrity }) => {
    const own = sha512sIn(integrity);
    return own.length > 0 ? own.map((digest) => (digest === unknown ? unknown : hexOf(digest))) : unknown;
  });

/** Every SHA-512 that a pin has or the registry states, as hex: whoever installs it may get any of these bytes. */
export function everySha512({ change, evidence: { release } }: Dossier): readonly string[] {
  const stated = release.state === 'present' ? release.value.integrity : undefined;
  const all = [stated, ...change.pins.map(({ integrity }) => integrity)].flatMap((integrity) => {
    return integrity === undefined ? [] : [...(parseIntegrity(integrity).digests.get('sha512') ?? [])];
  });
  return [...new Set(all)].map(hexOf);
}

const unknown = '';

/** Not known where a part cannot be read: a package manager may read it otherwise. */
function sha512sIn(integrity: string | undefined): readonly string[] {
  if (integrity === undefined) return [];
  const { digests, malformed } = parseIntegrity(integrity);
  const [...found] = digests.get('sha512') ?? [];
  return malformed ? [unknown] : found;
}

/** The bytes of canonical base64, as lower-case hex. */
export function hexOf(base64: string): string {
  return bytesToHex(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
}

/** Empty where the policy itself applies; an empty name among others where it applies to some of the ways that lead there. */
export function profilesOf(change: Change, { apply }: PreimageOf['policy']): readonly string[] {
  const names = occurrencesOf(change).map((occurrence) => applicationOf(apply, occurrence)?.profile ?? '');
  const distinct = [...new Set(names)].sort(compareText);
  return distinct.length === 1 && distinct[0] === '' ? [] : distinct;
}

/** The facts of every rule that gives some, whatever its level is: a stricter policy is noticed by its codes. */
function factsOf({ evidence, ...dossier }: Dossier, rules: readonly Rule[]): Facts {
  const all = rules.flatMap((rule) => {
    const facts = rule.subject === 'package' ? rule.facts?.({ dossier, evidence }) : undefined;
    return facts === undefined || Object.keys(facts).length === 0 ? [] : [[rule.id, facts] as const];
  });
  return Object.fromEntries(all);
}
