import type {
  AnotherRegistry,
  Change,
  EarlierBuilds,
  Evidence,
  Pin,
  ProvenanceOutcome,
  Release,
  SignatureOutcome,
  Unavailable,
} from '../model/index.ts';
import { type Binding, bindingsOf } from './binding.ts';
import { isPublicName } from './elsewhere.ts';
import { absent, present, unavailable, unneeded, unoffered } from '../model/evidence-values.ts';
import { historyOf, isAttested, listedVersion, previousReleaseOf, releaseOf, wantedOf } from './packument-evidence.ts';
import { pastAmong } from '../model/past.ts';
import { type Demands, defaultDemand } from '../registry/capabilities.ts';
import { type Packument, mostEarlier } from '../registry/packument.ts';
import { scopeOf } from '../registry/registry-map.ts';
import type { Found } from './packuments.ts';
import { predecessorVersion } from './predecessor.ts';
import { type Run, fromPackument, provider } from './provider.ts';
import { claimsNothing, signersOf, withoutOwnKeys } from './stripped.ts';
import { provenanceOutcome } from '../trust/provenance-outcome.ts';
import type { RegistryKeys } from '../trust/registry-keys.ts';
import { type Asked, type SigningKeys, publicKeys, signingKeys, unusableKey } from '../trust/signing-keys.ts';
import { createVerifying } from '../trust/verifying.ts';
import { lacksOnlyKeys, worst } from './worst-outcome.ts';

/** One package version, and what the packument says of it. */
interface Version {
  readonly registry: string;
  readonly name: string;
  /** As the change has it. */
  readonly version: string;
  readonly packument: Packument;
}

/**
 * Verifies what rules need: a registry is asked for its keys once, and for attestations once for each version that
 * claims some. What the packument claims is never taken for more than a claim, and no address in it is asked.
 */
export const verification = provider({
  kinds: ['registrySignature', 'provenance', 'predecessorProvenance', 'earlierBuilds'],
  needs: ['tarball'],
  collect: (run, read) => {
    const verify = createVerification(run);
    return fromPackument(run, async (found) => {
      // Its tarball is requested first, so that the budget goes to the same requests every time.
      await read('tarball', found.change);
      return verify(found);
    });
  },
});

function createVerification(options: Run) {
  const { needs, registries, broker } = options;
  const verifying = createVerifying(options);
  const keysByScope = new Map<string, Promise<Keys>>();
  // With what trust a version was published rests on its provenance.
  const needsProvenance = (['provenance', 'bringers', 'trust'] as const).some((kind) => needs.has(kind));

  return async ({ change, registry, packument }: Found) => {
    const { name, version, pins } = change;
    const current = { registry, name, version, packument };
    const [registrySignature, provenance, predecessorProvenance] = await Promise.all([
      needs.has('registrySignature') ? whereListed(current, pins, verifySignature) : unneeded,
      needsProvenance ? whereListed(current, pins, verifyProvenance) : unneeded,
      verifyPredecessor(change, current),
    ]);
    const asks = needs.has('earlierBuilds') && isVerified(provenance) && change.baseVersions.length > 0;
    const earlierBuilds = !needs.has('earlierBuilds')
      ? unneeded
      : asks && !isVerified(predecessorProvenance)
        ? await verifyEarlier(change, current)
        : absent;
    return { registrySignature, provenance, predecessorProvenance, earlierBuilds };
  };

  /** Releases that follow one another within days do not vouch for one another; see `pastOf`. */
  async function verifyEarlier(change: Change, current: Version): Promise<Evidence<EarlierBuilds>> {
    const { releases } = historyOf(current.packument);
    const { earlier } = pastAmong(releases, listedVersion(change.version, current.packument));
    const attested = earlier.filter((one) => one.attested === true);
    const asked = attested.slice(-mostEarlier).reverse();
    if (asked.length === 0) return absent;
    const outcomes = await Promise.all(
      asked.map(({ version }) => {
        const integrity = current.packument.earlierAttested?.[version];
        return verifyProvenance({ ...current, version }, bindingsOf([], integrity));
      }),
    );
    const failed = outcomes.find((outcome) => outcome.state === 'unavailable');
    if (failed !== undefined) return failed;
    const builds = outcomes.flatMap((outcome, at) =>
      outcome.state === 'present' && outcome.value.state === 'verified'
        ? [{ version: asked[at]?.version ?? '', build: outcome.value.identity }]
        : [],
    );
    return present({ builds, asked: asked.length, attested: attested.length });
  }

  async function verifySignature(
    subject: Version,
    bindings: readonly (Binding | undefined)[],
  ): Promise<Evidence<SignatureOutcome>> {
    const { registry, name, version, packument } = subject;
    if (demanded('signatures', subject) === 'none') return present({ state: 'not-applicable' });
    const { signing, forSignatures, passedOn } = await keysOf(subject);
    const wanted = wantedOf(packument, version);
    const signatures = wanted?.signatures;
    const by = signersOf(signatures);
    const isPassedOn = by.length > 0 && by.every((keyid) => passedOn.has(keyid));
    if (signing.state === 'unavailable' && !isPassedOn) return signing;
    const told = signing.state === 'none' ? withoutOwnKeys(packument, signatures, passedOn) : undefined;
    if (told !== undefined) return told;
    if (!packument.signed) return unoffered('signatures', 'the registry serves no signature of any version of it');
    if (signatures === undefined) return absent;
    const outcomes = bindings.map(async (binding): Promise<Evidence<SignatureOutcome>> => {
      if (binding === undefined) return unbound;
      const { integrity, boundTo } = binding;
      const listed = { registry, name, version: listedVersion(version, packument), integrity };
      const outcome = await verifying.signature(listed, signatures, wanted?.publishedAt, forSignatures);
      if (outcome.state === 'absent') return absent;
      if (outcome.state === 'invalid' && outcome.check === 'unknown-key' && signing.state === 'keys') {
        const [reason] = by.flatMap((keyid) => signing.unusable.get(keyid) ?? []);
        if (reason !== undefined) return unusableKey(reason);
      }
      return present(outcome.state === 'verified' ? { ...outcome, boundTo } : outcome);
    });
    return worst(await Promise.all(outcomes));
  }

  async function verifyProvenance(
    subject: Version,
    bindings: readonly (Binding | undefined)[],
  ): Promise<Evidence<ProvenanceOutcome>> {
    const { registry, name, packument } = subject;
    const demand = demanded('attestations', subject);
    if (demand === 'none') return present({ state: 'not-applicable' });
    const { signing, forAttestations: keys, passedOn } = await keysOf(subject);
    const by = signersOf(wantedOf(packument, subject.version)?.signatures);
    // A mirror's own keys are not needed for what the public registry signed.
    const isPassedOn = by.length > 0 && by.every((keyid) => passedOn.has(keyid));
    if (signing.state === 'unavailable' && !isPassedOn) return signing;
    const at = elsewhere(name);
    const isClaimed = isAttested(subject.version, packument);
    if (!isClaimed && (at === undefined || packument.signed || packument.attested.length > 0)) {
      const strips = !packument.signed && packument.attested.length === 0;
      const isSilent = signing.state === 'none' && claimsNothing(packument, signing.mirrorsKeys);
      if (isSilent && demand !== 'required') return present({ state: 'not-applicable' });
      return strips
        ? unoffered('signatures', 'the registry serves no signatures or attestations of any version of it')
        : absent;
    }
    const version = listedVersion(subject.version, packument);
    const answer = await broker.attestations(registry, name, version, at);
    if (answer.state === 'absent') return isClaimed ? withheld : absent;
    if (answer.state === 'refused') {
      return unavailable('unauthorized', `HTTP ${answer.status} for its attestations`, 'attestations');
    }
    if (answer.state === 'unavailable') {
      if (answer.unoffered !== undefined) return answer;
      return unavailable(answer.reason, `its attestations: ${answer.detail}`, 'attestations');
    }
    const outcomes = bindings.map(async (binding): Promise<Evidence<ProvenanceOutcome>> => {
      if (binding === undefined) return unbound;
      const { integrity, boundTo } = binding;
      const judged = await verifying.attestations({ registry, name, version, integrity }, answer.document, keys);
      const outcome = provenanceOutcome(judged, boundTo);
      if (outcome === undefined) return isClaimed ? withheld : absent;
      if (!lacksOnlyKeys(outcome)) return present(outcome);
      if (signing.state !== 'keys') return keyless;
      const [reason, ...others] = outcome.failed.map(({ found = '' }) => signing.unusable.get(found));
      return reason === undefined || others.includes(undefined) ? present(outcome) : unusableKey(reason);
    });
    return worst(await Promise.all(outcomes));
  }

  async function verifyPredecessor(change: Change, current: Version): Promise<Evidence<ProvenanceOutcome>> {
    const version = predecessorVersion(change);
    if (version === undefined) return absent;
    if (!needs.has('predecessorProvenance')) return unneeded;
    const release = previousReleaseOf(version, current.packument);
    if (release.state !== 'present') return release.state === 'absent' ? absent : release;
    const pins = version === change.version ? change.basePins : [];
    return whereListed({ ...current, version }, pins, verifyProvenance);
  }

  /** The registry that is asked for attestations instead, of packages that may be public ones. */
  function elsewhere(name: string): AnotherRegistry | undefined {
    const { attestations } = options.sources;
    return attestations === 'none' || !isPublicName(name, options) ? undefined : attestations;
  }

  function demanded(capability: Parameters<Demands>[0], { registry, name }: Version) {
    return (options.demand ?? defaultDemand)(capability, registry, registries, name);
  }

  function keysOf({ registry, name }: Version): Promise<Keys> {
    const key = `${registry} ${scopeOf(name) ?? ''}`;
    const keys = keysByScope.get(key) ?? readKeys({ registry, name });
    keysByScope.set(key, keys);
    return keys;
  }

  async function readKeys(asked: Asked): Promise<Keys> {
    const signing = await signingKeys(asked, registries, options, broker);
    const own = signing.state === 'keys' ? signing.keys : undefined;
    if (asked.registry === registries.publicRegistry || (signing.state === 'keys' && signing.alone)) {
      return { signing, forSignatures: own ?? new Map(), forAttestations: own, passedOn: new Map() };
    }
    const passedOn = await publicKeys(options);
    // A mirror's publish times are those of ingestion: whether a retired key was valid then, they do not say.
    const untimed = [...passedOn].map(([keyid, key]) => [keyid, { ...key, signatures: always }] as const);
    return {
      ...{ signing, passedOn },
      forSignatures: new Map([...(own ?? []), ...untimed]),
      forAttestations: own && new Map([...own, ...passedOn]),
    };
  }
}

const isVerified = (evidence: Evidence<ProvenanceOutcome>): boolean =>
  evidence.state === 'present' && evidence.value.state === 'verified';

/** The keys that count for the packages of one scope at one registry. */
interface Keys {
  readonly signing: SigningKeys;
  readonly forSignatures: RegistryKeys;
  /** Undefined: it has none of its own, and the public registry's are tried. */
  readonly forAttestations: RegistryKeys | undefined;
  /** The public registry's, which verify what a mirror passes on. */
  readonly passedOn: RegistryKeys;
}

const always = { start: -Infinity, end: Infinity };

/** What is not listed has neither signature nor provenance, as certainly as it is not listed. */
async function whereListed<T>(
  subject: Version,
  pins: readonly Pin[],
  verify: (subject: Version, bindings: readonly (Binding | undefined)[]) => Promise<Evidence<T>>,
): Promise<Evidence<T>> {
  const release: Evidence<Release> = releaseOf(subject.version, subject.packument);
  return release.state === 'present' ? verify(subject, bindingsOf(pins, release.value.integrity)) : release;
}

const unbound: Unavailable = unavailable('not-provided', 'neither lockfile nor registry states a SHA-512 integrity');
const withheld: Unavailable = unoffered(
  'attestations',
  'the registry claims attestations but serves none',
  'attestations',
);
const keyless: Unavailable = unoffered('signatures', 'the registry serves no key to verify its attestation', 'keys');
