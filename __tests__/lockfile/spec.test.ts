import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import npa from 'npm-package-arg';

import { aliasTarget, specKind } from '../../src/lockfile/spec.ts';

/** What npm makes of a spec: `registry` for ranges, versions and tags. */
function npmSays(spec: string): string {
  try {
    const { type, registry } = npa.resolve('name', spec, '/folder') as { type: string; registry?: boolean };
    return type === 'alias' ? 'alias' : registry === true ? 'registry' : type;
  } catch {
    return 'refused';
  }
}

const specs = [
  '', '*', '1.2.3', '^1.2.3', '>=1.0.0 <2.0.0', '1.x || >=2.5.0', '1.0.0 - 2.0.0', 'latest', 'next-11', '~1.2.3-beta.1+build',
  'npm:lodash@4', 'npm:@scope/name@^1', 'NPM:lodash',
  'file:../x', 'file:x.tgz', 'FILE:x', './x', '../x.tar.gz', '/etc', '~/x', 'C:\\x', 'x.tgz', 'a/b/c', 'folder/x.tgz',
  'owner/repository', 'owner/repository#branch', 'owner/repository#semver:^1', 'github:owner/repository', 'gitlab:o/r', 'bitbucket:o/r', 'gist:11081aaa281',
  'git://host.example/x.git', 'git+https://host.example/x.git#abc', 'git+ssh://git@host.example/x.git', 'git+http://h.example/x', 'git+file:///x',
  'git+ssh://-oProxyCommand=x/y', 'git@github.com:owner/repository.git', 'ssh://git@github.com/owner/repository',
  'http://host.example/x.tgz', 'https://host.example/x', 'https://github.com/owner/repository', 'https://www.github.com/o/r.git#v1',
  'https://github.com/owner/repository/tree/main', 'https://github.com/owner/repository/archive/v1.tar.gz', 'https://github.com/owner',
  'https://codeload.github.com/o/r/tar.gz/v1', 'https://gitlab.com/group/sub/project', 'https://gitlab.com/o/r/-/archive/v1/r.tar.gz',
  'https://bitbucket.org/o/r', 'https://bitbucket.org/o/r/get/v1.tar.gz', 'https://gist.github.com/o/abc', 'https://gist.github.com/o/abc/raw/x',
  'https://git.sr.ht/~o/r', 'https://git.sr.ht/~o/r/archive/v1.tar.gz', 'https://user:pw@host.example/x.tgz', 'http://169.254.169.254/x.tgz',
]; // prettier-ignore

describe('specs', () => {
  test.each(specs)('%j is to us what it is to npm', (spec) => {
    expect(specKind(spec)).toBe(npmSays(spec));
  });

  test.each([
    ['workspace:*', 'unknown'],
    ['portal:../x', 'unknown'],
    ['ftp://host.example/x.tgz', 'unknown'],
    ['git@my.host:owner/repository', 'git'], // npm reads a folder of that name; git would clone it
    ['..\\x', 'directory'],
    ['a\\b', 'directory'], // so on Windows
  ])('%j, which npm refuses or reads otherwise, is %s', (spec, kind) => {
    expect(specKind(spec)).toBe(kind);
  });

  test('nothing that npm would fetch from elsewhere passes for a registry spec', () => {
    const characters = fc.constantFrom(...Array.from('ab1.~^-+/:@#\\ gitfilehubnpm%'));
    const parts = fc.constantFrom(
      'git+ssh://',
      'https://',
      'github:',
      'github.com',
      '../',
      'file:',
      'npm:',
      '#',
      '@',
      ':',
      '/',
      '.tgz',
      'x',
      '1.0.0',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: characters }),
          fc.array(parts).map((all) => all.join('')),
        ),
        (spec) => {
          const theirs = npmSays(spec);
          if (!['registry', 'alias', 'refused'].includes(theirs)) {
            expect([spec, specKind(spec)]).not.toContain('registry');
          }
          if (theirs === 'alias') expect(specKind(spec)).toBe('alias');
        },
      ),
      { numRuns: 5000 },
    );
  });
});

describe('aliases', () => {
  test.each([
    ['npm:lodash@4.17.21', 'lodash', '4.17.21'],
    ['npm:@scope/name@^1.0.0', '@scope/name', '^1.0.0'],
    ['npm:lodash', 'lodash', ''],
    ['NPM:lodash@ 4 ', 'lodash', '4'],
  ])('%j stands for %s', (spec, name, version) => {
    expect(aliasTarget(spec)).toEqual({ name, spec: version });
  });

  test.each(['^1.0.0', 'npm', 'npm:', 'file:npm:x'])('%j is none', (spec) => {
    expect(aliasTarget(spec)).toBeUndefined();
  });
});
