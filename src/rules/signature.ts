import { quoted } from '../text/visible.ts';
import { absent, present, release } from '../model/example.ts';
import { defined, fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import type { Change, Evidence, Release } from '../model/index.ts';
import { identity, named, registryOf } from './subject.ts';

const because: Readonly<Partial<Record<string, string>>> = {
  integrity: 'the integrity that the lockfile pins is not exactly one SHA-512 hash',
  malformed: 'it is malformed',
  signature: 'it does not match the integrity that the lockfile pins',
  'key-period': 'its key was not valid when the version was published',
  'publish-time-unknown':
    'its key has an expiry date, and it is unknown whether the version was published before that date',
  'unknown-key': 'its key is not one of the registry',
};

/** Why a signature is invalid; a check without words here is named. */
function why({ check }: Args): string {
  const words = Object.hasOwn(because, String(check)) ? because[String(check)] : undefined;
  return words ?? `it fails the check ${quoted(check ?? '')}`;
}

/** Whether the lockfile pins the very bytes that the registry states for its own. */
function isServed({ pins }: Change, release: Evidence<Release>): boolean {
  const stated = release.state === 'present' ? release.value.integrity : undefined;
  return stated !== undefined && pins.every(({ integrity = stated }) => integrity === stated);
}

export default definePackageRule({
  id: 'signature',
  summary: "The registry's signature covers the name, the version and the exact bytes that the lockfile pins.",
  why:
    'A registry that signs vouches for each version with a key that no mirror, proxy or attacker who rewrites a lockfile has. ' +
    'lockgate verifies the signature over the integrity in the lockfile, not over the one that the registry states today. So it ' +
    'finds a lockfile that pins other bytes even where every document agrees with it.',
  recommended: 'error',
  floor: 'none',
  sources: 'registry',
  needs: ['registrySignature'],
  optionalEvidence: ['release'],
  messages: {
    invalid: {
      severity: { presets: { audit: 'warn', attacks: 'error', recommended: 'error', strict: 'error' } },
      text: (args) => `${named(args)} has an invalid registry signature: ${why(args)}.`,
      remediation: () =>
        'Do not install it until you know why. Compare the lockfile with the registry, and the keys with those that the registry publishes.',
    },
    repacked: {
      severity: 'configured',
      text: (args) =>
        `${named(args)} has an invalid registry signature: ${quoted(args.registry)} serves other bytes than were signed, and the lockfile pins them. It repacks tarballs, or this one was replaced.`,
      remediation: () =>
        'Ask the operator of the registry whether it repacks tarballs, and have it pass them through as they were signed: nothing vouches for other bytes.',
    },
    absent: {
      severity: 'configured',
      text: (args) => `${named(args)} has no registry signature, although other versions of it are signed.`,
      remediation: () =>
        'Use the registry itself instead of a mirror, or use another version. If this is a package of your own that its registry does not sign, docs/private-registries.md says how to declare that for its scope.',
    },
  },
  check({ dossier, evidence }) {
    const { registrySignature } = evidence;
    if (registrySignature.state === 'absent') return [{ code: 'absent', args: identity(dossier.change) }];
    const outcome = registrySignature.value;
    if (outcome.state !== 'invalid') return [];
    const { check } = outcome;
    if (check === 'signature' && !dossier.publicRegistry && isServed(dossier.change, evidence.release)) {
      const args = { ...identity(dossier.change), registry: registryOf(dossier) };
      return [{ code: 'repacked', args, stable: { check } }];
    }
    return [{ code: 'invalid', args: { ...identity(dossier.change), check }, stable: { check } }];
  },
  facts: ({ evidence }) =>
    halves(
      {},
      fact(evidence, 'registrySignature', 'signature', (outcome) =>
        defined({
          state: outcome.state,
          keyid: 'keyid' in outcome ? outcome.keyid : undefined,
          check: 'check' in outcome ? outcome.check : undefined,
        }),
      ),
    ),
  examples: [
    { title: 'A signature that verifies', dossier: {}, expectedCodes: [] },
    {
      title: 'A registry that offers no keys',
      dossier: { evidence: { registrySignature: present({ state: 'not-applicable' }) } },
      expectedCodes: [],
    },
    {
      title: 'A lockfile that pins different bytes than the registry signed',
      dossier: {
        evidence: { registrySignature: present({ state: 'invalid', check: 'signature', keyid: 'SHA256:a' }) },
      },
      expectedCodes: ['invalid'],
    },
    {
      title: 'A signature by a key that the registry does not have',
      dossier: {
        evidence: { registrySignature: present({ state: 'invalid', check: 'unknown-key', keyid: 'SHA256:b' }) },
      },
      expectedCodes: ['invalid'],
    },
    {
      title: 'A mirror that serves, and states, other bytes than the public registry signed',
      dossier: {
        ...{ registry: 'https://mirror.example/', publicRegistry: false },
        evidence: {
          registrySignature: present({ state: 'invalid', check: 'signature', keyid: 'SHA256:a' }),
          release: release(),
        },
      },
      expectedCodes: ['repacked'],
    },
    {
      title: 'A version without a signature on a registry that signs',
      dossier: { evidence: { registrySignature: absent } },
      expectedCodes: ['absent'],
    },
  ],
});
