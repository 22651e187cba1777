import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { programName } from '../../src/cli/program.ts';
import { temporaryFolder } from '../support/git-repository.ts';

/** What is printed as a command can be typed: by the path by which the program was started, where there is no `lockgate`. */

describe('the program', () => {
  test.each([
    ['/usr/local/bin/lockgate', '/work/shop', 'lockgate'],
    ['/work/shop/node_modules/.bin/lockgate', '/work/shop', 'lockgate'],
    ['/work/lockgate/dist/cli.js', '/work/lockgate', 'node dist/cli.js'],
    ['/work/lockgate/dist/cli.js', '/work/shop', 'node ../lockgate/dist/cli.js'],
    ['/x/dist/cli.js', '/work/a/b/c/d', 'node /x/dist/cli.js'],
    ['/my work/dist/cli.js', '/', "node 'my work/dist/cli.js'"],
    ["/it's/$(evil)/dist/cli.js", '/', 'lockgate'],
    ['/a\u001B[2J/dist/cli.js', '/', 'lockgate'],
    ['', '/', 'lockgate'],
  ])('started as %s in %s is %s', (script, cwd, program) => {
    expect(programName(script, cwd)).toBe(program);
  });

  const unpacked = (dependencies: Readonly<Record<string, string>>) => {
    const root = temporaryFolder();
    const folder = join(root, 'cache/_npx/0123');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies }));
    writeFileSync(join(root, 'lockgate-1.2.3.tgz'), '');
    return { root, script: join(folder, 'node_modules/.bin/lockgate') };
  };

  test('that npx unpacked is the packed file', () => {
    const { root, script } = unpacked({ '@OWNER/lockgate': 'file:../../../lockgate-1.2.3.tgz' });
    expect(programName(script, root)).toBe('npx --yes --offline ./lockgate-1.2.3.tgz');
    expect(programName(script, join(root, 'cache'))).toBe('npx --yes --offline ../lockgate-1.2.3.tgz');
  });

  test('that npx unpacked from a file that is gone is not run by that file', () => {
    const { root, script } = unpacked({ lockgate: 'file:../../../gone.tgz' });
    expect(programName(script, root)).toBe('lockgate');
  });

  test('that npx fetched by a name is never run by that name', () => {
    for (const spec of ['link:../../../lockgate-1.2.3.tgz', '^1.2.3', 'https://evil.example/lockgate.tgz']) {
      const { root, script } = unpacked({ lockgate: spec });
      expect(programName(script, root)).toBe('lockgate');
    }
  });
});
