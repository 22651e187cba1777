import { composePolicy } from '../../src/policy/effective.ts';
import { asOneFailure } from '../../src/errors.ts';
import type { EffectivePolicy } from '../../src/policy/effective-policy.ts';
import { acceptPolicy, composeAccepted, type LoadPolicy, type PolicyText } from '../../src/policy/load.ts';

/** What `openPolicy` gives, at once: the same steps, without what is loaded on demand (`policy/open.test.ts` holds them equal). */
export function loadPolicy(file: PolicyText | undefined, options: LoadPolicy = {}): EffectivePolicy {
  if (file === undefined) return composePolicy({ source: `preset ${options.preset ?? 'recommended'}`, ...options });
  const { accepted, failures } = acceptPolicy(file, options.rules);
  if (accepted === undefined) throw asOneFailure(failures);
  return composeAccepted(file, accepted, options);
}
