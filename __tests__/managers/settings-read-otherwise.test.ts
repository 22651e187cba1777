import { describe, expect, test } from '@jest/globals';

import { compareSnapshots } from '../../src/compare/compare.ts';
import { npmrcIgnoresScripts, readNpmrc } from '../../src/managers/npm/npmrc.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';

/** Settings that a package manager reads where a reader of lines saw nothing, or something else. */

async function said(path: string, base: string | undefined, head: string): Promise<readonly string[]> {
  const { observations } = await compareSnapshots(
    memorySnapshot(base === undefined ? {} : { [path]: base }),
    memorySnapshot({ [path]: head }),
    { isGated: () => true, mode: 'check' },
  );
  return observations.map(({ code, args: { added, changed, removed } }) =>
    [code, added, changed, removed].filter((part) => part !== undefined).join(' '),
  );
}

const whole = 'setting-changed the whole file';

describe('a program that a manager runs is told, however its setting is written', () => {
  test.each<[manager: string, path: string, text: string, says: string]>([
    // The red team's.
    ['Yarn 1', '.yarnrc', '"y\\u0061rn-path" "./tools/y.js"\n', whole],
    ['Yarn 1', '.yarnrc', 'a, yarn-path "./tools/y.js"\n', 'setting-changed a, yarn-path'],
    ['Yarn 1', '.yarnrc', 'lastUpdateCheck 1 yarn-path "./tools/y.js"\n', 'setting-changed yarn-path'],
    ['npm 12', '.npmrc', '${NOPE?}script-sh${NOPE?}ell=../../tools/sh\n', whole],
    ['npm 10 to 12', '.npmrc', '"node-opt\\u0069ons"=--require ../../tools/x.js\n', whole],
    ['npm 10 to 12', '.npmrc', 'userconfig ;x=./tools/rc\n', whole],
    // Each of these was run, or read by `config get`, with the manager that is named.
    ['Yarn 1', '.yarnrc', '"yarn-path""./y.js"\n', 'setting-changed yarn-path'],
    ['Yarn 1', '.yarnrc', '"yarn-path": "./y.js"\n', 'setting-changed yarn-path'],
    ['Yarn 1', '.yarnrc', '\uFEFFyarn-path "./y.js"\n', 'setting-changed yarn-path'],
    ['Yarn 1', '.yarnrc', '  yarn-path "./y.js"\n', 'setting-changed yarn-path'],
    ['Yarn 1', '.yarnrc', 'lastUpdateCheck 1\ryarn-path "./y.js"\n', 'setting-changed yarn-path'],
    ['Yarn 1', '.yarnrc', 'emoji: true yarn-path: ./y.js\n', 'setting-changed yarn-path'],
    ['Yarn 1, as YAML', '.yarnrc', '? yarn-path\n: ./y.js\n', whole],
    ['Yarn 1, as YAML', '.yarnrc', "'yarn-path': ./y.js\n", 'setting-changed yarn-path'],
    ['Yarn 1, as YAML', '.yarnrc', '{yarn-path: ./y.js}\n', 'setting-changed yarn-path'],
    ['Yarn 1, as YAML', '.yarnrc', 'registry: https://r.example/\nyarn-path: ./y.js\n', 'registry, yarn-path'],
    ['Yarn 1', '.yarnrc', '<<<<<<< a\nx 1\n=======\nyarn-path "./y.js"\n>>>>>>> b\n', whole],
    ['a Yarn 1 that reads unquoted addresses', '.yarnrc', 'registry https://r.example/\nyarn-path "./y.js"\n', whole],
    ['Yarn 1', '.yarnrc', 'save-exact true\n  # c\nyarn-path "./y.js"\n', whole],
    ['Yarn 1', '.yarnrc.yml', 'yarn-path: ./y.js\n', 'setting-changed yarn-path'],
    ['Yarn 3 and 4', '.yarnrc.yml', '# yarn lockfile v1\nyarnPath "./y.js"\n', whole],
    ['Yarn 3 and 4', '.yarnrc.yml', '# yarn lockfile v1\nenableColors, yarnPath: "./y.js"\n', whole],
    ['Yarn 3 and 4', '.yarnrc.yml', '# a\n#\tYARN  lockfile v1\r\nenableColors, yarnPath: "./y.js"\n', whole],
    ['Yarn 3 and 4', '.yarnrc.yml', '"y\\u0061rnPath": ./y.js\n', whole],
    ['Yarn 3 and 4', '.yarnrc.yml', 'yarnPath: a\nyarnPath: ./y.js\n', whole],
    ['Yarn 3 and 4', '.yarnrc.yml', '!!map {!!str yarnPath: ./y.js}\n', whole],
    ['Yarn 3 and 4', '.yarnrc.yml', '? yarnPath\n: ./y.js\n', whole],
    ['Yarn 3 and 4', '.yarnrc.yml', '{yarnPath: ./y.js}\n', 'setting-changed yarnPath'],
    ['Yarn 3 and 4', '.yarnrc.yml', 'yarnPath : ./y.js\n', 'setting-changed yarnPath'],
    ['pnpm 9 and 10', '.npmrc', '${NOPE:-script}-shell=./sh\n', whole],
    ['npm 6 to 12, pnpm 9 and 10', '.npmrc', "'script-shell'=./sh\n", 'setting-changed script-shell'],
    ['npm 6 to 12, pnpm 9 and 10', '.npmrc', '\uFEFFscript-shell=./sh\n', 'setting-changed script-shell'],
    ['npm 6 to 12, pnpm 9 and 10', '.npmrc', 'fund=true\rscript-shell=./sh\n', 'setting-changed script-shell'],
    ['pnpm 12', '.npmrc', '[x]\nregistry=https://r.example/\n', 'setting-changed registry'],
    ['npm 10 to 12', '.npmrc', 'node-gyp=./gyp.js\n', 'setting-changed node-gyp'],
    ['npm 6', '.npmrc', 'onload-script=./x.js\n', 'setting-changed onload-script'],
    ['npm 12', '.npmrc', 'extension-file=./x.cjs\n', 'setting-changed extension-file'],
    ['npm init', '.npmrc', 'init.module=./x.js\n', 'setting-changed init.module'],
    ['npm, a list by its own name', '.npmrc', '[allow-scripts]\n0=evil\n', 'setting-changed 0'],
    ['pnpm 10', 'pnpm-workspace.yaml', 'script-shell: ./sh\n', 'setting-changed script-shell'],
    ['pnpm 10', 'pnpm-workspace.yaml', 'ScriptShell: ./sh\n', 'setting-changed ScriptShell'],
    ['pnpm 10', 'pnpm-workspace.yaml', 'script_shell: ./sh\n', 'setting-changed script_shell'],
    ['pnpm 10 and 11', 'pnpm-workspace.yaml', '"${NOPE:-scriptShell}": ./sh\n', whole],
    ['pnpm 10 to 12', 'pnpm-workspace.yaml', '"script\\u0053hell": ./sh\n', whole],
    ['pnpm 10 to 12', 'pnpm-workspace.yaml', '? scriptShell\n: ./sh\n', whole],
    ['pnpm 10 to 12', 'pnpm-workspace.yaml', 'x: &a {scriptShell: ./sh}\n<<: *a\n', whole],
    ['bun', 'bunfig.toml', '"pre\\u006coad" = ["./p.js"]\n', whole],
    ['bun', 'bunfig.toml', '"prelo\\x61d" = ["./p.js"]\n', whole],
    ['bun', 'bunfig.toml', "'preload'\t=\t['./p.js']\n", 'setting-changed preload'],
    // By its documentation.
    ['bun', 'bunfig.toml', 'install.security.scanner = "x"\n', 'setting-changed install.security.scanner'],
  ])('%s: %s %j', async (_, path, text, says) => {
    // How serious it is, package-manager.test.ts holds.
    const [key = ''] = says.replace('setting-changed ', '').split(', ').slice(-1);
    const all = await said(path, undefined, text);
    const named = all.filter((each) => each.includes(key) && /^(?:setting-changed|manager-replaced) /.test(each));
    expect(named).toHaveLength(1);
  });
});

describe('what npm reads of ignore-scripts is believed only where every manager reads it so', () => {
  const of = async (text: string) => npmrcIgnoresScripts(await readNpmrc(text));

  test.each([
    ['plain', 'ignore-scripts=true\n', true],
    ['as a bare key', 'ignore-scripts\n', true],
    ['as a bare key with a comment', 'ignore-scripts ; never\n', true],
    ['in quotes', '"ignore-scripts" = "true"\n', true],
    ["beside a registry's token", 'ignore-scripts=true\n//${HOST}/:_authToken=${TOKEN}\n', true],
    ['and taken back', 'ignore-scripts=true\nignore-scripts=false\n', false],
    ['and taken back in quotes', "ignore-scripts=true\n'ignore-scripts'=false\n", false],
  ])('%s', async (_, text, expected) => {
    expect(await of(text)).toBe(expected);
  });

  test.each([
    ['a comment in the key', 'ignore-scripts ;x=false'],
    ['a list', 'ignore-scripts[]=false'],
    ['an escape', '"ignore-scr\\u0069pts"=false'],
    ['a variable in the key', '${NOPE?}ignore-scripts=false'],
    ['a variable in the value', 'ignore-scripts=${NOPE}'],
    ['a word that is no boolean', 'ignore-scripts=no'],
    ['a section, which pnpm 12 does not know', '[x]\nignore-scripts=false'],
    ['a list of scripts', 'allow-scripts=a'],
    ['settings from another file', 'userconfig=./rc'],
    ['a list of builds in the spelling of another file', 'onlyBuiltDependencies[]=a'],
  ])('not with %s', async (_, line) => {
    expect(await of(`ignore-scripts=true\n${line}\n`)).toBeUndefined();
  });
});

describe('plain spellings stay plain', () => {
  test.each([
    ['.npmrc', 'public-hoist-pattern[]=*eslint*\npublic-hoist-pattern[]=*prettier*\n'],
    ['.npmrc', '# a\n; b\n\nfund=false ; why\naudit = false\n'],
    ['.npmrc', '\uFEFFfund=false\r\nsave-exact=true\r\n'],
    ['.npmrc', '[section]\nfund=false\nengine-strict\nengine-strict ; always\n'],
    ['.npmrc', 'save-prefix=""\ntag-version-prefix="v;"\n'],
    ['.npmrc', 'message="${NOPE}"\n'],
    ['.yarnrc', '# THIS IS AN AUTOGENERATED FILE.\n\n\nlastUpdateCheck 1700000000000\nsave-prefix ""\n'],
    ['.yarnrc', '--install.ignore-engines true\nnetwork-timeout 600000\n"save-prefix" "~"\n'],
    ['.yarnrc', 'save-prefix: ~\r\nchild-concurrency: 2\r\n'],
    ['.yarnrc.yml', '# why\nnodeLinker: "node-modules"\nlogFilters:\n  - code: YN0002\n    level: discard\n'],
    ['pnpm-workspace.yaml', "packages:\n  - 'apps/*'\nupdateConfig:\n  ignoreDependencies: [a]\n"],
    ['bunfig.toml', '# why\n[install]\nexact = true\n[test]\ncoverage = true\ncoverageThreshold = { lines = 0.9 }\n'],
  ])('%s %j', async (path, text) => {
    expect(await said(path, undefined, text)).toEqual([]);
  });

  test.each([
    ['@s:registry=https://s.example/\n', 'setting-changed @s:registry'],
    ['//host.example/npm/:_authToken=${NPM_TOKEN}\n', 'setting-changed //host.example/npm/:_authToken'],
    ['//${HOST}/:_authToken=${NPM_TOKEN}\n', 'setting-changed //${HOST}/:_authToken'],
  ])('.npmrc %j counts by its key, and not as a whole', async (text, expected) => {
    expect(await said('.npmrc', undefined, text)).toEqual([expected]);
  });

  test('a file that counts as a whole is told only where it changes', async () => {
    const text = '${NOPE?}fund=false\n';
    expect(await said('.npmrc', text, text)).toEqual([]);
    expect(await said('.npmrc', text, `${text}audit=false\n`)).toEqual([whole]);
  });

  test('settings that no table has are one finding a file', async () => {
    expect(await said('.npmrc', undefined, 'brand-new=1\nnewer-still=2\nfund=false\n')).toEqual([
      'setting-changed brand-new, newer-still',
    ]);
  });
});
