import type { Change, EvidenceSet, InstallHooks } from '../model/index.ts';
import type { Json } from '../model/json.ts';
import { digestOf, runAlike, runsOf, runTheSame } from '../model/install-hooks.ts';
import { isSameCommand } from '../model/own-words.ts';
import { absent, tarball, history, present, release } from '../model/example.ts';
import { duration, milliseconds, packageSelectors, selects } from '../model/options.ts';
import { fact, halves } from './facts.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Violation } from '../model/rule.ts';
import { hookMessages, inWords } from './hook-messages.ts';
import { carriedSince, hooksOf } from './hooks.ts';
import { besideHooks } from './own-manifest.ts';
import { identity } from './subject.ts';
import { between } from './time.ts';

/** What an install newly runs in a folder of the repository. The scripts stand in the manifest, so no evidence is needed. */
function ofFolder(change: Change): readonly Violation[] {
  const { folderScripts, scriptsLeftOutBy: file } = change;
  if (folderScripts === undefined) return [];
  const { path, line, scripts } = folderScripts;
  const hooks = inWords(Object.keys(scripts));
  const stable = { ...scripts };
  return file === undefined
    ? [{ code: 'folder-script', args: { ...identity(change), hooks, path, line }, stable }]
    : [{ code: 'left-out', args: { ...identity(change), hooks, file }, stable }];
}

/** Digest of what a document or tarball runs on install. */
const textOf = (hooks: InstallHooks): string => digestOf(Object.fromEntries(runsOf(hooks)));

/**
 * What the tarball says otherwise than the registry's document. It is read only of versions that the base branch does not
 * have, and its bytes are those of the digest: so where it agrees there is nothing to add, and reading it changes nothing.
 */
function tarballFacts(change: Change, evidence: EvidenceSet): Readonly<Record<string, Json>> {
  const { release, tarball } = evidence;
  if (tarball.state === 'present' && 'unlisted' in tarball.value) {
    return tarball.value.unlisted === 'failed' ? { tarball: { unread: 'tarball' } } : {};
  }
  if (tarball.state !== 'present') {
    return tarball.state === 'absent' ? {} : fact(evidence, 'tarball', 'tarball', () => null);
  }
  if (release.state !== 'present') return {};
  const hooks = hooksOf(release.value.hooks, tarball);
  const beside = besideHooks(change, release.value, tarball.value).map(({ code, stable = {} }) => ({ code, stable }));
  const isSame = runTheSame(hooks, release.value.hooks) && beside.length === 0;
  return isSame ? {} : { tarball: { hooks: textOf(hooks), beside } };
}

const notAsked = { state: 'absent' } as const;

export default definePackageRule({
  id: 'install-scripts',
  summary: 'No install script is added or changed unnoticed.',
  why:
    'An install script runs with the rights of whoever installs, before any code of the package is imported. ua-parser-js, nx and ' +
    'both Shai-Hulud worms added one; Phantom Gyp (June 2026) used a `binding.gyp`, which needs no entry in `scripts`. Of 22,479 ' +
    "releases 0.14 % added a hook and 0.41 % changed one. Hooks are read from the registry's manifest and from the tarball of " +
    "what is new, never from the lockfile's flag. In an audit every package is already locked, so only hooks younger than `establishedAfter` are reported: a list of " +
    'every package that builds native code would tell an auditor nothing new.',
  incident: {
    date: '2021-10-22',
    what:
      'ua-parser-js 0.7.29, 0.8.0 and 1.0.0 came from a hijacked account within minutes, with a preinstall ' +
      'script that earlier releases did not have: a miner and a credential stealer. They were up for four hours.',
  },
  recommended: 'error',
  levels: { attacks: 'error' },
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
        "Whether a check reads the tarball of each new version, to find hooks, programs and dependencies that the manifest in the registry does not state. `list`: every tarball; a failed download is indeterminate. `small`: every tarball at the registry's own origin, except large programs for one platform; a failed download is a warning. `never`: no tarball; only what the registry states is found. A tarball of more than 20 MiB is indeterminate, unless that of the version on the base branch is as large.",
      ),
  }),
  sources: 'any',
  strict: { tarballs: 'list' },
  needs: ['release', 'history', 'predecessor', 'tarball'],
  // A hook that the version before had too, although its document does not say so, is none that is new.
  optionalEvidence: ['predecessorTarball'],
  unusedEvidence: ({ tarballs }) => (tarballs === 'never' ? ['tarball', 'predecessorTarball'] : []),
  messages: hookMessages,
  check({ dossier, evidence, options, context }) {
    const { change } = dossier;
    if (selects(options.allow, change.name, change.version)) return [];
    if (change.source.kind !== 'registry') return context.mode === 'check' ? ofFolder(change) : [];
    if (evidence.release.state === 'absent') return [];
    const { scriptsLeftOutBy: file } = change;
    const isFlagged = change.claims.hasInstallScript === true && change.changed.includes('has-install-script');
    const isListed =
      options.tarballs !== 'never' &&
      context.mode === 'check' &&
      (isFlagged || !change.baseVersions.includes(change.version));
    const stated = evidence.release.value.hooks;
    const tarball = isListed ? evidence.tarball : notAsked;
    const hooks = hooksOf(stated, tarball);
    const runs = runsOf(hooks);
    const beside = tarball.state === 'absent' ? [] : besideHooks(change, evidence.release.value, tarball.value);
    if (runs.size === 0) {
      const isRead = tarball.state === 'present' && 'manifest' in tarball.value;
      if (isRead || change.claims.hasInstallScript !== true || file !== undefined) return beside;
      if (isFlagged) return [{ code: 'flag-gained', args: identity(change), stable: {} }, ...beside];
      return tarball.state === 'present'
        ? [{ code: 'flag-unread', args: identity(change), stable: {} }, ...beside]
        : beside;
    }
    const violation = (code: string, hooks: readonly string[], more: Readonly<Record<string, string>>) => ({
      code: file === undefined ? code : 'left-out',
      args: { ...identity(change), hooks: inWords(hooks), ...more, ...(file === undefined ? {} : { file }) },
      stable: Object.fromEntries(hooks.map((hook) => [hook, runs.get(hook) ?? ''])),
    });
    // Where the flag alone was gained, the base branch ran nothing, and the version is its own predecessor.
    if (context.mode === 'check' && !isFlagged && evidence.predecessor.state === 'present') {
      const previous = evidence.predecessor.value;
      const { name, version } = change;
      if (runAlike({ name, ...previous }, { name, version, hooks })) return beside;
      const before = runsOf(isListed ? hooksOf(previous.hooks, evidence.predecessorTarball) : previous.hooks);
      const added = [...runs.keys()].filter((hook) => !before.has(hook));
      const isSame = (hook: string) =>
        isSameCommand(name, { text: before.get(hook), version: previous.version }, { text: runs.get(hook), version });
      const changed = [...runs.keys()].filter((hook) => before.has(hook) && !isSame(hook));
      return [
        ...(added.length > 0 ? [violation('new-hook', added, { previous: previous.version })] : []),
        ...(changed.length > 0 ? [violation('changed-hook', changed, { previous: previous.version })] : []),
        ...beside,
      ];
    }
    const releases = evidence.history.state === 'present' ? evidence.history.value : { distTags: {}, releases: [] };
    const since = carriedSince(releases, { name: change.name, version: change.version, hooks }, hooks === stated);
    const established = since !== undefined && between(since, context.now) >= milliseconds(options.establishedAfter);
    if (established && context.mode === 'audit') return [];
    const code = established ? 'established' : context.mode === 'audit' ? 'unestablished' : 'first-seen';
    return [violation(code, [...runs.keys()], since === undefined ? {} : { since }), ...beside];
  },
  facts: ({ dossier: { change }, evidence }) =>
    halves(
      fact(evidence, 'predecessor', 'hooks', ({ version, hooks }) => ({ version, text: textOf(hooks) })),
      { ...fact(evidence, 'release', 'hooks', ({ hooks }) => textOf(hooks)), ...tarballFacts(change, evidence) },
    ),
  examples: [
    { title: 'No install script', dossier: {}, expectedCodes: [] },
    {
      title: 'A folder of the repository gains a script that npm runs',
      dossier: {
        change: {
          source: { kind: 'link', spec: 'tools/left-pad', workspace: false, declared: true },
          folderScripts: { path: 'tools/left-pad/package.json', line: 4, scripts: { postinstall: 'node build.js' } },
        },
      },
      expectedCodes: ['folder-script'],
    },
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
      title: 'An upgrade whose hook holds the version, and nothing else of it changed',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: {
          release: release({ hooks: { postinstall: 'check left-pad 1.3.0' } }),
          predecessor: release({ version: '1.2.0', hooks: { postinstall: 'check left-pad 1.2.0' } }),
        },
      },
      expectedCodes: [],
    },
    {
      title: 'An upgrade whose hook holds a version that is not its own',
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: {
          release: release({ hooks: { postinstall: 'check left-pad 9.9.9' } }),
          predecessor: release({ version: '1.2.0', hooks: { postinstall: 'check left-pad 1.2.0' } }),
        },
      },
      expectedCodes: ['changed-hook'],
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
          tarball: tarball({}, true),
          predecessorTarball: tarball(),
        },
      },
      expectedCodes: ['new-hook'],
    },
    {
      title: 'A tarball that could not be downloaded: a warning, and indeterminate with `tarballs: list`',
      dossier: {
        evidence: { tarball: present({ unlisted: 'failed', detail: 'HTTP 503' }) },
      },
      expectedCodes: ['unlisted'],
    },
    {
      title: "A postinstall that the tarball has and the registry's manifest has not",
      dossier: {
        change: { kind: 'updated', previousVersion: '1.2.0', baseVersions: ['1.2.0'] },
        evidence: {
          release: release(),
          predecessor: release({ version: '1.2.0' }),
          tarball: tarball({ hooks: { postinstall: 'node steal.js' } }),
          predecessorTarball: tarball({ version: '1.2.0' }),
        },
      },
      expectedCodes: ['new-hook'],
    },
    {
      title: "A script that only the registry's manifest has, as fsevents 2.3.3: nothing runs",
      dossier: {
        change: { claims: { hasInstallScript: true } },
        evidence: { release: release({ hooks: { install: 'node-gyp rebuild' } }), tarball: tarball() },
      },
      expectedCodes: [],
    },
    {
      title: "A program that the registry's manifest does not state",
      dossier: { evidence: { release: release({ bin: {} }), tarball: tarball({ bin: { node: 'other.js' } }) } },
      expectedCodes: ['unstated'],
    },
    {
      title: 'Two manifests in one tarball that differ',
      dossier: { evidence: { tarball: present({ bindingGyp: false, manifest: { state: 'several' } }) } },
      expectedCodes: ['own-manifest'],
    },
    {
      title: 'A flag for what was not read',
      dossier: {
        change: { claims: { hasInstallScript: true } },
        evidence: { tarball: present({ unlisted: 'failed', detail: 'HTTP 503' }) },
      },
      expectedCodes: ['flag-unread', 'unlisted'],
    },
    {
      title: 'A binary of 40 MiB for one platform, whose tarball is not listed',
      dossier: { evidence: { tarball: present({ unlisted: 'platform' }) } },
      expectedCodes: ['unread'],
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
