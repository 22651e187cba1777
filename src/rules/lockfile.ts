import { quoted } from '../text/visible.ts';
import { masked } from './masked.ts';
import { defineLockfileRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { plain } from './subject.ts';

/** How each package manager writes its lockfile again, by the lockfile's name. */
const WRITERS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)yarn\.lock$/, 'yarn install'],
  [/(?:^|\/)pnpm-lock[^/]*\.yaml$/, 'pnpm install --lockfile-only'],
  [/(?:^|\/)bun\.lock$/, 'bun install --lockfile-only'],
];

function writerOf(path: string): string {
  return WRITERS.find(([name]) => name.test(path))?.[1] ?? 'npm install --package-lock-only';
}

const lockAgain = (args: Args) =>
  `Lock again with the package manager (\`${writerOf(plain(args.path))}\`), and commit ${quoted(args.path)} as it writes it; do not edit it by hand.`;

/** `` about `name@version` ``, where the observation names a package. */
function about({ name, version }: Args): string {
  if (name === undefined) return '';
  return ` about ${quoted(version === undefined ? name : `${name}@${version}`)}`;
}

/** How `packages` and `dependencies` differ about one place. */
function difference({ field, packages, dependencies }: Args): string {
  if (field === 'presence') return 'only `dependencies` has it';
  const shown = (value: string | number | undefined) =>
    quoted(field === 'resolved' && value !== undefined ? masked(String(value), true) : value);
  return `${quoted(field)} is ${shown(packages)} in the one and ${shown(dependencies)} in the other`;
}

/** What a manifest and the lockfile each say, or that the lockfile counts a folder that the manifest does not. */
function manifestDifference(args: Args): string {
  const { manifest, workspace, asked, locked, pinned } = args;
  const spec = (value: string | number | undefined) => (value === '' ? 'nothing' : quoted(masked(plain(value), false)));
  if (workspace !== undefined) {
    return `${quoted(args.path)} has ${quoted(workspace)} as a workspace, and ${quoted(manifest)} does not declare it.`;
  }
  if (pinned !== undefined) {
    return `${quoted(manifest)} asks for ${spec(asked)} of ${quoted(args.name)}, and ${quoted(args.path)} pins ${quoted(pinned)}, which is not what was asked for.`;
  }
  return `For ${quoted(args.name)}, ${quoted(manifest)} asks for ${spec(asked)}, and by ${quoted(args.path)} it asks for ${spec(locked)}.`;
}

/** What a lockfile repeats of the project's settings, and what those say. */
function settingDifference({ path, list, key, manifest, asked, locked, more }: Args): string {
  if (more !== undefined) return `${quoted(path)} repeats ${plain(more)} more of the project's settings otherwise.`;
  const said = (value: string | number | undefined) =>
    value === '' ? '' : ` as ${quoted(masked(plain(value), false))}`;
  const entry = `${quoted(key)} among its ${quoted(list)}`;
  if (manifest === undefined) {
    return `${quoted(path)} has ${entry}${said(locked)}, and none of the project's settings says so: the lockfile alone decides it.`;
  }
  return locked === undefined
    ? `${quoted(manifest)} has ${entry}${said(asked)}, and ${quoted(path)} was not locked with it.`
    : `${quoted(manifest)} has ${entry}${said(asked)}, and ${quoted(path)} has it${said(locked)}.`;
}

export default defineLockfileRule({
  id: 'lockfile',
  summary: 'The lockfile says one thing, says the same as the manifests, and is the one that counts.',
  why:
    'Reviewers and tools read one of two maps, one of two lockfiles, or the manifest; npm installs from another. ' +
    'npm prefers `packages` to `dependencies` whatever the version says, and `npm-shrinkwrap.json` to ' +
    '`package-lock.json`; a dependency that no lockfile pins is chosen on the day it is installed. ' +
    'A disagreement between manifest and lockfile counts only where the change introduced it.',
  recommended: 'error',
  floor: 'part',
  messages: {
    'maps-disagree': {
      severity: 'mandatory',
      text: (args) =>
        `The two maps of ${quoted(args.path)}, \`packages\` and \`dependencies\`, disagree${about(args)}: ${difference(args)}. Both were judged.`,
      remediation: lockAgain,
    },
    'manifest-disagrees': {
      severity: 'mandatory',
      text: manifestDifference,
      remediation: lockAgain,
    },
    'setting-disagrees': {
      severity: 'mandatory',
      text: settingDifference,
      remediation: lockAgain,
    },
    'not-locked': {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.manifest)} asks for ${quoted(args.name)}, and ${quoted(args.path)} does not pin it: what is installed is decided on the day of the install.`,
      remediation: lockAgain,
    },
    incomplete: {
      severity: 'mandatory',
      text: (args) =>
        `An entry of ${quoted(args.path)} asks for ${quoted(masked(`${plain(args.name)}@${plain(args.asked)}`, false))}, and no entry answers it: what is installed is decided on the day of the install.`,
      remediation: lockAgain,
    },
    shadowed: {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.path)} is not the lockfile that counts: npm reads ${quoted(args.winner)}. Both were judged.`,
      remediation: (args) => `Keep one of the two: remove ${quoted(args.path)} or ${quoted(args.winner)}.`,
    },
    'no-lockfile': {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.path)} newly asks for ${quoted(args.name)}${args.asked === 1 ? '' : ` and other packages (${plain(args.asked)} in all)`}, and no lockfile pins what is installed.`,
      remediation: () =>
        'Commit the lockfile of that folder, or leave the folder out of the gate in the policy of the base (`lockfiles` with `exclude`).',
    },
    deleted: {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.path)} is deleted: what it pinned is no longer decided by anything that can be judged.`,
      remediation: (args) =>
        `Restore ${quoted(args.path)}; if the folder is given up, leave it out of the gate in the policy of the base first (\`lockfiles\` with \`exclude\`).`,
    },
    'moved-manager': {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.former)} gives way to ${quoted(args.path)}: the folder moves from ${quoted(args.from)} to ${quoted(args.to)}.`,
      remediation: () => 'Make sure that the move is meant, and that the build no longer uses the former manager.',
    },
    'moved-folder': {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.path)} is compared with ${quoted(args.former)}, which is gone: only what is not locked alike there was judged.`,
      remediation: () =>
        'Make sure that the project was moved, and that nothing else is installed from the former folder.',
    },
    'not-comparable': {
      severity: 'advisory',
      text: (args) =>
        `For ${plain(args.packages)} of the packages that stay in the same version, ${quoted(args.path)} has no digest in common with the base's ${quoted(args.former)}. The registry was asked instead: every digest of either is what it states.`,
      remediation: () =>
        'Nothing to mend: the format of one of the two lockfiles has no place for the digests of the other.',
    },
    competes: {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.others)} of another package manager stands beside ${quoted(args.path)}: which one is installed from depends on who installs.`,
      remediation: () => 'Keep the lockfile of one package manager in the folder.',
    },
    unreachable: {
      severity: 'advisory',
      text: (args) =>
        args.more === undefined
          ? `Nothing asks for ${quoted(`${plain(args.name)}@${plain(args.version)}`)} in ${quoted(args.path)}; it is judged as a production dependency.`
          : `Nothing asks for ${plain(args.more)} more of the packages in ${quoted(args.path)}; they are judged as production dependencies.`,
      remediation: lockAgain,
    },
    'submodule-changed': {
      severity: 'advisory',
      text: (args) =>
        `The submodule ${quoted(args.path)} is added or points at another commit: what it holds is not judged here.`,
      remediation: () => "Look at the change in the submodule's own repository, and run lockgate there.",
    },
  },
  check({ observation }) {
    const { code, path, line, name, version, args } = observation;
    const subject = { path, ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) };
    const places = typeof args.places === 'number' ? args.places : 1;
    return [{ code, args: { ...args, ...subject }, stable: args, line, places }];
  },
  examples: [
    {
      title: 'Another version in `dependencies` than in `packages`',
      observation: {
        code: 'maps-disagree',
        path: 'package-lock.json',
        line: 40,
        name: 'left-pad',
        version: '1.2.0',
        args: { place: 'node_modules/left-pad', field: 'version', packages: '1.3.0', dependencies: '1.2.0' },
      },
      expectedCodes: ['maps-disagree'],
    },
    {
      title: "The lockfile's root asks for another range than package.json",
      observation: {
        code: 'manifest-disagrees',
        path: 'package-lock.json',
        line: 7,
        name: 'left-pad',
        args: { manifest: 'package.json', asked: 'prod ^1.3.0', locked: 'prod ^1.2.0' },
      },
      expectedCodes: ['manifest-disagrees'],
    },
    {
      title: 'An override that only the lockfile has',
      observation: {
        code: 'setting-disagrees',
        path: 'pnpm-lock.yaml',
        line: 7,
        args: { list: 'overrides', key: 'left-pad', locked: '1.2.0' },
      },
      expectedCodes: ['setting-disagrees'],
    },
    {
      title: 'A catalog entry that the lockfile has otherwise',
      observation: {
        code: 'setting-disagrees',
        path: 'pnpm-lock.yaml',
        line: 9,
        args: {
          ...{ list: 'catalogs', key: 'default left-pad', manifest: 'pnpm-workspace.yaml' },
          ...{ asked: '^1.3.0', locked: '^1.2.0' },
        },
      },
      expectedCodes: ['setting-disagrees'],
    },
    {
      title: 'What is pinned is not what both ask for',
      observation: {
        code: 'manifest-disagrees',
        path: 'package-lock.json',
        line: 7,
        name: 'left-pad',
        args: { manifest: 'package.json', asked: 'prod ^1.3.0', locked: 'prod ^1.3.0', pinned: 'left-pad@1.2.0' },
      },
      expectedCodes: ['manifest-disagrees'],
    },
    {
      title: 'A workspace that package.json does not know',
      observation: {
        code: 'manifest-disagrees',
        path: 'package-lock.json',
        line: 7,
        args: { manifest: 'package.json', workspace: 'packages/stray' },
      },
      expectedCodes: ['manifest-disagrees'],
    },
    {
      title: 'package.json gains a dependency and the lockfile stays as it was',
      observation: {
        code: 'not-locked',
        path: 'package-lock.json',
        line: 1,
        name: 'left-pad',
        args: { manifest: 'package.json', asked: 'prod ^1.3.0', locked: '' },
      },
      expectedCodes: ['not-locked'],
    },
    {
      title: 'A block is cut out of yarn.lock',
      observation: { code: 'incomplete', path: 'yarn.lock', line: 5, name: 'left-pad', args: { asked: '^1.3.0' } },
      expectedCodes: ['incomplete'],
    },
    {
      title: '`npm-shrinkwrap.json` beside `package-lock.json`',
      observation: { code: 'shadowed', path: 'package-lock.json', line: 1, args: { winner: 'npm-shrinkwrap.json' } },
      expectedCodes: ['shadowed'],
    },
    {
      title: 'A manifest that gains dependencies and has no lockfile',
      observation: { code: 'no-lockfile', path: 'tools/package.json', line: 4, name: 'left-pad', args: { asked: 2 } },
      expectedCodes: ['no-lockfile'],
    },
    {
      title: 'A deleted lockfile',
      observation: { code: 'deleted', path: 'package-lock.json', line: 1, args: {} },
      expectedCodes: ['deleted'],
    },
    {
      title: 'From npm to pnpm',
      observation: {
        code: 'moved-manager',
        path: 'pnpm-lock.yaml',
        line: 1,
        args: { from: 'npm', to: 'pnpm', former: 'package-lock.json' },
      },
      expectedCodes: ['moved-manager'],
    },
    {
      title: 'A project that moved to another folder',
      observation: {
        code: 'moved-folder',
        path: 'apps/web/package-lock.json',
        line: 1,
        args: { former: 'web/package-lock.json' },
      },
      expectedCodes: ['moved-folder'],
    },
    {
      title: 'From npm to Yarn berry, whose checksums are of archives that it packs itself',
      observation: {
        code: 'not-comparable',
        path: 'yarn.lock',
        line: 1,
        args: { former: 'package-lock.json', packages: 42 },
      },
      expectedCodes: ['not-comparable'],
    },
    {
      title: 'yarn.lock beside package-lock.json',
      observation: { code: 'competes', path: 'package-lock.json', line: 1, args: { others: 'yarn.lock' } },
      expectedCodes: ['competes'],
    },
    {
      title: 'An entry left behind',
      observation: {
        code: 'unreachable',
        path: 'package-lock.json',
        line: 90,
        name: 'left-pad',
        version: '1.3.0',
        args: { places: 2 },
      },
      expectedCodes: ['unreachable'],
    },
    {
      title: 'More of them than are named one by one',
      observation: { code: 'unreachable', path: 'package-lock.json', line: 400, args: { more: 12 } },
      expectedCodes: ['unreachable'],
    },
    {
      title: 'A submodule at another commit',
      observation: { code: 'submodule-changed', path: 'vendor/library', line: 1, args: {} },
      expectedCodes: ['submodule-changed'],
    },
  ],
});
