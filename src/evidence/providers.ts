import type { EvidenceKind } from '../model/index.ts';
import { advisories } from './advisory-evidence.ts';
import { authorship } from './authorship.ts';
import { bundling } from './bundling.ts';
import { contents } from './contents.ts';
import { dependents } from './dependents.ts';
import { license } from './license.ts';
import { nameReputation } from './name-reputation.ts';
import { namesake } from './namesake.ts';
import { packumentEvidence } from './packument-evidence.ts';
import { tarballs } from './tarballs.ts';
import { upgrades } from './upgrades.ts';
import { trustLevel } from './trust-level.ts';
import { verification } from './verification.ts';

/** Where every kind of evidence comes from. Requests go out in this order. */
export const providers = [
  advisories,
  packumentEvidence,
  tarballs,
  contents,
  verification,
  trustLevel,
  license,
  bundling,
  dependents,
  upgrades,
  nameReputation,
  namesake,
  authorship,
] as const;

type Provided = (typeof providers)[number]['kinds'][number];

const kinds: readonly Provided[] = providers.flatMap((provider): readonly Provided[] => provider.kinds);

/** The same evidence of every kind. A kind that no provider yields does not compile. */
export function everyKind<T>(same: T): { readonly [K in EvidenceKind]: T } {
  return allOf(kinds, same);
}

/** The same evidence of each of these kinds. */
export function allOf<K extends EvidenceKind, T>(kinds: readonly K[], same: T): { readonly [Kind in K]: T } {
  return Object.fromEntries(kinds.map((kind) => [kind, same])) as { [Kind in K]: T };
}
