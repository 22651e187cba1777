import { quoted } from '../text/visible.ts';
import { absent, present } from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { identity, named } from './subject.ts';

const because: Readonly<Partial<Record<string, string>>> = {
  integrity: 'the integrity that the lockfile pins is not exactly one SHA-512 hash',
  malformed: 'it is not what a registry writes',
  signature: 'it was not made over the integrity that is locked',
  'key-period': 'its key was not valid when the version was published',
  'publish-time-unknown': 'its key has an end, and nothing says whether the version was published before it',
  'unknown-key': 'it was made by a key that is not one of the registry',
};

/** What is wrong with a signature; a check that has no words here is named. */
function why({ check }: Args): string {
  const words = Object.hasOwn(because, String(check)) ? because[String(check)] : undefined;
  return words ?? `it fails the check ${quoted(check ?? '')}`;
}

export default definePackageRule({
  id: 'signature',
  summary: "The registry's signature covers the name, the version and the very bytes that the lockfile pins.",
  why:
    'A registry that signs vouches for each version with a key that a mirror, a proxy or whoever rewrites a lockfile does ' +
    'not have. lockgate verifies the signature over the integrity of the lockfile, not over the one that the registry states ' +
    'today, so that a lockfile that pins other bytes is found even where every document agrees with it.',
  recommended: 'error',
  floor: 'none',
  sources: 'registry',
  needs: ['registrySignature'],
  messages: {
    invalid: {
      severity: 'configured',
      text: (args) => `${named(args)} has a registry signature that does not count: ${why(args)}.`,
      remediation: () =>
        'Do not install it before you know why: compare the lockfile with the registry, and the keys with the ones that the registry publishes.',
    },
    absent: {
      severity: 'configured',
      text: (args) => `${named(args)} is not signed, although its registry signs.`,
      remediation: () =>
        'Ask the registry directly instead of through a mirror, or use another version; a registry that does not sign is `signatures: unsupported` in the policy.',
    },
  },
  check({ dossier, evidence }) {
    const { registrySignature } = evidence;
    if (registrySignature.state === 'absent') return [{ code: 'absent', args: identity(dossier.change) }];
    const outcome = registrySignature.value;
    if (outcome.state !== 'invalid') return [];
    const { check } = outcome;
    return [{ code: 'invalid', args: { ...identity(dossier.change), check }, stable: { check } }];
  },
  examples: [
    { title: 'A signature that verifies', dossier: {}, expectedCodes: [] },
    {
      title: 'A registry that offers no keys',
      dossier: { evidence: { registrySignature: present({ state: 'not-applicable' }) } },
      expectedCodes: [],
    },
    {
      title: 'A lockfile that pins other bytes than the registry signed',
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
      title: 'A version without a signature on a registry that signs',
      dossier: { evidence: { registrySignature: absent } },
      expectedCodes: ['absent'],
    },
  ],
});
