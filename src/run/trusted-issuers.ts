import { namedIssuer } from '../trust/issuer.ts';
import type { TrustOptions } from '../trust/trust-options.ts';
import type { EffectivePolicy } from '../policy/effective-policy.ts';
import { optionsOf } from '../policy/rule-settings.ts';
import { concerns } from '../rules/expectation.ts';
import type { Expectation } from '../rules/expectation.ts';

/**
 * The OIDC issuers that the policy's expectations name: each is trusted only for the packages that it is expected
 * for. Undefined where none is named.
 */
export function expectedIssuers({ settings }: EffectivePolicy): TrustOptions['issuers'] {
  const provenance = settings.get('provenance');
  const expected = provenance === undefined ? [] : (optionsOf(provenance)['expect'] as readonly Expectation[]);
  const naming = expected.flatMap((one) =>
    one.issuer === undefined ? [] : [{ one, issuer: namedIssuer(one.issuer) }],
  );
  if (naming.length === 0) return undefined;
  return (name, version) => naming.filter(({ one }) => concerns(one, { name, version })).map(({ issuer }) => issuer);
}
