import { canonicalJson } from '../judge/fingerprint.ts';
import type { PackagePreimage } from '../model/decision.ts';
import type { Json } from '../model/json.ts';

/** What a decision was about, and the codes that it names. */
export interface Decided {
  readonly preimage: PackagePreimage;
  /** `rule/code` */
  readonly codes: readonly string[];
}

/**
 * Whether a decision that was made about a version as it replaced another one holds for the same version where there is none
 * before it, or another (an audit, after the merge, a baseline): all but the halves `before` is equal.
 *
 * What is not asked about now (a tarball, once the version is in the base) may be in the record alone. What is read now and was
 * not seen then voids it where the decision names a code of that rule; of another rule it names none, and what it reports is not
 * covered.
 */
export function compareAfter({ preimage: record, codes }: Decided, now: PackagePreimage): boolean {
  const named = new Set(codes.map((code) => code.split('/', 1)[0]));
  return isSame(withoutFacts(record), withoutFacts(now)) && Object.keys(now.facts).every((rule) => sees(rule));

  function sees(rule: string): boolean {
    const [seen, read] = [afterOf(record, rule), afterOf(now, rule)];
    return Object.entries(read).every(([name, fact]) =>
      Object.hasOwn(seen, name) ? isSame(seen[name] as Json, fact) : !named.has(rule),
    );
  }
}

const withoutFacts = (preimage: PackagePreimage): Json => ({ ...preimage, facts: {} });

function afterOf({ facts }: PackagePreimage, rule: string): Readonly<Record<string, Json>> {
  const after = Object.hasOwn(facts, rule) ? facts[rule]?.after : undefined;
  return typeof after === 'object' && after !== null && !Array.isArray(after)
    ? (after as Readonly<Record<string, Json>>)
    : {};
}

const isSame = (one: Json, other: Json): boolean => canonicalJson(one) === canonicalJson(other);
