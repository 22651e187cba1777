import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Finding, Report, ReportedChange } from '../../src/model/index.ts';
import { checkFolders, runCli, temporaryFolder } from '../support/cli.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { startRegistry } from '../support/loopback-registry.ts';
import { filesOf, publishedBy, readSameChange } from '../support/same-change.ts';

/** One project as seven package managers lock it, each project in a folder of its own, so that one process judges all. */

const change = readSameChange();
const formats = Object.keys(change.locked);
let registry: LoopbackRegistry;
beforeAll(async () => void (registry = await startRegistry({ packages: publishedBy(change) })));
afterAll(() => registry.close());

type Files = Readonly<Record<string, string>>;
const files = (format: string, side: 'base' | 'head'): Files => filesOf(change, format, side, registry.url);
const below = (folder: string, all: Files): Files =>
  Object.fromEntries(Object.entries(all).map(([path, text]) => [`${folder}/${path}`, text]));
const inFolder = <T extends { readonly lockfile: string }>(all: readonly T[], folder: string): readonly T[] =>
  all.filter(({ lockfile }) => lockfile.startsWith(`${folder}/`));

describe('one change in the words of each format', () => {
  let report: Report;
  beforeAll(async () => {
    const sides = (['base', 'head'] as const).map(
      (side) => Object.assign({}, ...formats.map((format) => below(format, files(format, side)))) as Files,
    );
    const [base, head] = sides as [Files, Files];
    ({ report } = await checkFolders({ base, head }, ['--registry', registry.url]));
  }, 60_000);

  /** Fields that no format has words of its own for. */
  const told = ({ lockfile, line, manifests, importers, ...same }: ReportedChange): object => ({
    ...same,
    importers: importers.map((importer) => importer.slice(lockfile.lastIndexOf('/') + 1)),
    manifests: manifests.map(({ path, line: at }) => [path.slice(path.indexOf('/') + 1), at]),
    known: line > 0,
  });
  const said = ({ rule, name, version, level, outcome, codes }: Finding): object => ({
    ...{ rule, name, version, level, outcome, codes },
  });
  /**
   * What only pnpm 11 and bun write down: an optional peer that its package names in no `peerDependencies` (debug's
   * `supports-color`), and that something else brings in anyway. So these two have more reasons to be there.
   */
  const writesOptionalPeer = ['pnpm-11', 'bun'];
  const withOptionalPeer: Readonly<Record<string, readonly string[]>> = {
    'supports-color': ['prod', 'optional', 'peer'],
    'has-flag': ['prod', 'optional', 'peer'],
  };

  test('the change is what was asked for', () => {
    const kinds = inFolder(report.changes, 'npm').map(({ kind, name, version, previousVersion }) =>
      [kind, name, version, ...(previousVersion === null ? [] : [previousVersion])].join(' '),
    );
    expect(report.errors).toEqual([]);
    expect(kinds).toEqual([
      'added @sindresorhus/is 4.6.0',
      'updated ansi-regex 5.0.1 5.0.1',
      'added ansi-styles 4.3.0',
      'updated balanced-match 1.0.0 1.0.2',
      'added chalk 4.1.2',
      'added color-convert 2.0.1',
      'added color-name 1.1.4',
      'updated debug 4.4.3 4.3.4',
      'added emoji-regex 8.0.0',
      'added has-flag 4.0.0',
      'added is-fullwidth-code-point 3.0.0',
      'removed is-number 6.0.0',
      'removed is-odd 3.0.1',
      'added left-pad 1.3.0',
      'updated minimist 1.2.8 1.2.8',
      'updated mkdirp 0.5.5 0.5.5',
      'updated ms 2.1.3 2.1.2',
      'added picocolors 1.1.1',
      'added string-width 4.2.3',
      'added strip-ansi 6.0.1',
      'added supports-color 7.2.0',
      'updated use-sync-external-store 1.2.2 1.2.0',
    ]);
    expect(inFolder(report.findings, 'npm').map(({ rule }) => rule)).toContain('alias');
  });

  test.each(formats.filter((format) => format !== 'npm'))('%s tells what npm tells', (format) => {
    const ours = inFolder(report.changes, format);
    const theirs = inFolder(report.changes, 'npm').map((each) =>
      writesOptionalPeer.includes(format) && each.name in withOptionalPeer
        ? { ...each, dependencyTypes: withOptionalPeer[each.name] as ReportedChange['dependencyTypes'] }
        : each,
    );
    expect(ours.map(told)).toEqual(theirs.map(told));
    const findings = inFolder(report.findings, format).map(said);
    expect(findings).toEqual(inFolder(report.findings, 'npm').map(said));
    expect(findings.length).toBeGreaterThan(8);
  });

  test('and each lockfile was read as what it is', () => {
    const read = report.lockfiles.map(({ path, format, formatVersion }) => [path, format, formatVersion].join(' '));
    expect(read).toEqual([
      'bun/bun.lock bun 2',
      'npm/package-lock.json npm 3',
      'pnpm-10/pnpm-lock.yaml pnpm 9.0',
      'pnpm-11/pnpm-lock.yaml pnpm 9.0',
      'pnpm-9/pnpm-lock.yaml pnpm 9.0',
      'yarn-berry/yarn.lock yarn-berry 10',
      'yarn-classic/yarn.lock yarn-classic 1',
    ]);
  });
});

describe('a project that moves from one format to another', () => {
  const pairs = formats.flatMap((from) => formats.filter((to) => to !== from).map((to) => [from, to] as const));
  const check = async (moves: readonly (readonly [from: Files, to: Files])[], args: readonly string[] = []) => {
    const side = (at: 0 | 1): Files =>
      Object.assign({}, ...moves.map((move, index) => below(`m${index}`, move[at]))) as Files;
    return checkFolders({ base: side(0), head: side(1) }, ['--registry', registry.url, ...args]);
  };
  const codesOf = ({ findings }: Report, index: number): readonly string[] =>
    inFolder(findings, `m${index}`).flatMap(({ rule, codes, name }) =>
      codes.map((code) => [rule, code, name ?? ''].join(' ').trim()),
    );

  test('every format to every other: no package is changed, and the only findings say so', async () => {
    const { report, status } = await check(pairs.map(([from, to]) => [files(from, 'head'), files(to, 'head')]));
    expect([
      report.changes.map(({ name, lockfile, changed }) => [lockfile, name, changed]),
      report.errors,
      status,
    ]).toEqual([[], [], 0]);
    for (const [index, [from, to]] of pairs.entries()) {
      const manager = (format: string) => format.split('-')[0];
      const expected = [
        ...(manager(from) === manager(to) ? [] : ['lockfile moved-manager']),
        ...(from === 'yarn-berry' || to === 'yarn-berry' ? ['lockfile not-comparable'] : []),
      ];
      expect([from, to, ...codesOf(report, index)]).toEqual([from, to, ...expected]);
    }
    const bridged = report.findings.find(({ codes }) => codes.includes('not-comparable'));
    expect(bridged?.message).toContain('For 25 packages whose version does not change');
    const former = report.lockfiles.find(({ path }) => path === 'm0/yarn.lock')?.former;
    expect(former).toEqual({ path: 'm0/package-lock.json', format: 'npm' });
  }, 60_000);

  const npm = () => files('npm', 'head');
  const edited = (all: Files, lockfile: string, from: string | RegExp, to: string): Files => {
    const text = all[lockfile] ?? '';
    const changed = text.replace(from, to);
    if (changed === text) throw new Error('the edit changed nothing');
    return { ...all, [lockfile]: changed };
  };
  const sri = `sha512-${'A'.repeat(85)}A==`;

  test('what is not the same is judged as ever', async () => {
    const classic = files('yarn-classic', 'head');
    const berry = files('yarn-berry', 'head');
    const ours = `${registry.url}left-pad/-/left-pad-1.3.0.tgz`;
    const theirs = 'https://elsewhere.example/left-pad/-/left-pad-1.3.0.tgz';
    const { report, status } = await check([
      // Other bytes under the same version.
      [
        npm(),
        edited(
          files('pnpm-11', 'head'),
          'pnpm-lock.yaml',
          /(left-pad@1\.3\.0:\s+resolution: \{integrity: )sha512-[^}]+/,
          `$1${sri}`,
        ),
      ],
      // Another host, and another package's tarball at the right one.
      [npm(), edited(classic, 'yarn.lock', ours, theirs)],
      [npm(), edited(classic, 'yarn.lock', ours, `${registry.url}ms/-/ms-2.1.3.tgz`)],
      // An address of Yarn berry's, whose checksum nobody can compare.
      [
        npm(),
        edited(
          berry,
          'yarn.lock',
          '"left-pad@npm:1.3.0"\n',
          `"left-pad@npm:1.3.0::__archiveUrl=${encodeURIComponent(theirs)}"\n`,
        ),
      ],
      // From a format without digests to bytes that are not the registry's.
      [berry, edited(npm(), 'package-lock.json', /("node_modules\/left-pad": \{[^}]*"integrity": ")[^"]+/, `$1${sri}`)],
      // The base's bytes are not those that the registry would give Yarn berry.
      [edited(npm(), 'package-lock.json', /("node_modules\/left-pad": \{[^}]*"integrity": ")[^"]+/, `$1${sri}`), berry],
      // No digest, and a weaker one than before.
      [npm(), edited(classic, 'yarn.lock', /(left-pad-1\.3\.0\.tgz)#[0-9a-f]+"\n {2}integrity [^\n]+/, '$1"')],
      [npm(), edited(classic, 'yarn.lock', /(left-pad-1\.3\.0\.tgz#[0-9a-f]+")\n {2}integrity [^\n]+/, '$1')],
    ]);
    const changes = report.changes.map(({ lockfile, kind, name, version, changed }) =>
      [lockfile.split('/')[0], kind, name, version, ...changed].join(' '),
    );
    expect(changes).toEqual([
      'm0 updated left-pad 1.3.0 resolved integrity',
      'm1 updated left-pad 1.3.0 resolved',
      'm2 updated left-pad 1.3.0 resolved',
      'm3 updated left-pad 1.3.0 resolved integrity',
      'm4 updated left-pad 1.3.0 resolved integrity',
      'm5 updated left-pad 1.3.0 resolved integrity',
      'm6 updated left-pad 1.3.0 integrity',
      'm7 updated left-pad 1.3.0 integrity',
    ]);
    const spoken = (index: number) => codesOf(report, index).filter((each) => /^(?:integrity|registry)/.test(each));
    expect([0, 1, 2, 3, 4, 6].map(spoken)).toEqual([
      ['integrity differs left-pad', 'integrity changed-bytes left-pad'],
      ['registry elsewhere left-pad'],
      ['integrity another-tarball left-pad'],
      ['registry elsewhere left-pad'],
      ['integrity differs left-pad'],
      ['integrity dropped left-pad'],
    ]);
    expect(spoken(7).length).toBeGreaterThan(0);
    expect(status).toBe(1);
  }, 60_000);

  test('a registry that does not answer leaves it open, and so does a run without any', async () => {
    registry.fail('left-pad', { status: 503 });
    try {
      const { report, status } = await check([[npm(), files('yarn-berry', 'head')]]);
      expect(report.changes.map(({ kind, name }) => [kind, name])).toEqual([['updated', 'left-pad']]);
      expect(report.findings.find(({ rule }) => rule === 'integrity')).toMatchObject({
        outcome: 'indeterminate',
        level: 'error',
      });
      expect(codesOf(report, 0)).toContain('lockfile not-comparable');
      expect(status).toBe(1);
    } finally {
      registry.fail('left-pad', { status: 503, times: 0 });
    }
    const offline = await check([[npm(), files('yarn-berry', 'head')]], ['--offline']);
    expect(offline.report.changes).toHaveLength(25);
    expect(offline.status).toBe(1);
  }, 60_000);

  test('recorded evidence tells the same again, with and without the lockfiles', async () => {
    const folder = temporaryFolder();
    try {
      const evidence = `${folder.path}/evidence.json`;
      const move = [
        npm(),
        edited(
          files('yarn-berry', 'head'),
          'yarn.lock',
          /version: 2\.1\.3\n {2}resolution: "ms@npm:2\.1\.3"/,
          'version: 2.1.2\n  resolution: "ms@npm:2.1.2"',
        ),
      ] as const;
      const first = await check([move], ['--evidence-out', evidence]);
      expect(first.report.changes.map(({ name, version }) => [name, version])).toEqual([['ms', '2.1.2']]);
      const again = await check([move], ['--evidence', evidence]);
      // Folders are called by their names, which are other ones.
      const { base, head } = first.report;
      expect({ ...again.report, base, head }).toEqual(first.report);
      const replayed = await runCli(['replay', evidence, '--format', 'json']);
      expect(JSON.parse(replayed.stdout)).toEqual(first.report);
    } finally {
      folder.remove();
    }
  }, 60_000);
});
