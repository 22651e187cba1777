import type { Bundling, Dossier, Evidence, Pin, Release } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import {
  absent,
  bundling,
  exampleIntegrity,
  exampleRegistry,
  otherIntegrity,
  release,
  weakIntegrity,
  weakShasum,
} from '../model/example.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Message, Violation } from '../model/rule.ts';
import { flawsOf, parseIntegrity, spellDigests, statedIntegrity } from '../model/sri.ts';
import type { Integrity } from '../model/sri.ts';
import { identity, named, pinsOf, plain, registryOf } from './subject.ts';
import { pointsAtTarball } from './tarball.ts';

const lockAgain =
  'Remove the entry from the lockfile and lock again, so that the package manager records a sha512 from the registry.';

/** What is not wrong in itself, and leaves nobody able to tell which bytes will be installed. */
const weaknesses: Readonly<Record<string, Omit<Message, 'severity'>>> = {
  missing: {
    text: (args) => `${named(args)} is locked without \`integrity\`: whatever its address serves is installed.`,
    remediation: () => lockAgain,
  },
  malformed: {
    text: (args) =>
      `The \`integrity\` of ${named(args)} is not well formed, and package managers skip what they cannot read: ${quoted(args.pinned)}.`,
    remediation: () => lockAgain,
  },
  weak: {
    text: (args) =>
      `${named(args)} is pinned by nothing stronger than ${plain(args.algorithm)}, of which other bytes with the same digest can be made.`,
    remediation: () => lockAgain,
  },
  unbound: {
    text: (args) =>
      `The pin of ${named(args)} cannot be compared: it is a ${plain(args.algorithm)}, and ${quoted(args.registry)} states ${plain(args.stated)}.`,
    remediation: () =>
      'Ask the registry to state the digests of its tarballs (`dist.integrity`), or lock again with a digest that it states.',
  },
  'no-tarball': {
    text: (args) =>
      `The \`resolved\` of ${named(args)} cannot be compared: ${quoted(args.registry)} states no address for its tarball.`,
    remediation: () =>
      'Ask the registry to state the addresses of its tarballs (`dist.tarball`), or leave `resolved` out of the lockfile.',
  },
};

const withSeverity = (severity: Message['severity'], prefix: string) =>
  Object.fromEntries(Object.entries(weaknesses).map(([code, message]) => [prefix + code, { ...message, severity }]));

/** Violations of one pin against what the registry states. */
function judgePin(
  pinned: Integrity,
  pin: Pin,
  stated: Integrity,
): readonly { code: string; args?: Violation['args'] }[] {
  // Where the format has no place for an integrity (Yarn berry), none is missing: evidence is bound to the registry's.
  if (pin.integrity === undefined) return pin.checksum === undefined ? [{ code: 'missing' }] : [];
  return flawsOf(pinned, stated).map((flaw) => {
    const { code } = flaw;
    switch (code) {
      case 'malformed':
        return { code };
      case 'differs':
        return { code, args: { expected: spellDigests(stated, flaw.algorithm) } };
      case 'weak':
        return { code, args: { algorithm: flaw.algorithm } };
      case 'unbound': {
        const known = stated.algorithms.length === 0 ? 'no digest' : `only ${stated.algorithms.join(' and ')}`;
        return { code, args: { algorithm: flaw.algorithm, stated: known } };
      }
      case 'several-algorithms':
        return { code, args: { algorithms: pinned.algorithms.join(' and ') } };
    }
  });
}

/** Whether the base pinned other bytes for this version: a digest of an algorithm that both use, and that the base did not have. */
function changedSince(basePins: readonly Pin[], pinned: Integrity): boolean {
  const before = basePins.map((pin) => parseIntegrity(pin.integrity ?? ''));
  return pinned.algorithms.some((algorithm) => {
    const known = before.flatMap((integrity) => [...(integrity.digests.get(algorithm) ?? [])]);
    return known.length > 0 && [...(pinned.digests.get(algorithm) ?? [])].some((digest) => !known.includes(digest));
  });
}

/** Whether the base pinned bytes for this version and the head pins none, in a format that has a place for an integrity. */
function droppedSince(basePins: readonly Pin[], { integrity, checksum }: Pin): boolean {
  const isBound = ({ integrity: text = '' }: Pin): boolean => parseIntegrity(text).algorithms.length > 0;
  const isUnbound = integrity === undefined && checksum === undefined;
  // An entry that stands as it stood, beside one that is bound, is carried.
  const isCarried = basePins.some((base) => base.integrity === undefined && base.checksum === undefined);
  return isUnbound && !isCarried && basePins.some(isBound);
}

/**
 * Whether every entry that has neither address nor integrity comes in the tarball of another package: its bytes are
 * bound by the pin of that one (the rule `bundled` speaks of it).
 * @param bundling read only where it matters: it may be unavailable
 */
function comesInAnother(pin: Pin, bundling: () => Evidence<Bundling>): boolean {
  if (pin.resolved !== undefined || pin.integrity !== undefined || pin.checksum !== undefined) return false;
  const read = bundling();
  if (read.state !== 'present') return false;
  return read.value.claims.filter(({ pinned, held }) => held && !pinned).length >= pin.places;
}

/** Whether a checksum of the manager's own, the only pin of its format, is of other bytes than the base's. */
function otherChecksum({ changed, basePins }: Dossier['change'], { checksum }: Pin): boolean {
  if (!changed.includes('integrity') || checksum === undefined || checksum === '') return false;
  // A lockfile of another manager had none, which is no other.
  const before = basePins.filter((base) => base.checksum !== undefined && base.checksum !== '');
  return before.length > 0 && before.every((base) => base.checksum !== checksum);
}

export default definePackageRule({
  id: 'integrity',
  summary: 'The bytes that the lockfile pins are the bytes that the registry states for this very version.',
  why:
    'Package managers check a download against the lockfile, and not the lockfile against the registry: whoever edits both ' +
    '`resolved` and `integrity` installs other bytes under a trusted name, and the usual audit commands report the tree as ' +
    'verified. A pin without a strong digest does not decide what is installed at all.',
  recommended: 'error',
  floor: 'part',
  sources: 'registry',
  needs: ['release', 'bundling'],
  messages: {
    differs: {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} is pinned to other bytes than the registry's: the lockfile has ${quoted(args.pinned)}, the registry ${quoted(args.expected)}.`,
      remediation: (args) =>
        `Do not install it. Remove the entry of ${named(args)}, lock again from the trusted registry, and find out how the lockfile came to differ.`,
    },
    'changed-bytes': {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} has other bytes than in the base: a published version never changes, and its pin went from ${quoted(args.before)} to ${quoted(args.pinned)}.`,
      remediation: (args) =>
        `Restore the base's pin of ${named(args)}, or move to another version; if the registry itself serves other bytes now, report it there.`,
    },
    'another-tarball': {
      severity: 'mandatory',
      text: (args) =>
        `The \`resolved\` of ${named(args)} points at another tarball of its registry: ${quoted(args.path)}; the registry keeps this version at ${quoted(args.tarball)}.`,
      remediation: () => lockAgain,
    },
    'other-document': {
      severity: 'mandatory',
      text: (args) =>
        `What ${quoted(args.registry)} answers for ${named(args)} names another package or version inside.`,
      remediation: () => 'Do not install it; report it to those who run the registry.',
    },
    ...withSeverity('configured', ''),
    ...withSeverity('advisory', 'carried-'),
    'several-algorithms': {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} is pinned by several algorithms (${plain(args.algorithms)}): each program compares the one it prefers; the registry's strongest matches.`,
      remediation: () => lockAgain,
    },
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const registry = registryOf(dossier);
    const args = { ...identity(change), registry };
    const published: Partial<Release> = evidence.release.state === 'present' ? evidence.release.value : {};
    const stated = statedIntegrity(published);
    const document = published.documentMatches === false ? [{ code: 'other-document', args, stable: {} }] : [];
    const { tarball } = published;
    const pins = pinsOf(dossier).flatMap(({ pin, address }) => {
      if (comesInAnother(pin, () => evidence.bundling)) return [];
      const text = pin.integrity ?? '';
      const pinned = parseIntegrity(text);
      const found = [...judgePin(pinned, pin, stated)];
      if (changedSince(change.basePins, pinned) || droppedSince(change.basePins, pin)) {
        found.push({
          code: 'changed-bytes',
          args: { before: change.basePins.map((base) => base.integrity ?? '').join(' ') },
        });
      }
      if (otherChecksum(change, pin)) {
        const before = change.basePins.map(({ checksum }) => checksum ?? '').join(' ');
        found.push({ code: 'changed-bytes', args: { before, pinned: pin.checksum ?? '' } });
      }
      if (address.verdict === 'trusted' && address.path !== undefined) {
        const answer = pointsAtTarball({ ...args, tarball, path: address.path });
        if (answer === 'other') {
          found.push({ code: 'another-tarball', args: { path: address.path, tarball: tarball ?? '' } });
        }
        if (answer === 'unknown') found.push({ code: 'no-tarball' });
      }
      const carried =
        context.mode === 'audit' ||
        change.basePins.some((base) => base.integrity === pin.integrity && base.resolved === pin.resolved);
      return found.map(({ code, args: more }) => ({
        code: carried && code in weaknesses ? `carried-${code}` : code,
        args: { ...args, pinned: text, ...more },
        stable: {
          pinned: code === 'changed-bytes' ? (pin.integrity ?? pin.checksum ?? '') : text,
          ...(code === 'another-tarball' ? { resolved: pin.resolved ?? '' } : {}),
        },
        line: pin.line,
        places: pin.places,
      }));
    });
    return [...document, ...pins];
  },
  examples: [
    { title: "The pin is the registry's digest", dossier: {}, expectedCodes: [] },
    {
      title: "A sha1 pin becomes the registry's sha512",
      dossier: { change: { basePins: [{ integrity: weakIntegrity, line: 10, places: 1 }] } },
      expectedCodes: [],
    },
    {
      title: 'A registry that keeps its tarballs elsewhere, and a scope written with `%2f`',
      dossier: {
        change: { name: '@acme/tool' },
        addresses: [{ verdict: 'trusted', path: 'download/@acme%2Ftool/1.3.0/tool.tgz?token=1' }],
        evidence: { release: release({ tarball: `${exampleRegistry}download/@acme/tool/1.3.0/tool.tgz?token=2` }) },
      },
      expectedCodes: [],
    },
    {
      title: 'The lockfile pins other bytes than the registry states',
      dossier: { change: { pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ['differs'],
    },
    {
      title: 'A second digest that would let other bytes in',
      dossier: { change: { pins: [{ integrity: `${exampleIntegrity} ${otherIntegrity}`, line: 10, places: 1 }] } },
      expectedCodes: ['differs'],
    },
    {
      title: 'Lockfile and registry agree, and the base had other bytes under the same version',
      dossier: { change: { basePins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ['changed-bytes'],
    },
    {
      title: 'The base pinned bytes for this version, and the lockfile no longer does',
      dossier: {
        change: { pins: [{ line: 10, places: 1 }], basePins: [{ integrity: otherIntegrity, line: 10, places: 1 }] },
      },
      expectedCodes: ['missing', 'changed-bytes'],
    },
    {
      title: "The address is another package's tarball",
      dossier: { addresses: [{ verdict: 'trusted', path: 'left-pads/-/left-pads-1.3.0.tgz' }] },
      expectedCodes: ['another-tarball'],
    },
    {
      title: "The registry's document is about another package",
      dossier: { evidence: { release: release({ documentMatches: false }) } },
      expectedCodes: ['other-document'],
    },
    {
      title: 'Yarn berry has no place for an integrity: its checksum is of an archive that it packs itself',
      dossier: { change: { pins: [{ checksum: '10c0/0a', line: 10, places: 1 }] } },
      expectedCodes: [],
    },
    {
      title: "Yarn berry's checksum changed under one version",
      dossier: {
        change: {
          changed: ['integrity'],
          pins: [{ checksum: '10c0/0a', line: 10, places: 1 }],
          basePins: [{ checksum: '10c0/0b', line: 10, places: 1 }],
        },
      },
      expectedCodes: ['changed-bytes'],
    },
    {
      title: 'No integrity, of what comes in the tarball of another package',
      dossier: {
        change: { pins: [{ line: 10, places: 1 }], claims: { inBundle: true } },
        evidence: { bundling: bundling({ held: true }) },
      },
      expectedCodes: [],
    },
    {
      title: 'From npm to Yarn berry: a checksum where there was an integrity is no other bytes',
      dossier: {
        change: {
          changed: ['integrity', 'dependency-types'],
          pins: [{ checksum: '10c0/0a', line: 10, places: 1 }],
          basePins: [{ integrity: exampleIntegrity, line: 10, places: 1 }],
        },
      },
      expectedCodes: [],
    },
    { title: 'No integrity', dossier: { change: { pins: [{ line: 10, places: 1 }] } }, expectedCodes: ['missing'] },
    {
      title: "A sha1 pin, equal to the registry's",
      dossier: {
        change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] },
        evidence: { release: release({ shasum: weakShasum }) },
      },
      expectedCodes: ['weak'],
    },
    {
      title: 'Not base64 of the right length',
      dossier: { change: { pins: [{ integrity: 'sha512-abc', line: 10, places: 1 }] } },
      expectedCodes: ['malformed'],
    },
    {
      title: 'An old registry states only a sha1',
      dossier: { evidence: { release: release({ integrity: weakIntegrity }) } },
      expectedCodes: ['unbound'],
    },
    {
      title: 'A registry that states neither digest nor address',
      dossier: {
        addresses: [{ verdict: 'trusted', path: 'download/left-pad-1.3.0.tgz' }],
        evidence: { release: absent },
      },
      expectedCodes: ['unbound', 'no-tarball'],
    },
    {
      title: "Two algorithms, both the registry's",
      dossier: {
        change: { pins: [{ integrity: `${weakIntegrity} ${exampleIntegrity}`, line: 10, places: 1 }] },
        evidence: { release: release({ shasum: weakShasum }) },
      },
      expectedCodes: ['several-algorithms'],
    },
    {
      title: 'Without integrity already in the base: a warning, since this change did not bring it',
      dossier: { change: { pins: [{ line: 10, places: 1 }], basePins: [{ line: 9, places: 1 }] } },
      expectedCodes: ['carried-missing'],
    },
    {
      title: 'A sha1 pin in an audit',
      mode: 'audit',
      dossier: { change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ['carried-weak'],
    },
    {
      title: 'A malformed pin in an audit',
      mode: 'audit',
      dossier: { change: { pins: [{ integrity: 'md5', line: 10, places: 1 }] } },
      expectedCodes: ['carried-malformed'],
    },
    {
      title: 'Nothing to compare with, in an audit',
      mode: 'audit',
      dossier: {
        addresses: [{ verdict: 'trusted', path: 'download/left-pad-1.3.0.tgz' }],
        evidence: { release: absent },
      },
      expectedCodes: ['carried-unbound', 'carried-no-tarball'],
    },
  ],
});
