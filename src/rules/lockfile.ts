import { quoted } from '../text/visible.ts';
import { masked } from './masked.ts';
import { defineLockfileRule } from '../model/rule.ts';
import type { Args } from '../model/rule.ts';
import { onDiskExamples, onDiskMessages } from './lockfile-on-disk.ts';
import { plain } from './subject.ts';

/** The command of each package manager that writes its lockfile again, by the lockfile's name. */
const WRITERS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)yarn\.lock$/, 'yarn install'],
  [/(?:^|\/)pnpm-lock[^/]*\.yaml$/, 'pnpm install --lockfile-only'],
  [/(?:^|\/)bun\.lock$/, 'bun install --lockfile-only'],
  [/(?:^|\/)deno\.lock$/, 'deno install'],
];

function writerOf(path: string): string {
  return WRITERS.find(([name]) => name.test(path))?.[1] ?? 'npm install --package-lock-only';
}

const lockAgain = (args: Args) =>
  `Lock again with the package manager (\`${writerOf(plain(args.path))}\`), and commit the ${quoted(args.path)} that it writes; do not edit the file by hand.`;

/** `` about `name@version` ``, where the observation names a package. */
function about({ name, version }: Args): string {
  if (name === undefined) return '';
  return ` about ${quoted(version === undefined ? name : `${name}@${version}`)}`;
}

/** How `packages` and `dependencies` differ about one position. */
function difference({ field, packages, dependencies }: Args): string {
  if (field === 'presence') return 'only `dependencies` has this entry';
  const shown = (value: string | number | undefined) =>
    quoted(field === 'resolved' && value !== undefined ? masked(String(value), true) : value);
  return `${quoted(field)} is ${shown(packages)} in \`packages\` and ${shown(dependencies)} in \`dependencies\``;
}

/** How the manifest and the lockfile differ about a dependency, or about a workspace that only the lockfile has. */
function manifestDifference(args: Args): string {
  const { manifest, workspace, asked, locked, pinned } = args;
  const spec = (value: string | number | undefined) => (value === '' ? 'nothing' : quoted(masked(plain(value), false)));
  if (workspace !== undefined) {
    return `${quoted(args.path)} has the workspace ${quoted(workspace)}, but ${quoted(manifest)} does not declare it.`;
  }
  if (pinned !== undefined) {
    return `${quoted(manifest)} declares ${spec(asked)} for ${quoted(args.name)}, but ${quoted(args.path)} pins ${quoted(pinned)}, which does not satisfy it.`;
  }
  return `${quoted(manifest)} declares ${spec(asked)} for ${quoted(args.name)}, but ${quoted(args.path)} records ${spec(locked)}.`;
}

/** How the lockfile's copy of a project setting differs from the setting. */
function settingDifference({ path, list, key, manifest, asked, locked, more }: Args): string {
  if (more !== undefined) return `${plain(more)} more settings in ${quoted(path)} differ from the project's settings.`;
  const withValue = (value: string | number | undefined) =>
    value === '' ? '' : ` as ${quoted(masked(plain(value), false))}`;
  const entry = `${quoted(key)} in its ${quoted(list)}`;
  if (manifest === undefined) {
    return `${quoted(path)} has ${entry}${withValue(locked)}, but no project setting has it: only the lockfile decides this.`;
  }
  return locked === undefined
    ? `${quoted(manifest)} has ${entry}${withValue(asked)}, but ${quoted(path)} was locked without it.`
    : `${quoted(manifest)} has ${entry}${withValue(asked)}, but ${quoted(path)} has it${withValue(locked)}.`;
}

/** The worst findings of another comparison of the same head, and how many there are. */
function foundElsewhere(args: Args): string {
  const worst = [1, 2, 3, 4, 5].flatMap((at) => {
    const [what, rule] = [args[`what${at}`], args[`rule${at}`]];
    return what === undefined ? [] : [`${quoted(what)} (${quoted(rule)})`];
  });
  const count = Number(args.findings);
  const more = count > worst.length ? ` and ${count - worst.length} more` : '';
  return `${count === 1 ? '1 finding' : `${count} findings`}: ${worst.join(', ')}${more}`;
}

/** A branch as an entry of a list in YAML. */
const listed = (branch: Args[string] | undefined) => quoted(`baselines: [${JSON.stringify(plain(branch))}]`);

export default defineLockfileRule({
  id: 'lockfile',
  summary: 'The lockfile is consistent, agrees with the manifests, and is the one that the package manager reads.',
  why:
    'Reviewers and tools may read one map, one lockfile or the manifest while npm installs from another. npm prefers `packages` to ' +
    '`dependencies` whatever the lockfile version, and `npm-shrinkwrap.json` to `package-lock.json`; a dependency that no lockfile ' +
    'pins is chosen at install time. A disagreement between manifest and lockfile counts only where the change introduced it.',
  recommended: 'error',
  floor: 'part',
  messages: {
    'maps-disagree': {
      severity: 'mandatory',
      text: (args) =>
        `The two maps of ${quoted(args.path)}, \`packages\` and \`dependencies\`, disagree${about(args)}: ${difference(args)}. lockgate judged both.`,
      remediation: lockAgain,
    },
    'manifest-disagrees': {
      severity: 'mandatory',
      text: manifestDifference,
      remediation: lockAgain,
    },
    'base-not-a-baseline': {
      severity: 'configured',
      text: (args) =>
        `The branch ${quoted(args.branch)} is not a baseline, so what it locks does not count as the past. Compared with the default branch ${quoted(args.against)}, the same head has ${foundElsewhere(args)}.${args.stacked === undefined ? '' : ` ${quoted(args.branch)} is the head of #${args.stacked}.`}`,
      remediation: (args) =>
        args.stacked === undefined
          ? `If ${quoted(args.branch)} is a branch that you maintain, add ${listed(args.branch)} to ${quoted(args.path)} on ${quoted(args.against)}. Otherwise fix the findings, or propose the change into ${quoted(args.against)}.`
          : `Merge #${args.stacked} first: this pull request then goes into another branch, and is judged again.`,
    },
    'same-head-blocked': {
      severity: 'configured',
      text: (args) =>
        `This head is also proposed into ${quoted(args.branch)} (#${args.pull}), and GitHub shows one check for both. Compared with ${quoted(args.branch)}, it has ${foundElsewhere(args)}.`,
      remediation: (args) => `Fix the findings, or close #${args.pull} and run the workflow again.`,
    },
    'manifest-may-disagree': {
      severity: 'advisory',
      text: (args) =>
        args.pinned === undefined
          ? `${quoted(args.manifest)} declares ${quoted(masked(plain(args.asked), false))} for ${quoted(args.name)}, and the settings that lockgate knows do not decide which entry of ${quoted(args.path)} provides it.`
          : `${quoted(args.manifest)} declares ${quoted(masked(plain(args.asked), false))} for ${quoted(args.name)}, and ${quoted(args.path)} pins ${quoted(args.pinned)}: the settings that lockgate knows do not decide whether that satisfies it.`,
      remediation: (args) =>
        `Run \`${writerOf(plain(args.path))}\` and check that it does not change ${quoted(args.path)}.`,
    },
    'pins-nothing': {
      severity: 'mandatory',
      text: (args) =>
        `The entry for ${quoted(`${plain(args.name)}@${plain(args.version)}`)} in ${quoted(args.path)} has no \`resolved\`: Yarn 1 ignores such an entry and installs the newest version in range at install time.`,
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
        `${quoted(args.manifest)} depends on ${quoted(args.name)}, but ${quoted(args.path)} does not pin it: the version is chosen at install time.`,
      remediation: lockAgain,
    },
    incomplete: {
      severity: 'mandatory',
      text: (args) =>
        `An entry of ${quoted(args.path)} depends on ${quoted(masked(`${plain(args.name)}@${plain(args.asked)}`, false))}, but no entry provides it: the version is chosen at install time.`,
      remediation: lockAgain,
    },
    'unread-documents': {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.path)} has two documents, but ${quoted(args.manifest)} names ${quoted(args.manager)}: pnpm before version 11 may ignore such a lockfile and choose versions at install time.`,
      remediation: (args) =>
        `Name the pnpm that wrote ${quoted(args.path)} in \`packageManager\`, or lock again with the one that is named.`,
    },
    'missing-dependency': {
      severity: 'advisory',
      text: (args) =>
        args.more === undefined
          ? `${quoted(args.by)} in ${quoted(args.path)} depends on ${quoted(masked(`${plain(args.name)}@${plain(args.asked)}`, false))}, but no entry provides it: the package manager refuses the lockfile, or chooses a version at install time.`
          : `In ${quoted(args.path)}, ${plain(args.more)} more dependencies have no entry that provides them.`,
      remediation: lockAgain,
    },
    'missing-optional': {
      severity: 'note',
      text: (args) =>
        `Some optional or peer dependencies (${plain(args.edges)}) have no entry in ${quoted(args.path)}: they are not installed from it.`,
      remediation: (args) =>
        `If a platform lacks its binaries, remove \`node_modules\` and ${quoted(args.path)}, and lock again: npm leaves out what the former tree did not have.`,
    },
    'out-of-range': {
      severity: 'advisory',
      text: (args) =>
        args.more === undefined
          ? `${quoted(args.by)} depends on ${quoted(masked(plain(args.asked), false))} of ${quoted(args.name)}, but ${quoted(args.path)} provides ${quoted(`${plain(args.name)}@${plain(args.version)}`)}, which is outside that range${args.places === 1 ? '' : ` (${plain(args.places)} such dependencies on it)`}.`
          : `In ${quoted(args.path)}, ${plain(args.more)} more packages are outside the range that another package declares for them.`,
      remediation: (args) =>
        `Lock again with the package manager (\`${writerOf(plain(args.path))}\`). If the version is intended, declare an override or resolution for it.`,
    },
    shadowed: {
      severity: 'mandatory',
      text: (args) =>
        `${quoted(args.path)} is ignored: npm reads ${quoted(args.winner)} instead. lockgate judged both.`,
      remediation: (args) => `Keep one of the two: remove ${quoted(args.path)} or ${quoted(args.winner)}.`,
    },
    unsupported: {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.path)} is a lockfile of ${quoted(args.program)} that lockgate cannot read; nothing in it was checked.`,
      remediation: (args) =>
        /(?:^|\/)bun\.lockb$/.test(plain(args.path))
          ? `Run \`bun install --save-text-lockfile\`, which writes bun.lock, and delete ${quoted(args.path)}.`
          : `If nothing is installed from ${quoted(args.path)}, remove it, or exclude its path in the policy (\`lockfiles\` with \`exclude\`). Otherwise review by hand what it installs, and record an exception for the file.`,
    },
    'no-lockfile': {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.path)} adds a dependency on ${quoted(args.name)}${args.asked === 1 ? '' : ` and other packages (${plain(args.asked)} in all)`}, but no lockfile pins what is installed.`,
      remediation: () =>
        'Commit the lockfile of that folder, or exclude the folder in the policy on the default branch (`lockfiles` with `exclude`).',
    },
    deleted: {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.path)} is deleted: no lockfile pins its packages any more, so lockgate cannot judge what is installed.`,
      remediation: (args) =>
        `Restore ${quoted(args.path)}. If the folder is no longer used, first exclude it in the policy on the default branch (\`lockfiles\` with \`exclude\`).`,
    },
    'moved-out': {
      severity: 'configured',
      text: (args) =>
        `${quoted(args.former)}, which was judged on the base branch, moves to ${quoted(args.path)}, which the policy leaves out (\`lockfiles\` with \`exclude\`): lockgate did not judge it there.`,
      remediation: () =>
        'Keep the project in a folder that the policy includes, or change the policy on the base branch first.',
    },
    'moved-manager': {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.path)} replaces ${quoted(args.former)}: the folder moves from ${quoted(args.from)} to ${quoted(args.to)}.`,
      remediation: () =>
        'Confirm that the move is intended, and that the build no longer uses the former package manager.',
    },
    'moved-folder': {
      severity: 'advisory',
      text: (args) =>
        `${quoted(args.path)} was compared with ${quoted(args.former)}, which this change removes: lockgate judged only the packages that differ.`,
      remediation: () =>
        'Confirm that the project was moved, and that nothing else is installed from the former folder.',
    },
    'not-comparable': {
      severity: 'advisory',
      text: (args) =>
        `For ${plain(args.packages)} packages whose version does not change, ${quoted(args.path)} has no digest in common with ${quoted(args.former)} on the base branch. lockgate compared both with the registry instead, and every digest matches.`,
      remediation: () => 'Nothing to fix: the format of one lockfile cannot store the digests of the other.',
    },
    competes: {
      severity: 'advisory',
      text: (args) =>
        `Lockfiles of different package managers are present (${quoted(args.others)}, ${quoted(args.path)}); which one is used depends on who runs the install.`,
      remediation: () => 'Keep the lockfile of one package manager, and remove the others from the folder.',
    },
    unreachable: {
      severity: 'advisory',
      text: (args) =>
        args.more === undefined
          ? `Nothing depends on ${quoted(`${plain(args.name)}@${plain(args.version)}`)} in ${quoted(args.path)}; lockgate judges it as a production dependency.`
          : `Nothing depends on ${plain(args.more)} more packages in ${quoted(args.path)}; lockgate judges them as production dependencies.`,
      remediation: lockAgain,
    },
    'workspace-replaces': {
      severity: 'advisory',
      text: (args) =>
        args.more === undefined
          ? `${quoted(args.workspace)} is a new workspace with the name of ${quoted(args.name)}, which the base branch locks from a registry: what depends on that name may now get the workspace.`
          : `In ${quoted(args.path)}, ${plain(args.more)} more new workspaces have the name of a package that the base branch locks from a registry.`,
      remediation: () => 'Review the workspace as a replacement of the published package, or give it another name.',
    },
    ...onDiskMessages,
  },
  check({ observation }) {
    const { code, path, line, name, version, args } = observation;
    const subject = { path, ...(name === undefined ? {} : { name }), ...(version === undefined ? {} : { version }) };
    const places = typeof args.places === 'number' ? args.places : 1;
    const violation = { code, args: { ...args, ...subject }, stable: args, line, places };
    if (code !== 'base-not-a-baseline' && code !== 'same-head-blocked') return [violation];
    const level = args.level === 'warn' ? 'warn' : 'error';
    return [{ ...violation, standsFor: { level, floor: args.floor === 'yes' } }];
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
      title: "The lockfile's root has another range than package.json",
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
      title: 'A catalog that lockgate cannot read, of which the lockfile may hold the entry',
      observation: {
        code: 'manifest-may-disagree',
        path: 'yarn.lock',
        line: 7,
        name: 'left-pad',
        args: { manifest: 'package.json', asked: 'prod catalog:', locked: 'prod catalog:', pinned: 'left-pad@1.2.0' },
      },
      expectedCodes: ['manifest-may-disagree'],
    },
    {
      title: 'A branch that the policy does not name, and that locks what the default branch does not',
      observation: {
        code: 'base-not-a-baseline',
        path: '.github/dependency-policy.yml',
        line: 1,
        args: {
          ...{ branch: '7.x', against: 'main', findings: 2, level: 'error', floor: 'no', found: 'e3b0c442' },
          ...{ what1: 'left-pad@1.3.0', rule1: 'cooldown', what2: 'yarn.lock', rule2: 'lockfile' },
        },
      },
      expectedCodes: ['base-not-a-baseline'],
    },
    {
      title: 'A commit that is proposed into two branches, and blocked in the other one',
      observation: {
        code: 'same-head-blocked',
        path: '.github/dependency-policy.yml',
        line: 1,
        args: {
          ...{ branch: 'main', pull: 7, findings: 1, level: 'error', floor: 'no', found: 'e3b0c442' },
          ...{ what1: 'left-pad@1.3.0', rule1: 'cooldown' },
        },
      },
      expectedCodes: ['same-head-blocked'],
    },
    {
      title: 'An entry of Yarn 1 without `resolved`',
      observation: { code: 'pins-nothing', path: 'yarn.lock', line: 5, name: 'left-pad', version: '1.3.0', args: {} },
      expectedCodes: ['pins-nothing'],
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
      title: 'A catalog entry that differs in the lockfile',
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
      title: 'The pinned version does not satisfy the range that both have',
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
      title: 'The lockfile has another range, and the pinned version answers both',
      observation: {
        code: 'manifest-may-disagree',
        path: 'package-lock.json',
        line: 7,
        name: 'left-pad',
        args: { manifest: 'package.json', asked: 'prod ^1.3.0', locked: 'prod ^1.2.0' },
      },
      expectedCodes: ['manifest-may-disagree'],
    },
    {
      title: 'An override of a range that may remove a dependency',
      observation: {
        code: 'manifest-may-disagree',
        path: 'pnpm-lock.yaml',
        line: 7,
        name: 'left-pad',
        args: { manifest: 'package.json', asked: 'prod ^1.3.0', locked: '' },
      },
      expectedCodes: ['manifest-may-disagree'],
    },
    {
      title: 'A workspace that package.json does not declare',
      observation: {
        code: 'manifest-disagrees',
        path: 'package-lock.json',
        line: 7,
        args: { manifest: 'package.json', workspace: 'packages/stray' },
      },
      expectedCodes: ['manifest-disagrees'],
    },
    {
      title: 'package.json gains a dependency and the lockfile does not change',
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
      title: 'An entry is removed from yarn.lock',
      observation: { code: 'incomplete', path: 'yarn.lock', line: 5, name: 'left-pad', args: { asked: '^1.3.0' } },
      expectedCodes: ['incomplete'],
    },
    {
      title: 'Two documents in the lockfile of a project that names pnpm 9',
      observation: {
        ...{ code: 'unread-documents', path: 'pnpm-lock.yaml', line: 1 },
        args: { manager: 'pnpm@9.15.0', manifest: 'package.json' },
      },
      expectedCodes: ['unread-documents'],
    },
    {
      title: 'An entry of package-lock.json depends on what no entry provides',
      observation: {
        ...{ code: 'missing-dependency', path: 'package-lock.json', line: 5, name: 'left-pad' },
        args: { asked: '^1.3.0', by: 'app@2.0.0' },
      },
      expectedCodes: ['missing-dependency'],
    },
    {
      title: 'Binaries of other platforms, which npm lost',
      observation: { code: 'missing-optional', path: 'package-lock.json', line: 5, args: { edges: 10 } },
      expectedCodes: ['missing-optional'],
    },
    {
      title: 'A lockfile moves a dependency to a version outside its range',
      observation: {
        ...{ code: 'out-of-range', path: 'yarn.lock', line: 9, name: 'left-pad', version: '2.0.0' },
        args: { asked: '^1.3.0', by: 'app@2.0.0', places: 2 },
      },
      expectedCodes: ['out-of-range'],
    },
    {
      title: 'More of them than are listed one by one',
      observation: { code: 'out-of-range', path: 'yarn.lock', line: 1, args: { more: 40 } },
      expectedCodes: ['out-of-range'],
    },
    {
      title: 'Both `npm-shrinkwrap.json` and `package-lock.json`',
      observation: { code: 'shadowed', path: 'package-lock.json', line: 1, args: { winner: 'npm-shrinkwrap.json' } },
      expectedCodes: ['shadowed'],
    },
    {
      title: 'A manifest that gains dependencies without a lockfile',
      observation: { code: 'no-lockfile', path: 'tools/package.json', line: 4, name: 'left-pad', args: { asked: 2 } },
      expectedCodes: ['no-lockfile'],
    },
    {
      title: 'A lockfile of a package manager that lockgate does not know',
      observation: { code: 'unsupported', path: 'vlt-lock.json', line: 1, args: { program: 'vlt' } },
      expectedCodes: ['unsupported'],
    },
    {
      title: "bun's binary lockfile",
      observation: {
        code: 'unsupported',
        path: 'bun.lockb',
        line: 1,
        args: { program: 'bun' },
      },
      expectedCodes: ['unsupported'],
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
      title: 'Both yarn.lock and package-lock.json',
      observation: { code: 'competes', path: 'package-lock.json', line: 1, args: { others: 'yarn.lock' } },
      expectedCodes: ['competes'],
    },
    {
      title: 'An entry that nothing depends on',
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
      title: 'More unused entries than are listed one by one',
      observation: { code: 'unreachable', path: 'package-lock.json', line: 400, args: { more: 12 } },
      expectedCodes: ['unreachable'],
    },
    {
      title: 'A workspace with the name of a published package that others depend on',
      observation: {
        code: 'workspace-replaces',
        path: 'package-lock.json',
        line: 20,
        name: 'left-pad',
        args: { workspace: 'packages/left-pad' },
      },
      expectedCodes: ['workspace-replaces'],
    },
    {
      title: 'More such workspaces than are listed one by one',
      observation: { code: 'workspace-replaces', path: 'package-lock.json', line: 1, args: { more: 4 } },
      expectedCodes: ['workspace-replaces'],
    },
    {
      title: 'A project that moves to a folder that the policy leaves out',
      observation: {
        code: 'moved-out',
        path: 'test/fixtures/app/package-lock.json',
        line: 1,
        args: { former: 'app/package-lock.json' },
      },
      expectedCodes: ['moved-out'],
    },
    ...onDiskExamples,
  ],
});
