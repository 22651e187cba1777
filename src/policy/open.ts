import { composePolicy } from './effective.ts';
import type { EffectivePolicy } from './effective.ts';
import type { LoadPolicy, PolicyText } from './load.ts';

/**
 * The same as `loadPolicy`, and loads what reads a policy file only where there is one: most repositories have none, and
 * the YAML parser and the file's schema are a good part of what a run would load.
 * @throws GateFailure `policy-invalid` with line and column: the first of everything that is wrong with it.
 */
export async function openPolicy(file: PolicyText | undefined, options: LoadPolicy = {}): Promise<EffectivePolicy> {
  if (file === undefined) return composePolicy({ source: `preset ${options.preset ?? 'recommended'}`, ...options });
  const { loadPolicy } = await import('./load.ts');
  return loadPolicy(file, options);
}
