import { quoted } from '../text/visible.ts';
import { masked } from './masked.ts';
import { definePackageRule } from '../model/rule.ts';
import type { Message } from '../model/rule.ts';
import { identity } from './subject.ts';

const useRegistry = 'Depend on a version that a trusted registry publishes, and lock again.';

const says = (what: string, remediation: string = useRegistry): Message => ({
  severity: 'configured',
  text: (args) => `${quoted(args.name)} ${what}: ${quoted(args.spec)}.`,
  remediation: () => remediation,
});

export default definePackageRule({
  id: 'source',
  summary:
    'Packages come from a registry: no git, http, file, exec, patch or portal dependency, no link to what is not a workspace.',
  why:
    'What does not come from a registry has no publish time, no signature, no history and no advisories: none of the other ' +
    'rules can speak about it. In 2025 126 packages hid their payload behind http dependencies; in May 2026 a ' +
    'worm entered 84 releases through a git dependency whose `prepare` script ran on install.',
  incident: {
    date: '2026-05-11',
    what:
      '84 versions of @tanstack packages were released by their own workflow, out of a poisoned cache, with ' +
      'valid provenance. What gave them away was an optional dependency on a git commit, whose prepare ' +
      'script runs on install.',
  },
  recommended: 'error',
  floor: 'none',
  sources: 'any',
  needs: [],
  messages: {
    outside: says(
      'is taken from a path outside the repository',
      'Move it into the repository as a workspace, or publish it to a trusted registry.',
    ),
    exec: says('is made by a script of the repository at install time'),
    git: says(
      'is taken from a git repository, where a branch or a tag can be moved and a `prepare` script runs on install',
    ),
    remote: says("is downloaded from an address that is no registry's"),
    portal: says('is a portal to a folder'),
    patch: says(
      'is changed by a patch at install time',
      'Use an unpatched release, or record an exception that names who reviewed the patch.',
    ),
    link: says(
      'is a link to a folder that is no workspace, in the place of a registry package',
      'Declare the folder as a workspace, or depend on the published package.',
    ),
    file: says('is a tarball that lies in the repository, which nobody can compare with a published one'),
  },
  check({ dossier }) {
    const { change } = dossier;
    const { kind, outside, workspace } = change.source;
    if (kind === 'registry' || kind === 'workspace') return [];
    if (kind === 'link' && workspace === true && outside !== true) return [];
    const spec = masked(change.source.spec ?? '', kind === 'git' || kind === 'remote');
    const places = change.pins.reduce((sum, pin) => sum + pin.places, 0);
    return [
      {
        code: outside === true ? 'outside' : kind,
        args: { ...identity(change), spec },
        stable: { spec },
        places: Math.max(places, 1),
      },
    ];
  },
  examples: [
    { title: 'A package from the registry', dossier: {}, expectedCodes: [] },
    {
      title: 'A link to a workspace of this repository',
      dossier: { change: { source: { kind: 'link', spec: 'packages/left-pad', workspace: true } } },
      expectedCodes: [],
    },
    {
      title: 'A git dependency, its token masked',
      dossier: { change: { source: { kind: 'git', spec: 'git+https://user:token@git.example/left-pad.git#main' } } },
      expectedCodes: ['git'],
    },
    {
      title: 'A tarball from an address',
      dossier: { change: { source: { kind: 'remote', spec: 'http://packages.evil.test/left-pad.tgz' } } },
      expectedCodes: ['remote'],
    },
    {
      title: 'A tarball in the repository',
      dossier: { change: { source: { kind: 'file', spec: 'file:vendor/left-pad-1.3.0.tgz' } } },
      expectedCodes: ['file'],
    },
    {
      title: 'A path that leaves the repository',
      dossier: { change: { source: { kind: 'link', spec: '../../etc', outside: true } } },
      expectedCodes: ['outside'],
    },
    {
      title: 'A folder that is no workspace takes the name of a registry package',
      dossier: { change: { source: { kind: 'link', spec: 'tools/left-pad', workspace: false } } },
      expectedCodes: ['link'],
    },
    {
      title: 'A script makes the package',
      dossier: { change: { source: { kind: 'exec', spec: 'exec:./generate.js' } } },
      expectedCodes: ['exec'],
    },
    {
      title: 'A patched package',
      dossier: { change: { source: { kind: 'patch', spec: 'patch:left-pad@npm%3A1.3.0#./left-pad.patch' } } },
      expectedCodes: ['patch'],
    },
    {
      title: 'A portal',
      dossier: { change: { source: { kind: 'portal', spec: 'portal:./vendor/left-pad' } } },
      expectedCodes: ['portal'],
    },
  ],
});
