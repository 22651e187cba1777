import type { Place } from '../errors.ts';
import { asOneFailure, GateFailure } from '../errors.ts';
import type { PolicyOrigin } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import { isGatedPath } from './is-gated-path.ts';
import type { Extended, LoadPolicy, PolicyReference, PolicyText } from './load.ts';
import { presetDigests } from './preset-digests.ts';
import { isLocal, referenceOf } from './references.ts';

/** Reads the policy file of another repository; it throws GateFailure `policy-unavailable` where it cannot. */
export type ReadExtended = (reference: PolicyReference) => Promise<Uint8Array | string>;

/** What opening a policy needs in addition to loading it. */
export interface OpenPolicy extends Omit<LoadPolicy, 'extended'> {
  /** Absent: the policies of other repositories cannot be read. */
  readonly readExtended?: ReadExtended | undefined;
}

/** What has to be known about a policy before anything is judged. */
export interface PolicyOutline extends Pick<
  EffectivePolicy,
  | 'source'
  | 'digest'
  | 'baselines'
  | 'mode'
  | 'isGated'
  | 'isExcluded'
  | 'registries'
  | 'trustedRoot'
  | 'review'
  | 'comment'
  | 'notices'
  | 'extended'
> {
  /** Where the operator's policy of another repository was read; absent for every other. */
  readonly from?: PolicyOrigin;
  /** Whether there is no file: only a preset applies, which has no findings if nothing has changed. */
  readonly isPreset: boolean;
  /** See `haveSameProfiles`: a preset has no profiles. */
  readonly isJudgedAlike: (former: string, path: string) => boolean;
  readonly compose: () => Promise<EffectivePolicy>;
}

/**
 * The policy that applies, as far as it is needed to find out what changed. Most repositories have no policy file, and most
 * changes do not touch dependencies: then neither the rules nor the reader of policy files is loaded.
 * @throws GateFailure `policy-invalid` with line and column: everything that is wrong with it.
 */
export async function outlinePolicy(file: PolicyText | undefined, options: OpenPolicy = {}): Promise<PolicyOutline> {
  if (file !== undefined) {
    const policy = await openPolicy(file, options);
    const { haveSameProfiles } = await import('./same-profiles.ts');
    return {
      ...policy,
      ...(file.from && { from: file.from }),
      isPreset: false,
      isJudgedAlike: haveSameProfiles(policy.apply),
      compose: () => Promise.resolve(policy),
    };
  }
  const preset = options.preset ?? 'recommended';
  return {
    ...{ source: sourceOf(preset), digest: presetDigests[preset], mode: 'enforce', isGated: isGatedPath },
    ...{ isExcluded: () => false, baselines: [], registries: [], review: false },
    ...({ comment: 'always', notices: false } as const),
    ...{ isPreset: true, isJudgedAlike: () => true },
    compose: () => openPolicy(undefined, options),
  };
}

/**
 * The effective policy of a file, with what the file extends; without a file, the preset `recommended`. The reader of policy
 * files is loaded only where there is one: the YAML parser and the schema are a large part of what a run would load.
 * @throws GateFailure `policy-invalid` with line and column: everything that is wrong with it;
 *   `policy-unavailable` where it extends a policy that cannot be read.
 */
export async function openPolicy(
  file: PolicyText | undefined,
  { readExtended, ...options }: OpenPolicy = {},
): Promise<EffectivePolicy> {
  if (file === undefined) {
    const { composePolicy } = await import('./effective.ts');
    return composePolicy({ source: sourceOf(options.preset ?? 'recommended'), ...options });
  }
  const { acceptPolicy, composeAccepted } = await import('./load.ts');
  const { accepted, failures } = acceptPolicy(file, options.rules);
  if (accepted === undefined) throw asOneFailure(failures);
  const reference = referenceOf(accepted.file.extends);
  if (reference === undefined) return composeAccepted(file, accepted, options);
  const named = { reference, place: accepted.placeOf(['extends']) };
  const extended = await readExtendedPolicy(file, named, readExtended);
  return composeAccepted(file, accepted, { ...options, extended });
}

/**
 * The file that a reference names, under the name that messages and origins give it.
 * @param read for a policy of another repository
 * @throws GateFailure `policy-unavailable`
 */
export async function readExtendedPolicy(
  file: PolicyText,
  { reference, place }: { readonly reference: Extended; readonly place: Required<Place> },
  read: ReadExtended | undefined,
): Promise<PolicyText> {
  if (isLocal(reference)) {
    if (file.beside !== undefined) return file.beside(reference, place);
    const message = `the policy extends ${quoted(reference)}, but has no folder of its own in which that could be`;
    throw new GateFailure('policy-unavailable', message, place);
  }
  const { repository, path, commit } = reference;
  if (read === undefined) {
    throw new GateFailure(
      'policy-unavailable',
      `the policy extends ${quoted(path)} of ${quoted(repository)}, which is read through GitHub; set GITHUB_TOKEN to a token that may read it, or give --policy a file that extends a preset`,
    );
  }
  return { source: `${repository}@${commit.slice(0, 12)}:${path}`, text: await read(reference) };
}

const sourceOf = (preset: string) => `preset ${preset}`;

/** Why the policy of another repository cannot be read. */
export function extendedUnavailable({ repository, path, commit }: PolicyReference, why: string): GateFailure {
  const what = `${quoted(path)} of ${quoted(repository)} at ${quoted(commit)}`;
  return new GateFailure('policy-unavailable', `the policy extends ${what}, which cannot be read: ${why}`);
}
