import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { Report } from '../../src/model/index.ts';
import { parseReport } from '../../src/report/schema.ts';
import { runCli } from '../support/cli.ts';
import type { GitRepositoryFixture } from '../support/git-repository.ts';
import { gitRepository } from '../support/git-repository.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';
import { pullRequest } from '../support/pull-request.ts';

/**
 * Honest states of files around a lockfile, which must pass quietly, each with the attack beside it; judged in git and as two
 * folders, by the bundled command line.
 */

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await startRegistry({
    packages: {
      'left-pad': pkg({
        '1.2.0': { publishedAt: '2025-01-01T00:00:00Z' },
        '1.3.0': { publishedAt: '2026-01-01T00:00:00Z' },
      }),
    },
  });
});
afterAll(() => registry.close());

interface Link {
  readonly target: string;
}
type Files = Readonly<Record<string, string | Link>>;

/** A bump of left-pad, with these files in the base, and these more (or others) in the head. */
function bump(base: Files, head: Files = {}) {
  const at = (version: string) => ({
    dependencies: { 'left-pad': '^1.2.0' },
    packages: { 'node_modules/left-pad': { version } },
  });
  const sides = pullRequest(registry, at('1.2.0'), at('1.3.0'));
  return { base: { ...sides.base, ...base } as Files, head: { ...sides.head, ...base, ...head } as Files };
}

/** The same without a change of the lockfile. */
function still(base: Files, head: Files) {
  const sides = bump(base, head);
  return { base: sides.base, head: { ...sides.base, ...head } };
}

function write(repository: GitRepositoryFixture, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    if (typeof content === 'string') repository.write(path, content);
    else repository.symlink(path, content.target);
  }
}

interface Said {
  readonly verdict: Report['verdict'];
  readonly findings: readonly string[];
}

async function check(args: readonly string[]): Promise<Said> {
  const fixed = ['check', '--format', 'json', '--now', '2026-06-01T00:00:00Z', '--registry', registry.url];
  const { verdict, findings } = parseReport((await runCli([...fixed, ...args])).stdout);
  return {
    verdict,
    findings: findings.map(({ level, codes, lockfile }) => `${level} ${codes.join('+')} ${lockfile}`).sort(),
  };
}

/** What is said in git, which must be what is said of two folders. */
async function judged({ base, head }: { readonly base: Files; readonly head: Files }): Promise<Said> {
  const repository = gitRepository();
  write(repository, base);
  const before = repository.commit();
  repository.git('rm', '-rq', '.');
  write(repository, head);
  const after = repository.commit();
  const said = await check(['--repo', repository.folder, '--base', before, '--head', after]);
  const folders = [gitRepository(), gitRepository()] as const;
  write(folders[0], base);
  write(folders[1], head);
  expect(await check(['--base-dir', folders[0].folder, '--head-dir', folders[1].folder])).toEqual(said);
  return said;
}

const quiet = { verdict: 'pass', findings: [] };
const policy = { '.github/dependency-policy.yml': 'version: 1\nlockfiles:\n  exclude: ["**/fixtures/**"]\n' };
const bad: Files = {
  'test/fixtures/bad/package-lock.json': '{ not json',
  'test/fixtures/bad/.npmrc': 'script-shell=./x\n',
  'test/fixtures/bad/deno.lock': '{}',
  'test/fixtures/bad/.gitattributes': '* ident\n',
};

describe('quiet list', () => {
  test.each<[string, () => { readonly base: Files; readonly head: Files }]>([
    [
      'row 1: attributes of lockfiles and archives that change no text',
      () =>
        bump(
          {},
          {
            '.gitattributes':
              'package-lock.json -diff linguist-generated merge=ours\n* text=auto eol=lf\n*.zip filter=lfs diff=lfs merge=lfs -text\n',
          },
        ),
    ],
    [
      'row 2: the base filters its secrets, and a dependency is upgraded',
      () => bump({ '.gitattributes': 'secrets/** filter=git-crypt diff=git-crypt\n', 'secrets/key': 'x' }),
    ],
    [
      'row 3: a settings file of a workspace is a link since long, and a dependency is upgraded',
      () => bump({ '.npmrc': 'fund=false\n', 'packages/x/.npmrc': { target: '../../.npmrc' } }),
    ],
    [
      'row 4: a linked manifest that is no importer, and links below committed modules in a folder that is left out',
      () =>
        bump(policy, {
          'test/link/package.json': { target: 'real.json' },
          'test/link/real.json': '{"name":"x","dependencies":{"y":"1.0.0"}}',
          'test/fixtures/preserve/node_modules/a': { target: '../b' },
        }),
    ],
    ['row 27: broken fixtures below a folder that is left out', () => bump(policy, bad)],
  ])('%s', async (_, sides) => {
    expect(await judged(sides())).toEqual(quiet);
  });
});

describe('attacks beside the quiet list', () => {
  test.each<[string, () => { readonly base: Files; readonly head: Files }, Said['verdict'], readonly string[]]>([
    [
      'row 1, with `* ident`',
      () => bump({}, { '.gitattributes': '* ident\n' }),
      'fail',
      ['error rewritten-on-checkout .gitattributes'],
    ],
    [
      'row 1, with a macro in place of the attribute',
      () =>
        still(
          {},
          { '.gitattributes': '[attr]generated working-tree-encoding=ISO646-KR\npackage-lock.json generated\n' },
        ),
      'fail',
      ['error rewritten-on-checkout .gitattributes'],
    ],
    [
      'row 2, with the lockfile under the filter, and changed',
      () => bump({ '.gitattributes': '*.json filter=git-crypt\n' }),
      'fail',
      ['error rewritten-on-checkout .gitattributes', 'note rewritten-before .gitattributes'],
    ],
    [
      'row 2, with the lockfile under the filter, and untouched: one note',
      () => still({ '.gitattributes': 'package-lock.json filter=git-crypt\n' }, { 'src/x.js': '' }),
      'pass',
      ['note rewritten-before .gitattributes'],
    ],
    [
      'row 3, with what the link leads to changed',
      () =>
        still(
          { 'config/rc': 'fund=false\n', '.npmrc': { target: 'config/rc' } },
          { 'config/rc': 'script-shell=./x\n' },
        ),
      'fail',
      ['error manager-replaced .npmrc'],
    ],
    [
      'row 3, with a link that is new',
      () => still({ 'config/.npmrc': 'fund=false\n' }, { '.npmrc': { target: 'config/.npmrc' } }),
      'warn',
      ['warn link-followed .npmrc'],
    ],
    [
      'row 4, with the `node_modules` of an importer',
      () => still({ 'evil/left-pad/index.js': '' }, { node_modules: { target: 'evil' } }),
      'fail',
      ['error not-regular node_modules'],
    ],
    [
      'row 27, with an importer moved below the exclusion',
      () => {
        const project = {
          'package.json': '{"name":"app"}',
          'package-lock.json': '{"name":"app","lockfileVersion":3,"packages":{"":{"name":"app"}}}',
        };
        const at = (folder: string) =>
          Object.fromEntries(Object.entries(project).map(([path, text]) => [`${folder}/${path}`, text]));
        const { base } = bump(policy);
        return { base: { ...base, ...at('app') }, head: { ...base, ...at('fixtures/app') } };
      },
      'fail',
      ['error moved-out fixtures/app/package-lock.json'],
    ],
    [
      'row 27, with settings of the base that name a file there',
      () => still({ ...policy, '.npmrc': 'userconfig=test/fixtures/bad/.npmrc\n' }, bad),
      'fail',
      [
        'error manager-replaced test/fixtures/bad/.npmrc',
        'error rewritten-on-checkout test/fixtures/bad/.gitattributes',
      ],
    ],
  ])('%s', async (_, sides, verdict, findings) => {
    expect(await judged(sides())).toEqual({ verdict, findings });
  });
});
