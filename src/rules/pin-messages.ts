import type { Args, Message } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import { named, plain } from './subject.ts';

/** What is said of pins that are weak or gone, and how each package manager renews them (tried with npm 11, Yarn 1.22 and pnpm 10). */

export const lockAgain =
  'Remove the entry from the lockfile and lock again, so that the package manager records a sha512 from the registry.';

const fileName = ({ lockfile }: Args): string => {
  const path = plain(lockfile);
  return path.slice(path.lastIndexOf('/') + 1);
};

/** No manager replaces a digest of an entry that it keeps, so the entry has to go. */
function renew(args: Args): string {
  switch (fileName(args)) {
    case 'package-lock.json':
    case 'npm-shrinkwrap.json':
      return `Delete the whole entry of ${named(args)} from the lockfile (not only its \`integrity\`) and run \`npm install\`: npm then records a SHA-512.`;
    case 'yarn.lock':
      return `Delete the entry of ${named(args)} from \`yarn.lock\` and run \`yarn install\`: Yarn then records a SHA-512.`;
    case 'pnpm-lock.yaml':
      return `Delete the entry of ${named(args)} under \`packages\` of \`pnpm-lock.yaml\` and run \`pnpm install --fix-lockfile\`: pnpm then records a SHA-512.`;
    default:
      return lockAgain;
  }
}

/** npm adds no digest to an entry that it keeps, and finds none in a folder that is installed already. */
function restore(args: Args): string {
  switch (fileName(args)) {
    case 'package-lock.json':
    case 'npm-shrinkwrap.json':
      return 'Restore the lockfile from the base branch, delete `node_modules`, and run `npm install` again: npm records no digests when it makes a lockfile from an existing `node_modules` folder.';
    default:
      return 'Restore the lockfile from the base branch and lock again.';
  }
}

/** Pins that are not wrong, but do not decide which bytes are installed. */
export const weaknesses: Readonly<Record<string, Omit<Message, 'severity'>>> = {
  missing: {
    text: (args) => `${named(args)} is locked without \`integrity\`: any bytes that its address serves are installed.`,
    remediation: () => lockAgain,
  },
  malformed: {
    text: (args) =>
      `The \`integrity\` of ${named(args)} is malformed: ${quoted(args.pinned)}. Package managers skip what they cannot parse.`,
    remediation: () => lockAgain,
  },
  weak: {
    text: (args) =>
      `${named(args)} is pinned by ${plain(args.algorithm)} only, which is weak: other bytes with the same digest can be made.`,
    remediation: () => lockAgain,
  },
  unbound: {
    text: (args) =>
      `The pin of ${named(args)} cannot be compared: it is a ${plain(args.algorithm)} digest, but ${quoted(args.registry)} states ${plain(args.stated)}.`,
    remediation: () =>
      'Ask the operator of the registry to state the digests of its tarballs (`dist.integrity`), or lock again with a digest that the registry states.',
  },
  'no-tarball': {
    text: (args) =>
      `The \`resolved\` of ${named(args)} cannot be compared: ${quoted(args.registry)} states no address for the tarball.`,
    remediation: () =>
      'Ask the operator of the registry to state the addresses of its tarballs (`dist.tarball`), or omit `resolved` from the lockfile.',
  },
};

/** Of a SHA-1 that is the registry's own: what is installed is what the registry has, as far as a SHA-1 can say. */
export const equalSha1: Readonly<Record<'sha1' | 'sha1-alone', Message>> = {
  sha1: {
    severity: 'advisory',
    text: (args) =>
      `${named(args)} is pinned by SHA-1 only. It is the SHA-1 that the registry states, and the registry states a SHA-512 too.`,
    remediation: renew,
  },
  'sha1-alone': {
    severity: 'note',
    text: (args) =>
      `${named(args)} is pinned by SHA-1 only. It is the SHA-1 that the registry states, and the registry states nothing stronger.`,
    remediation: (args) =>
      `Nothing needs to be done. A newer version of ${quoted(args.name)} may have a SHA-512 in the registry.`,
  },
};

/** A digest that the base branch pins and this change takes out. */
export const droppedDigest: Message = {
  severity: 'mandatory',
  text: (args) =>
    `${named(args)} lost the digest that the base branch pins (${quoted(args.before)}): any bytes that its address serves are installed.`,
  remediation: restore,
};

/** The weaknesses as messages of one severity, their codes with a prefix. */
export const withSeverity = (severity: Message['severity'], prefix: string) =>
  Object.fromEntries(Object.entries(weaknesses).map(([code, message]) => [prefix + code, { ...message, severity }]));
