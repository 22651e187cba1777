import type { Instant, Mention } from '../model/index.ts';
import type { ListedPublisher } from '../rules/listed-publishers.ts';
import { isInForce } from '../rules/listed-publishers.ts';
import { splitSelector } from '../model/options.ts';
import { admits, keepsOut } from '../rules/package-lists.ts';
import { quoted } from '../text/visible.ts';
import type { EffectivePolicy } from './effective-policy.ts';
import { isExpired } from './exceptions.ts';
import { listKeys } from './lists.ts';
import type { ListKey } from './lists.ts';
import { compileGlob } from '../text/glob.ts';
import { optionsOf } from './rule-settings.ts';

/** What a policy says about a package by name. */

interface Denied {
  readonly package: string;
  readonly reason: string;
  readonly useInstead?: string | undefined;
}

/** What an entry of each list is. */
interface Entries {
  readonly deny: Denied;
  readonly allow: string;
  readonly publishers: ListedPublisher;
  readonly provenance: unknown;
}

/** An entry of a list: its id (`deny[0]`) and its place. */
export interface Listed<K extends ListKey> {
  readonly entry: Entries[K];
  readonly id: string;
  readonly origin: string;
}

/** The entries of a list with their names and origins: those of the policy's key first, then the rule's own option's. */
export function listedIn<K extends ListKey>({ settings, origins }: EffectivePolicy, key: K): readonly Listed<K>[] {
  return listKeys
    .filter((one) => one.key === key)
    .flatMap(({ rule, option }) => {
      const setting = settings.get(rule);
      const entries =
        setting === undefined ? [] : ((optionsOf(setting)[option] as readonly Entries[K][] | undefined) ?? []);
      const otherwise = origins.get(`rules.${rule}.${option}`) ?? 'default';
      return entries.map((entry, index) => {
        const id = `${key}[${index}]`;
        return { entry, id, origin: origins.get(id) ?? otherwise };
      });
    });
}

/** One version of a package, or any version of it where `version` is left out. */
export interface Named {
  readonly name: string;
  readonly version?: string;
}

/** Whether a selector matches the version, or without a version could match one. */
function matching(matcher: (selector: string) => (name: string, version: string) => boolean) {
  return (selector: string, { name, version }: Named) =>
    version === undefined ? compileGlob(splitSelector(selector).name)(name) : matcher(selector)(name, version);
}
const isAdmitted = matching(admits);
const isKeptOut = matching(keepsOut);

/** Every entry of `deny`, `allow`, `publishers` and `exceptions` that matches the package. */
export function mentionsOf(policy: EffectivePolicy, named: Named, now: Instant): readonly Mention[] {
  const denied = listedIn(policy, 'deny')
    .filter(({ entry }) => isKeptOut(entry.package, named))
    .map(({ entry, id, origin }): Mention => {
      const instead = entry.useInstead === undefined ? '' : ` Use ${quoted(entry.useInstead)} instead.`;
      const says = `Denied: ${quoted(entry.reason)}.${instead}`;
      return { key: 'deny', id, selector: entry.package, origin, says };
    });
  const allowed = listedIn(policy, 'allow')
    .filter(({ entry }) => isAdmitted(entry, named))
    .map(({ entry, id, origin }): Mention => {
      const says = 'On the list of allowed packages; every other rule still applies.';
      return { key: 'allow', id, selector: entry, origin, says };
    });
  const published = listedIn(policy, 'publishers').flatMap(({ entry, id, origin }): readonly Mention[] => {
    const selector = entry.packages.find((one) => isAdmitted(one, named));
    if (selector === undefined) return [];
    const waives = entry.waives.length === 0 ? 'waives nothing' : `waives ${entry.waives.join(', ')}`;
    const state = isInForce(entry, now) ? '' : ' It does not apply on this day.';
    const says = `A publisher is listed from ${entry.start} to ${entry.end} and ${waives} for what it publishes.${state}`;
    return [{ key: 'publishers', id, selector, origin, says }];
  });
  const excepted = policy.exceptions
    .filter((one) => one.about === 'package')
    .filter((one) => isAdmitted(one.package, named))
    .map((one): Mention => {
      const state = isExpired(one, now) ? `expired on ${one.expires}` : `until ${one.expires}`;
      const says = `Waives ${one.rules.join(', ')}, ${state}: ${quoted(one.reason)}.`;
      return { key: 'exceptions', id: one.id, selector: one.package, origin: one.origin, says };
    });
  return [...denied, ...allowed, ...published, ...excepted];
}
