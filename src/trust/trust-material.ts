import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toTrustMaterial, Verifier } from '@sigstore/verify';

import { GateFailure } from '../errors.ts';
import type { RegistryKeys } from './registry-keys.ts';
import { seedTexts } from './seeds.ts';

/** Whose claims the extensions of a certificate repeat: decides how they are read (Fulcio, docs/oid-info.md). */
export type Platform = 'github' | 'gitlab' | 'other';

/** An OIDC issuer whose identities count as a provenance's signer. Compared exactly. */
export interface TrustedIssuer {
  readonly issuer: string;
  readonly platform: Platform;
}

export const publicGitHub = 'https://token.actions.githubusercontent.com';

/** The two issuers that the public registry accepts provenance from (npm docs, Generating provenance statements). */
export const publicIssuers: readonly TrustedIssuer[] = [
  { issuer: publicGitHub, platform: 'github' },
  { issuer: 'https://gitlab.com', platform: 'gitlab' },
];

/** A Sigstore deployment that is trusted, and whose identities. */
export interface Trust {
  readonly origin: 'embedded' | 'given';
  readonly issuers: readonly TrustedIssuer[];
  /** A verifier against this root and these registry keys; made once per list of keys. */
  readonly verifierFor: (keys: RegistryKeys) => Verifier;
}

/** The three spellings that sigstore_trustroot.proto knows. */
const mediaTypes = [
  'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
  'application/vnd.dev.sigstore.trustedroot.v0.1+json',
  'application/vnd.dev.sigstore.trustedroot.v0.2+json',
];

type Material = ReturnType<typeof toTrustMaterial>;
interface Root {
  /** Whether each log says since when its key is valid: nothing else bounds a bare key, as a certificate is bounded. */
  readonly areLogsDated: boolean;
  readonly mediaType: string;
  readonly material: Material;
  readonly thresholds: { ctlogThreshold: number; tlogThreshold: number; timestampThreshold: number };
}

/**
 * One entry of a transparency log and one SCT are demanded wherever the root names a log that could give them: a
 * private deployment may run without (GitHub's own has timestamps only). A timestamp is demanded always.
 */
function readRoot(text: string): Root {
  const root = TrustedRoot.fromJSON(JSON.parse(text));
  return {
    areLogsDated: [...root.tlogs, ...root.ctlogs].every(({ publicKey }) => publicKey?.validFor?.start !== undefined),
    mediaType: root.mediaType,
    material: toTrustMaterial(root),
    thresholds: {
      ctlogThreshold: Math.min(root.ctlogs.length, 1),
      tlogThreshold: Math.min(root.tlogs.length, 1),
      timestampThreshold: 1,
    },
  };
}

function keyFinder(keys: RegistryKeys): Material['publicKey'] {
  return (hint) => {
    const key = keys.get(hint);
    const period = key?.attestations;
    if (key === undefined) throw new Error('no such registry key');
    return {
      publicKey: key.publicKey,
      validFor: (date) => period !== undefined && period.start <= date.getTime() && date.getTime() < period.end,
    };
  };
}

function makeTrust(origin: Trust['origin'], issuers: readonly TrustedIssuer[], root: () => Root): Trust {
  const verifiers = new WeakMap<RegistryKeys, Verifier>();
  return {
    origin,
    issuers,
    verifierFor(keys) {
      let verifier = verifiers.get(keys);
      if (verifier === undefined) {
        const { material, thresholds } = root();
        verifier = new Verifier({ ...material, publicKey: keyFinder(keys) }, thresholds);
        verifiers.set(keys, verifier);
      }
      return verifier;
    },
  };
}

let embeddedRoot: Root | undefined;

/** The public-good Sigstore from the embedded trust seeds. Its root is parsed at the first verification. */
export const embeddedTrust: Trust = makeTrust(
  'embedded',
  publicIssuers,
  () => (embeddedRoot ??= readRoot(seedTexts.trustedRoot)),
);

/**
 * Another Sigstore deployment, from the text of its `trusted_root.json`
 * (https://github.com/sigstore/protobuf-specs, sigstore_trustroot.proto).
 * @param issuers whose identities count; default: the public ones.
 * @throws GateFailure `configuration-invalid` where the text is no usable trusted root.
 */
export function trustFrom(text: string, path: string, issuers: readonly TrustedIssuer[] = publicIssuers): Trust {
  const invalid = (why: string) => new GateFailure('configuration-invalid', `The trusted root ${why}.`, { path });
  let root: Root;
  try {
    root = readRoot(text);
  } catch {
    throw invalid('is not a valid trusted_root.json: it, or a key or certificate in it, cannot be parsed');
  }
  if (!mediaTypes.includes(root.mediaType)) throw invalid(`needs the mediaType \`${mediaTypes.join('`, `')}\``);
  if (!root.areLogsDated) throw invalid('has a log without a start of validity (`publicKey.validFor.start`)');
  const { certificateAuthorities, tlogs, timestampAuthorities } = root.material;
  if (certificateAuthorities.length === 0) {
    throw invalid('has no certificate authority, so it cannot verify provenance');
  }
  if (tlogs.length + timestampAuthorities.length === 0) {
    throw invalid(
      'has neither a transparency log nor a timestamp authority, so nothing proves when a signature was made',
    );
  }
  return makeTrust('given', issuers, () => root);
}
