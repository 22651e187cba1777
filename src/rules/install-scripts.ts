import type { InstallHooks, ReleaseHistory } from '../model/index.ts';
import { quoted } from '../text/visible.ts';
import { absent, history, release } from '../model/example.ts';
import { duration, milliseconds, packageSelectors, selects } from '../model/options.ts';
import { definePackageRule } from '../model/rule.ts';
import { identity, named, plain } from './subject.ts';
import { between, minute } from './time.ts';

/**
 * What npm runs when it installs a package from a registry (https://docs.npmjs.com/cli/v11/using-npm/scripts):
 * `prepare` runs only for git and local packages. `implicit-gyp` is npm's own `node-gyp rebuild` for a `binding.gyp`.
 */
const installHooks = ['preinstall', 'install', 'postinstall', 'implicit-gyp'] as const;

function runsOf(hooks: InstallHooks): ReadonlyMap<string, string> {
  return new Map(installHooks.flatMap((hook) => (hooks[hook] === undefined ? [] : [[hook, hooks[hook]] as const])));
}

/** Whether the packument itself states what npm runs for a `binding.gyp`, or instead of building it. */
const buildsItself = (hooks: InstallHooks) =>
  (['preinstall', 'install', 'implicit-gyp'] as const).some((hook) => hooks[hook] !== undefined);
const withBuild = (hooks: InstallHooks): InstallHooks => ({ ...hooks, 'implicit-gyp': 'node-gyp rebuild' });

const inWords = (hooks: readonly string[]) =>
  hooks.map((hook) => (hook === 'implicit-gyp' ? 'node-gyp for its binding.gyp' : `its ${hook} script`)).join(' and ');

/** Since when releases have had exactly the hooks of this version; undefined where no publish time is known. */
function carriedSince({ releases }: ReleaseHistory, version: string): string | undefined {
  const digest = releases.find((one) => one.version === version)?.hooksDigest;
  if (digest === undefined) return undefined;
  const times = releases.flatMap(({ hooksDigest, publishedAt }) => (hooksDigest === digest ? (publishedAt ?? []) : []));
  return times.sort((a, b) => Date.parse(a) - Date.parse(b))[0];
}

const reviewScripts = (args: Readonly<Record<string, string | number>>) =>
  `Review the scripts in the published tarball, then allow them in the policy on the default branch (\`allow\` of \`install-scripts\`: ${named(args)}), or choose a package without install scripts.`;

const sinceWhen = (since: string | number | undefined) =>
  since === undefined
    ? 'no publish time shows since when'
    : `no release published before ${minute(since)} has the same install scripts`;

export default definePackageRule({
  id: 'install-scripts',
  summary: 'No install script is added or changed unnoticed.',
  why:
    'An install script runs with the rights of whoever installs, before any code of the package is imported. ua-parser-js, nx and ' +
    'both Shai-Hulud worms added one; Phantom Gyp (June 2026) used a `binding.gyp`, which needs no entry in `scripts`. Of 22,479 ' +
    "releases 0.14 % added a hook and 0.41 % changed one. Hooks are read from the registry's manifest, never from the lockfile's " +
    'flag. In an audit every package is already locked, so only hooks younger than `establishedAfter` are reported: a list of ' +
    'every package that builds native code would tell an auditor nothing new.',
  incident: {
    date: '2021-10-22',
    what:
      'ua-parser-js 0.7.29, 0.8.0 and 1.0.0 came from a hijacked account within minutes, with a preinstall ' +
      'script that earlier releases did not have: a miner and a credential stealer. They were up for four hours.',
  },
  recommended: 'error',
  floor: 'none',
  defaults: { allow: [], establishedAfter: '90d', tarballs: 'small' },
  options: (z) => ({
    allow: packageSelectors(z).describe(
      'Packages whose install scripts are expected: `name`, `name@version` or `name@range`.',
    ),
    establishedAfter: duration(z).describe(
      'How long releases must have had exactly the same hooks for a package that is new to the lockfile to be only a warning.',
    ),
    tarballs: z
      .enum(['list', 'small', 'never'])
      .describe(
        'Whether a check lists the tarball of each new version without an install or preinstall script, to find a `binding.gyp` that the manifest does not show. `list`: every tarball; a failed download is indeterminate. `small`: tarballs that, according to the registry, unpack to at most 5 MiB now or in the previous version, and that the registry serves from its own origin; a failed download is a warning. `never`: no tarball; only what the registry states is found.',
      ),
  }),
  sources: 'registry',
  strict: { tarballs: 'list' },
  needs: ['release', 'history', 'predecessor', 'implicitBuild', 'predecessorImplicitBuild'],
  unusedEvidence: ({ tarballs }) => (tarballs === 'never' ? ['implicitBuild', 'predecessorImplicitBuild'] : []),
  messages: {
    'new-hook': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} runs ${plain(args.hooks)} on install; ${quoted(args.previous)} on the base branch does not.`,
      remediation: reviewScripts,
    },
    'changed-hook': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} runs ${plain(args.hooks)} on install, which differs from what ${quoted(args.previous)} on the base branch runs.`,
      remediation: reviewScripts,
    },
    'first-seen': {
      severity: 'configured',
      text: (args) =>
        `${named(args)} is new to this lockfile and runs ${plain(args.hooks)} on install; ${sinceWhen(args.since)}.`,
      remediation: reviewScripts,
    },
    unestablished: {
      severity: 'configured',
      text: (args) => `${named(args)} runs ${plain(args.hooks)} on install; ${sinceWhen(args.since)}.`,
      remediation: reviewScripts,
    },
    'flag-gained': {
      severity: 'configured',
      text: (args) =>
        `The lockfile now says that ${named(args)}, which the base branch locks too, runs an install script, and npm then runs what the tarball says. The registry's manifest names no such script.`,
      remediation: (args) =>
        `Remove the entry of ${named(args)} from the lockfile and lock again: the package manager sets the flag itself. If it stays, read the tarball's \`package.json\` and allow the package in the policy (\`install-scripts\` with \`allow\`).`,
    },
    'left-out': {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} would run ${plain(args.hooks)} on install, but ${quoted(args.file)} on the base branch (unchanged here) tells the package manager not to.`,
      remediation: (args) =>
        `Do not add ${named(args)} to the allowed scripts in ${quoted(args.file)}. An install with other settings still runs the script.`,
    },
    unlisted: {
      severity: 'advisory',
      text: (args) =>
        `It is unknown whether the tarball of ${named(args)} contains a \`binding.gyp\`, which npm builds on install: ${plain(args.detail)}.`,
      remediation: () =>
        'Run the check again. If it still fails, ask the operator of the registry to serve the tarball, or set `tarballs: never` for `install-scripts`.',
    },
    established: {
      severity: 'advisory',
      text: (args) =>
        `${named(args)} is new to this lockfile and runs ${plain(args.hooks)} on install, as its releases have since ${minute(args.since)}.`,
      remediation: reviewScripts,
    },
  },
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (selects(options.allow, change.name, change.version)) return [];
    if (evidence.release.state === 'absent') return [];
    const lists = options.tarballs !== 'never' && context.mode === 'check';
    const isFlagged = change.claims.hasInstallScript === true && change.changed.includes('has-install-script');
    const isListed =
      lists &&
      (isFlagged || !change.baseVersions.includes(change.version)) &&
      !buildsItself(evidence.release.value.hooks);
    const build = isListed && evidence.implicitBuild.state === 'present' ? evidence.implicitBuild.value : undefined;
    const unlisted =
      build !== undefined && 'detail' in build
        ? [{ code: 'unlisted', args: { ...identity(change), detail: build.detail } }]
        : [];
    const builds = build !== undefined && 'file' in build;
    const runs = runsOf(builds ? withBuild(evidence.release.value.hooks) : evidence.release.value.hooks);
    const { scriptsLeftOutBy: file } = change;
    if (runs.size === 0) {
      // The tarball's own package.json is not read here, so what the flag makes npm run may be there.
      return isFlagged && file === undefined ? [{ code: 'flag-gained', args: identity(change), stable: {} }] : unlisted;
    }
    const violation = (code: string, hooks: readonly string[], more: Readonly<Record<string, string>>) => ({
      code: file === undefined ? code : 'left-out',
      args: { ...identity(change), hooks: inWords(hooks), ...more, ...(file === undefined ? {} : { file }) },
      stable: Object.fromEntries(hooks.map((hook) => [hook, runs.get(hook) ?? ''])),
    });
    // Where the flag alone was gained, the base branch ran nothing, and the version is its own predecessor.
    if (context.mode === 'check' && !isFlagged && evidence.predecessor.state === 'present') {
      const previous = evidence.predecessor.value;
      const built = builds && !buildsItself(previous.hooks) && evidence.predecessorImplicitBuild.state === 'present';
      const before = runsOf(built ? withBuild(previous.hooks) : previous.hooks);
      const added = [...runs.keys()].filter((hook) => !before.has(hook));
      const changed = [...runs.keys()].filter((hook) => before.has(hook) && before.get(hook) !== runs.get(hook));
      return [
        ...(added.length > 0 ? [violation('new-hook', added, { previous: previous.version })] : []),
        ...(changed.length > 0 ? [violation('changed-hook', changed, { previous: previous.version })] : []),
        ...unlisted,
      ];
    }
    const releases = evidence.history.state === 'present' ? evidence.history.value : { distTags: {}, releases: [] };
    const since = carriedSince(releases, change.version);
    const established = since !== undefined && between(since, context.now) >= milliseconds(options.establishedAfter);
    if (established && context.mode === 'audit') return [];
    const code = established ? 'established' : context.mode === 'audit' ? 'unestablished' : 'first-seen';
    return [violation(code, [...runs.keys()], since === undefined ? {} : { since }), ...unlisted];
  },
  examples: [
    { title: 'No install script', dossier: {}, expectedCodes: [] },
    {
      title: 'A known package gains the flag, and its manifest names no script',
      dossier: {
        change: {
          ...{ kind: 'updated', previousVersion: '1.3.0', baseVersions: ['1.3.0'], changed: ['has-install-script'] },
          claims: { hasInstallScript: true },
        },
      },
      expectedCodes: ['flag-gained'],
    },
    {
      title: 'A known package gains the flag, and its releases have had the script for years',
      dossier: {
        change: {
          ...{ kind: 'updated', previousVersion: '1.3.0', baseVersions: ['1.3.0'], changed: ['has-install-script'] },
          claims: { hasInstallScript: true },
        },
        evidence: {
          release: release({ hooks: { install: 'node-gyp rebuild' } }),
          history: history({ '1.3.0': '2020-06-08T07:30:00.000Z' }, { '1.3.0': { hooksDigest: 'd' } }),
        },
      },
      expectedCodes: ['established'],
    },
    {
      title: 'A known package loses the flag',
      dossier: {
        change: {
          ...{ kind: 'updated', previousVersion: '1.3.0', baseVersions: ['1.3.0'], changed: ['has-install-script'] },
          claims: { hasInstallScript: false },
        },
      },
      expectedCodes: [],
    },
    {
      title: 'An upgrade that keeps the hook unchanged',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: {
          release: release({ hooks: { install: 'node-gyp rebuild' } }),
          predecessor: release({ version: '1.2.0', hooks: { install: 'node-gyp rebuild' } }),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'A package on the allow-list',
      dossier: { evidence: { release: release({ hooks: { postinstall: 'node install.js' } }) } },
      options: { allow: ['left-pad@>=1.2.0'] },
      expectedCodes: [],
    },
    {
      title: 'A script that npm does not run for a package from a registry',
      dossier: { evidence: { release: release({ hooks: { prepare: 'tsc' } }) } },
      expectedCodes: [],
    },
    {
      title: 'An upgrade that adds a hook',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: {
          release: release({ hooks: { postinstall: 'node setup.js' } }),
          predecessor: release({ version: '1.2.0' }),
        },
      },
      expectedCodes: ['new-hook'],
    },
    {
      title: 'A new `binding.gyp` and a changed script',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: {
          release: release({ hooks: { preinstall: 'node setup_bun.js', 'implicit-gyp': 'node-gyp rebuild' } }),
          predecessor: release({ version: '1.2.0', hooks: { preinstall: 'node check.js' } }),
        },
      },
      expectedCodes: ['new-hook', 'changed-hook'],
    },
    {
      title: 'An upgrade with a `binding.gyp` that only the tarball shows',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: {
          release: release({ hooks: {} }),
          predecessor: release({ version: '1.2.0' }),
          implicitBuild: { state: 'present', value: { file: 'binding.gyp' } },
          predecessorImplicitBuild: absent,
        },
      },
      expectedCodes: ['new-hook'],
    },
    {
      title: 'A tarball that could not be downloaded: a warning, and indeterminate with `tarballs: list`',
      dossier: {
        evidence: { implicitBuild: { state: 'present', value: { unlisted: 'failed', detail: 'HTTP 503' } } },
      },
      expectedCodes: ['unlisted'],
    },
    {
      title: 'A binary of 40 MiB for one platform, whose tarball is not listed',
      dossier: { evidence: { implicitBuild: { state: 'present', value: { unlisted: 'large' } } } },
      expectedCodes: [],
    },
    {
      title: 'A new package whose hook is two weeks old',
      dossier: {
        evidence: {
          release: release({ hooks: { postinstall: 'node install.js' } }),
          predecessor: absent,
          history: history(
            { '1.2.0': '2024-01-01T00:00:00.000Z', '1.3.0': '2026-06-01T00:00:00.000Z' },
            { '1.3.0': { hooksDigest: 'a' } },
          ),
        },
      },
      expectedCodes: ['first-seen'],
    },
    {
      title: 'A new package that has had the same build for years: a warning',
      dossier: {
        evidence: {
          release: release({ hooks: { 'implicit-gyp': 'node-gyp rebuild' } }),
          predecessor: absent,
          history: history(
            { '1.2.0': '2024-01-01T00:00:00.000Z', '1.3.0': '2026-06-01T00:00:00.000Z' },
            { '1.2.0': { hooksDigest: 'a' }, '1.3.0': { hooksDigest: 'a' } },
          ),
        },
      },
      expectedCodes: ['established'],
    },
    {
      title: 'A hook that the base branch tells the package manager not to run: a warning',
      dossier: {
        change: { scriptsLeftOutBy: 'package.json' },
        evidence: {
          release: release({ hooks: { postinstall: 'node install.js' } }),
          predecessor: absent,
          history: history({ '1.3.0': '2026-06-01T00:00:00.000Z' }, { '1.3.0': { hooksDigest: 'a' } }),
        },
      },
      expectedCodes: ['left-out'],
    },
    {
      title: 'The same package in an audit',
      mode: 'audit',
      dossier: {
        evidence: {
          release: release({ hooks: { 'implicit-gyp': 'node-gyp rebuild' } }),
          history: history(
            { '1.2.0': '2024-01-01T00:00:00.000Z', '1.3.0': '2026-06-01T00:00:00.000Z' },
            { '1.2.0': { hooksDigest: 'a' }, '1.3.0': { hooksDigest: 'a' } },
          ),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'A hook from last week, in an audit',
      mode: 'audit',
      dossier: {
        evidence: {
          release: release({ hooks: { postinstall: 'node install.js' } }),
          history: history({ '1.3.0': '2026-06-08T00:00:00.000Z' }, { '1.3.0': { hooksDigest: 'a' } }),
        },
      },
      expectedCodes: ['unestablished'],
    },
  ],
});
