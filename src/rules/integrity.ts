import type { Bin, Dossier, Release } from '../model/index.ts';
import type { Json } from '../model/json.ts';
import { groupBy } from '../text/group-by.ts';
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
import { defined, fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Violation } from '../model/rule.ts';
import { parseIntegrity, statedIntegrity } from '../model/sri.ts';
import { strayEdges } from './edges.ts';
import { droppedDigest, equalSha1, lockAgain, weaknesses, withSeverity } from './pin-messages.ts';
import { changedSince, droppedSince, isBundledElsewhere, judgePin, otherChecksum } from './pins.ts';
import { identity, named, pinsOf, plain, registryOf } from './subject.ts';
import { pointsAtTarball } from './tarball.ts';

/** The first program of each entry that contradicts the registry's manifest; what an entry leaves out links nothing. */
function otherPrograms({ bins = [], changed }: Dossier['change'], published: Bin | undefined): readonly Violation[] {
  if (published === undefined) return [];
  const isSilent = Object.keys(published).length === 0;
  // Some documents omit programs: then only what this change gave to a known version counts.
  if (isSilent && !changed.includes('bin')) return [];
  return bins.flatMap((bin): readonly Violation[] => {
    const [other] = Object.entries(bin).filter(
      ([program, file]) => !Object.hasOwn(published, program) || published[program] !== file,
    );
    if (other === undefined) return [];
    const [program, pinned] = other;
    const expected = Object.hasOwn(published, program) ? (published[program] ?? '') : '';
    const stable = { program, pinned };
    return [{ code: isSilent ? 'unstated-bin' : 'other-bin', args: { program, pinned, expected }, stable }];
  });
}

/** Each once, in an order that does not depend on the lockfile's. */
function distinct(all: readonly Json[]): readonly Json[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
}

export default definePackageRule({
  id: 'integrity',
  summary: 'The lockfile pins the bytes that the registry states for this exact version.',
  why:
    'Package managers compare a download with the lockfile, but not the lockfile with the registry: whoever edits both `resolved` ' +
    'and `integrity` installs other bytes under a trusted name, and the usual audit commands report the tree as verified. A pin ' +
    'without a strong digest does not decide what is installed.',
  recommended: 'error',
  floor: 'part',
  sources: 'registry',
  needs: ['release', 'bundling'],
  messages: {
    differs: {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} is pinned to different bytes than the registry's: the lockfile has ${quoted(args.pinned)}, the registry has ${quoted(args.expected)}.`,
      remediation: (args) =>
        `Do not install it. Remove the entry of ${named(args)}, lock again from the trusted registry, and find out why the lockfile differs.`,
    },
    'changed-bytes': {
      severity: 'mandatory',
      text: (args) =>
        `${named(args)} has different bytes than on the base branch: its pin changed from ${quoted(args.before)} to ${quoted(args.pinned)}, but a published version never changes.`,
      remediation: (args) =>
        `Restore the pin of ${named(args)} from the base branch, or use another version. If the registry itself now serves different bytes, report it to the registry.`,
    },
    dropped: droppedDigest,
    'another-tarball': {
      severity: 'mandatory',
      text: (args) =>
        `The \`resolved\` of ${named(args)} points to a different tarball of its registry: ${quoted(args.path)}. The registry has this version at ${quoted(args.tarball)}.`,
      remediation: () => lockAgain,
    },
    'other-document': {
      severity: 'mandatory',
      text: (args) =>
        `The document of ${quoted(args.registry)} for ${named(args)} is about a different package or version.`,
      remediation: () => 'Do not install it. Report it to the operator of the registry.',
    },
    'other-bin': {
      severity: 'mandatory',
      text: (args) =>
        `The lockfile gives ${named(args)} other programs than it was published with: ${quoted(args.program)} runs ${quoted(args.pinned)}, and the registry's manifest says ${args.expected === '' ? 'no such program' : quoted(args.expected)}. Package managers link what the lockfile says.`,
      remediation: () => 'Do not install it. Remove the entry from the lockfile and lock again.',
    },
    'unstated-bin': {
      severity: 'configured',
      text: (args) =>
        `The lockfile says that ${named(args)} has the program ${quoted(args.program)} (${quoted(args.pinned)}), and the registry's manifest lists no program at all. Package managers link what the lockfile says.`,
      remediation: () => 'Remove the entry from the lockfile and lock again; if it stays, inspect the tarball.',
    },
    'dependency-out-of-range': {
      severity: 'advisory',
      text: (args) =>
        `The lockfile links ${named(args)} with ${quoted(args.pinned)}, but its published manifest declares ${quoted(args.asked)} for ${quoted(args.dependency)}.`,
      remediation: () => 'Lock again with the package manager. If the version is intended, declare an override for it.',
    },
    'undeclared-dependency': {
      severity: 'advisory',
      text: (args) =>
        `The lockfile now links ${named(args)} with ${quoted(args.pinned)}, but its published manifest does not depend on ${quoted(args.dependency)}.`,
      remediation: () =>
        'Lock again with the package manager. If the package lacks this dependency, declare a package extension for it.',
    },
    ...withSeverity('configured', ''),
    ...withSeverity('advisory', 'carried-'),
    ...equalSha1,
    'several-algorithms': {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} is pinned by several algorithms (${plain(args.algorithms)}), and each package manager compares the one it prefers. The strongest digest matches the registry's.`,
      remediation: () => lockAgain,
    },
  },
  check({ dossier, evidence, context }) {
    const { change } = dossier;
    const registry = registryOf(dossier);
    const args = { ...identity(change), registry, lockfile: change.lockfile };
    const published: Partial<Release> = evidence.release.state === 'present' ? evidence.release.value : {};
    const stated = statedIntegrity(published);
    const document = published.documentMatches === false ? [{ code: 'other-document', args, stable: {} }] : [];
    const { tarball } = published;
    const pins = pinsOf(dossier).flatMap(({ pin, address }) => {
      if (isBundledElsewhere(pin, () => evidence.bundling)) return [];
      const text = pin.integrity ?? '';
      const pinned = parseIntegrity(text);
      const isUnstated = dossier.unprovided?.includes('digests') === true;
      const before = change.basePins.flatMap((base) => base.integrity ?? []).join(' ');
      const isDropped = droppedSince(change.basePins, pin);
      const found = isDropped
        ? [{ code: 'dropped', args: { before } }]
        : [...judgePin(pinned, pin, stated, change.basePins)].filter(({ code }) => code !== 'unbound' || !isUnstated);
      if (changedSince(change.basePins, pinned)) found.push({ code: 'changed-bytes', args: { before } });
      if (otherChecksum(change, pin)) {
        const checksums = change.basePins.map(({ checksum }) => checksum ?? '').join(' ');
        found.push({ code: 'changed-bytes', args: { before: checksums, pinned: pin.checksum ?? '' } });
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
    return [
      ...document,
      ...pins,
      ...[...otherPrograms(change, published.bin), ...strayEdges(change, published)].map((one) => ({
        ...one,
        args: { ...args, ...one.args },
      })),
    ];
  },
  facts: ({ dossier: { change }, evidence }) => {
    const published: Partial<Release> = evidence.release.state === 'present' ? evidence.release.value : {};
    const stray = [...otherPrograms(change, published.bin), ...strayEdges(change, published)];
    return halves(
      {},
      {
        pins: distinct(change.pins.map(({ integrity, checksum }) => defined({ integrity, checksum }))),
        ...fact(evidence, 'release', 'stated', ({ integrity, shasum }) => defined({ integrity, shasum })),
        ...Object.fromEntries(
          [...groupBy(stray, ({ code }) => code)].map(([code, own]) => [
            code,
            distinct(own.map(({ stable = {} }) => stable)),
          ]),
        ),
      },
    );
  },
  examples: [
    { title: "The pin is the registry's digest", dossier: {}, expectedCodes: [] },
    {
      title: "A sha1 pin becomes the registry's sha512",
      dossier: { change: { basePins: [{ integrity: weakIntegrity, line: 10, places: 1 }] } },
      expectedCodes: [],
    },
    {
      title: 'A registry with another tarball path, and a scope written with `%2f`',
      dossier: {
        change: { name: '@acme/tool' },
        addresses: [{ verdict: 'trusted', path: 'download/@acme%2Ftool/1.3.0/tool.tgz?token=1' }],
        evidence: { release: release({ tarball: `${exampleRegistry}download/@acme/tool/1.3.0/tool.tgz?token=2` }) },
      },
      expectedCodes: [],
    },
    {
      title: 'The lockfile pins different bytes than the registry states',
      dossier: { change: { pins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ['differs'],
    },
    {
      title: 'The lockfile links another file of the package as `node`',
      dossier: {
        change: { bins: [{ 'left-pad': 'cli.js', node: 'other.js' }] },
        evidence: { release: release({ bin: { 'left-pad': 'cli.js' } }) },
      },
      expectedCodes: ['other-bin'],
    },
    {
      title: 'A lockfile of pnpm links a package with a version outside the range that it declares',
      dossier: {
        change: { edges: [{ name: 'many', to: 'many', version: '2.0.0' }] },
        evidence: { release: release({ dependencies: { many: '^1.0.0' } }) },
      },
      expectedCodes: ['dependency-out-of-range'],
    },
    {
      title: 'A known package is linked with another that its manifest does not depend on',
      dossier: {
        change: {
          ...{ kind: 'updated', previousVersion: '1.3.0', baseVersions: ['1.3.0'], changed: ['requirements'] },
          edges: [{ name: 'many', to: 'many', version: '2.0.0' }],
        },
        evidence: { release: release({ dependencies: {} }) },
      },
      expectedCodes: ['undeclared-dependency'],
    },
    {
      title: 'A new package with a dependency that pnpm adds to what its manifest declares',
      dossier: {
        change: { edges: [{ name: 'many', to: 'many', version: '2.0.0' }] },
        evidence: { release: release({ dependencies: {} }) },
      },
      expectedCodes: [],
    },
    {
      title: 'A new package whose document names no programs',
      dossier: { change: { bins: [{ 'left-pad': 'cli.js' }] }, evidence: { release: release({ bin: {} }) } },
      expectedCodes: [],
    },
    {
      title: 'A known package gains a program, and its document names none',
      dossier: {
        change: {
          ...{ kind: 'updated', previousVersion: '1.3.0', baseVersions: ['1.3.0'], changed: ['bin'] },
          bins: [{ node: 'other.js' }],
        },
        evidence: { release: release({ bin: {} }) },
      },
      expectedCodes: ['unstated-bin'],
    },
    {
      title: 'Programs as they were published, and one that the lockfile leaves out',
      dossier: {
        change: { bins: [{ 'left-pad': 'cli.js' }] },
        evidence: { release: release({ bin: { 'left-pad': 'cli.js', lp: 'cli.js' } }) },
      },
      expectedCodes: [],
    },
    {
      title: 'Programs of a folder (`directories.bin`), which the manifest does not list',
      dossier: { change: { bins: [{ 'left-pad': 'bin/left-pad' }] } },
      expectedCodes: [],
    },
    {
      title: 'A second digest that would allow other bytes',
      dossier: { change: { pins: [{ integrity: `${exampleIntegrity} ${otherIntegrity}`, line: 10, places: 1 }] } },
      expectedCodes: ['differs'],
    },
    {
      title: 'Lockfile and registry agree, but the base branch had different bytes for the same version',
      dossier: { change: { basePins: [{ integrity: otherIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ['changed-bytes'],
    },
    {
      title: 'The base branch pinned bytes for this version, and the lockfile no longer does',
      dossier: {
        change: { pins: [{ line: 10, places: 1 }], basePins: [{ integrity: otherIntegrity, line: 10, places: 1 }] },
      },
      expectedCodes: ['dropped'],
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
      title: 'Yarn berry has no integrity: its checksum is of an archive that it packs itself',
      dossier: { change: { pins: [{ checksum: '10c0/0a', line: 10, places: 1 }] } },
      expectedCodes: [],
    },
    {
      title: "Yarn berry's checksum changed for the same version",
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
      title: 'No integrity, for a package in the tarball of another',
      dossier: {
        change: { pins: [{ line: 10, places: 1 }], claims: { inBundle: true } },
        evidence: { bundling: bundling({ held: true }) },
      },
      expectedCodes: [],
    },
    {
      title: 'From npm to Yarn berry: a checksum instead of an integrity is not a change of bytes',
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
      title: "A sha1 pin, equal to the registry's, which states a SHA-512 too: a warning",
      dossier: {
        change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] },
        evidence: { release: release({ shasum: weakShasum }) },
      },
      expectedCodes: ['sha1'],
    },
    {
      title: 'The same of a registry that states nothing stronger: a note',
      dossier: {
        change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] },
        evidence: { release: release({ integrity: weakIntegrity }) },
      },
      expectedCodes: ['sha1-alone'],
    },
    {
      title: 'A sha1 pin of a version that the base branch pins by SHA-512',
      dossier: {
        change: {
          pins: [{ integrity: weakIntegrity, line: 10, places: 1 }],
          basePins: [{ integrity: exampleIntegrity, line: 10, places: 1 }],
        },
        evidence: { release: release({ shasum: weakShasum }) },
      },
      expectedCodes: ['weak'],
    },
    {
      title: 'A sha1 pin, and a registry that states no SHA-1',
      dossier: { change: { pins: [{ integrity: weakIntegrity, line: 10, places: 1 }] } },
      expectedCodes: ['weak'],
    },
    {
      title: 'An integrity that is not base64 of the right length',
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
      title: 'Without integrity already on the base branch: a warning, because this change did not introduce it',
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
