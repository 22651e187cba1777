/**
 * Each rule in a few words, for places with no room for its messages: it is our text for an id that a report may have from
 * anybody. A test holds the table to the rules; reports are rendered without loading them.
 */
export interface RuleWords {
  /** What it judges: `could not judge malware`. */
  readonly what: string;
  /** What a violation of it means for a package. */
  readonly reason: string;
  /** Whether an exception may name the rule for a package. */
  readonly isWaivable: boolean;
}

const words = (what: string, reason: string): RuleWords => ({ what, reason, isWaivable: true });
const fixed = (what: string, reason: string): RuleWords => ({ what, reason, isWaivable: false });

const byRule: Readonly<Record<string, RuleWords>> = {
  // The three that nobody may miss are first in every sentence.
  malware: words('malware', 'known as malware'),
  advisory: words('advisories', 'known vulnerability'),
  signature: words('signatures', 'registry signature missing or wrong'),
  provenance: words('provenance', 'provenance missing or not as expected'),
  publisher: words('publishers', 'unexpected publisher'),
  existence: fixed('existence', 'not in the registry'),
  integrity: words('integrity', 'not the bytes that the registry states'),
  source: words('sources', 'not from a registry'),
  registry: fixed('registry addresses', 'from another address than the registry'),
  'dependency-confusion': fixed('scopes', 'private name at another registry'),
  takeover: words('signs of a takeover', 'signs of a takeover'),
  'trust-downgrade': words('trust levels', 'published in a weaker way than before'),
  'source-identity': words('source repositories', 'built from another repository'),
  'install-scripts': words('install scripts', 'new or changed install script'),
  cooldown: words('release ages', 'released too recently'),
  'new-package': words('package ages', 'new package'),
  'name-similarity': words('similar names', 'name like a popular package'),
  'new-direct-dependency': words('new direct dependencies', 'new direct dependency of an agent'),
  license: words('licenses', 'license not allowed'),
  abandonment: words('maintenance', 'deprecated or unmaintained'),
  alias: words('aliases', 'installed under another name'),
  bundled: words('bundled packages', 'bundled in another package'),
  allow: words('the allow list', 'not on the allow list'),
  deny: fixed('the deny list', 'denied by the policy'),
  lockfile: fixed('lockfiles', 'inconsistent lockfile'),
  override: fixed('overrides', 'override changed'),
  'gate-config': fixed('settings', 'setting of the gate or of installs changed'),
  'approval-record': fixed('records of decisions', 'record of a decision that nothing proves'),
  'committed-bytes': fixed('committed files', 'committed file differs from the registry'),
  'exception-hygiene': fixed('exceptions', 'expired or unused exception'),
};

/** In the order in which a sentence names them. */
export const knownRules: readonly string[] = Object.keys(byRule);

/** A rule's place in that order; those of another version come last. */
export function rankOfRule(rule: string): number {
  const rank = knownRules.indexOf(rule);
  return rank === -1 ? knownRules.length : rank;
}

/** Undefined for a rule of another version, whose id is third-party text. */
export function wordsOfRule(rule: string): RuleWords | undefined {
  return Object.hasOwn(byRule, rule) ? byRule[rule] : undefined;
}
