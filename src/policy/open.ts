import { GateFailure } from '../errors.ts';
import { quoted } from '../text/visible.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import { isOutsideModules } from './gated.ts';
import type { LoadPolicy, PolicyReference, PolicyText } from './load.ts';
import { presetDigests } from './preset-digests.ts';

/** Reads the policy file of another repository; it throws GateFailure `policy-unavailable` where it cannot. */
export type ReadExtended = (reference: PolicyReference) => Promise<Uint8Array | string>;

/** What an opener knows beside what a loader does. */
export interface OpenPolicy extends Omit<LoadPolicy, 'extended'> {
  /** Absent: there is nobody to ask. */
  readonly readExtended?: ReadExtended | undefined;
}

/** What of a policy has to be known before anything is judged. */
export interface PolicyOutline extends Pick<
  EffectivePolicy,
  'source' | 'digest' | 'mode' | 'isGated' | 'registries' | 'trustedRoot' | 'review'
> {
  /** Whether there is no file: nothing but a preset applies, which has nothing to say where nothing has changed. */
  readonly isPreset: boolean;
  /** See `judgesAlike`: a preset has no profiles. */
  readonly isJudgedAlike: (former: string, path: string) => boolean;
  readonly compose: () => Promise<EffectivePolicy>;
}

/**
 * The policy that applies, as far as is needed to find out what changed. Most repositories have no policy file, and most
 * changes are not about dependencies: then neither the rules nor what reads a policy file are loaded.
 * @throws GateFailure `policy-invalid` with line and column: the first of everything that is wrong with it.
 */
export async function outlinePolicy(file: PolicyText | undefined, options: OpenPolicy = {}): Promise<PolicyOutline> {
  if (file !== undefined) {
    const policy = await openPolicy(file, options);
    const { judgesAlike } = await import('./alike.ts');
    return {
      ...policy,
      isPreset: false,
      isJudgedAlike: judgesAlike(policy.apply),
      compose: () => Promise.resolve(policy),
    };
  }
  const preset = options.preset ?? 'recommended';
  return {
    ...{ source: sourceOf(preset), digest: presetDigests[preset], mode: 'enforce', isGated: isOutsideModules },
    ...{ registries: [], review: false, isPreset: true, isJudgedAlike: () => true },
    compose: () => openPolicy(undefined, options),
  };
}

/**
 * The policy that a file comes to, with what the file extends; without a file, the preset `recommended`. What reads a policy
 * file is loaded only where there is one: the YAML parser and the file's schema are a good part of what a run would load.
 * @throws GateFailure `policy-invalid` with line and column: the first of everything that is wrong with it;
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
  if (accepted === undefined) throw failures[0];
  const reference = accepted.file.extends;
  if (typeof reference !== 'object') return composeAccepted(file, accepted, options);
  const extended = await readExtendedPolicy(reference, readExtended);
  return composeAccepted(file, accepted, { ...options, extended });
}

/**
 * The file that a reference names, under the name that messages and origins give it.
 * @throws GateFailure `policy-unavailable`
 */
export async function readExtendedPolicy(
  reference: PolicyReference,
  read: ReadExtended | undefined,
): Promise<PolicyText> {
  const { repository, path, commit } = reference;
  if (read === undefined) {
    throw new GateFailure(
      'policy-unavailable',
      `the policy extends ${quoted(path)} of ${quoted(repository)}, and there is no GitHub to read it from; set GITHUB_TOKEN to a token that may read it, or give --policy a file that extends a preset`,
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
