import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { normalizeRepository } from '../../src/registry/repository-url.ts';

describe('one repository, however it is written', () => {
  test.each<unknown>([
    'https://github.com/acme/widget',
    'https://github.com/acme/widget.git',
    'http://www.github.com/acme/widget/',
    'git+https://github.com/Acme/Widget.git',
    'git+https://user:secret@github.com/acme/widget.git',
    'git://github.com/acme/widget.git#main',
    'git+ssh://git@github.com/acme/widget.git',
    'ssh://git@github.com:acme/widget.git',
    'git+ssh://git@github.com:acme/widget.git',
    'git@github.com:acme/widget.git',
    'github:acme/widget',
    'github:acme/widget#v1.0.0',
    'acme/widget',
    'acme/widget#main',
    'https://github.com/acme/widget/tree/main/packages/core',
    { type: 'git', url: 'git+https://github.com/acme/widget.git', directory: 'packages/core' },
    { url: ' https://github.com/acme/widget ' },
  ])('%j', (declared) => {
    expect(normalizeRepository(declared)).toBe('github.com/acme/widget');
  });

  test.each([
    ['gitlab:group/sub/widget', 'gitlab.com/group/sub/widget'],
    ['https://gitlab.com/group/sub/widget/-/tree/main', 'gitlab.com/group/sub/widget'],
    ['bitbucket:acme/widget', 'bitbucket.org/acme/widget'],
    ['gist:11081aaa281', 'gist.github.com/11081aaa281'],
    ['https://git.acme.example/scm/team/widget.git', 'git.acme.example/scm/team/widget'],
    ['ssh://git@git.acme.example:7999/team/widget.git', 'git.acme.example:7999/team/widget'],
    ['git@git.acme.example:team/widget.git', 'git.acme.example/team/widget'],
  ])('%s', (declared, expected) => {
    expect(normalizeRepository(declared)).toBe(expected);
  });
});

test.each([
  ['https://github.com.evil.example/acme/widget', 'github.com.evil.example/acme/widget'],
  ['https://github.com@evil.example/acme/widget', 'evil.example/acme/widget'],
  ['https://github.com:x@evil.example/acme/widget', 'evil.example/acme/widget'],
  ['https://evil.example/github.com/acme/widget', 'evil.example/github.com/acme/widget'],
  ['https://evil.example\\@github.com/acme/widget', 'evil.example/@github.com/acme/widget'],
  ['https://github.com/acme/../evil/widget', 'github.com/evil/widget'],
  ['https://github.com/acme/widget-2', 'github.com/acme/widget-2'],
  ['https://gіthub.com/acme/widget', 'xn--gthub-n2e.com/acme/widget'],
])('a look-alike is not taken for the real one: %s', (declared, expected) => {
  expect(normalizeRepository(declared)).toBe(expected);
});

test.each<unknown>([
  ...[undefined, null, 7, true, [], {}, { url: 7 }, '', ' ', 'widget', 'https://github.com/acme', 'file:../widget'],
  ...['javascript:alert(1)', 'https://', 'git@', 'x'.repeat(5000), 'rsync://host.example/a/b'],
])('where no repository can be told: %j', (declared) => {
  expect(normalizeRepository(declared)).toBeUndefined();
});

test('a last segment that is nothing but `.git` names no repository', () => {
  for (const declared of ['ssh://ssh://.git', 'https://git.example/.git', 'https://github.com/acme/.git']) {
    expect(normalizeRepository(declared)).toBeUndefined();
  }
});

test('whatever is declared, it comes to nothing or to lower-case host and path', () => {
  const part = fc.constantFrom(
    'git+',
    'ssh://',
    'git@',
    'github:',
    'github.com',
    ':',
    '/',
    'Acme',
    '.git',
    '#',
    '%2f',
    '@',
    '\\',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(part, { maxLength: 12 }).map((parts) => parts.join('')),
      ),
      (text) => {
        const repository = normalizeRepository(text);
        if (repository !== undefined) expect(repository).toMatch(/^[^/\s@A-Z][^/\sA-Z]*\/[^\sA-Z]+$/);
      },
    ),
    { numRuns: 500 },
  );
});
