import type { EffectivePolicy } from './effective.ts';
import { isOutsideModules } from './gated.ts';
import type { LoadPolicy, PolicyText } from './load.ts';
import { presetDigests } from './preset-digests.ts';

/** What of a policy has to be known before anything is judged. */
export interface PolicyOutline extends Pick<
  EffectivePolicy,
  'source' | 'digest' | 'mode' | 'isGated' | 'registries' | 'trustedRoot'
> {
  /** Whether there is no file: nothing but a preset applies, which has nothing to say where nothing has changed. */
  readonly isPreset: boolean;
  readonly compose: () => Promise<EffectivePolicy>;
}

/**
 * The policy that applies, as far as is needed to find out what changed. Most repositories have no policy file, and most
 * changes are not about dependencies: then neither the rules nor what reads a policy file are loaded.
 * @throws GateFailure `policy-invalid` with line and column: the first of everything that is wrong with it.
 */
export async function outlinePolicy(file: PolicyText | undefined, options: LoadPolicy = {}): Promise<PolicyOutline> {
  if (file !== undefined) {
    const policy = await openPolicy(file, options);
    return { ...policy, isPreset: false, compose: () => Promise.resolve(policy) };
  }
  const preset = options.preset ?? 'recommended';
  return {
    ...{ source: sourceOf(preset), digest: presetDigests[preset], mode: 'enforce', isGated: isOutsideModules },
    ...{ registries: [], isPreset: true, compose: () => openPolicy(undefined, options) },
  };
}

/**
 * The same as `loadPolicy`, and loads what reads a policy file only where there is one: the YAML parser and the file's
 * schema are a good part of what a run would load.
 * @throws GateFailure `policy-invalid` with line and column: the first of everything that is wrong with it.
 */
export async function openPolicy(file: PolicyText | undefined, options: LoadPolicy = {}): Promise<EffectivePolicy> {
  if (file !== undefined) return (await import('./load.ts')).loadPolicy(file, options);
  const { composePolicy } = await import('./effective.ts');
  return composePolicy({ source: sourceOf(options.preset ?? 'recommended'), ...options });
}

const sourceOf = (preset: string) => `preset ${preset}`;
