import type { CoveredBy } from '../model/index.ts';
import type { ListedPublisher } from '../rules/listed-publishers.ts';
import type { EffectivePolicy } from './effective-policy.ts';

/** What a policy says about each entry that may cover findings, by the id that findings name. Loads no rule. */
export function coversOf({
  exceptions,
  settings,
}: Pick<EffectivePolicy, 'exceptions' | 'settings'>): ReadonlyMap<string, CoveredBy> {
  const { listed = [] } = (settings.get('publisher')?.options ?? {}) as {
    readonly listed?: readonly ListedPublisher[];
  };
  return new Map([
    ...listed.map(({ reason, end }, index) => [`publishers[${index}]`, { reason, owner: null, until: end }] as const),
    ...exceptions.map(({ id, reason, owner = null, expires }) => [id, { reason, owner, until: expires }] as const),
  ]);
}
