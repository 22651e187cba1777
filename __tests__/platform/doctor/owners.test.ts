import { describe, expect, test } from '@jest/globals';

import { ownersOf, readOwners } from '../../../src/platform/doctor/owners.ts';

/** Who owns a path, by the examples of GitHub's page "About code owners". */

const owners = (text: string, path: string) => ownersOf(readOwners(text), path);

describe('CODEOWNERS', () => {
  test.each<[pattern: string, path: string, owns: boolean]>([
    ['*', 'a/b/c.ts', true],
    ['*.js', 'a/b.js', true],
    ['*.js', 'a/b.ts', false],
    ['/.github/', '.github/workflows/gate.yml', true],
    ['/.github/', 'apps/.github/workflows/gate.yml', false],
    ['.github/', 'apps/.github/x', true],
    ['.github', '.github/dependency-policy.yml', true],
    ['/.github/*', '.github/dependency-policy.yml', true],
    ['/.github/*', '.github/workflows/gate.yml', false],
    ['/.github/**', '.github/workflows/gate.yml', true],
    ['docs/*', 'docs/a.md', true],
    ['docs/*', 'docs/deep/a.md', false],
    ['apps/', 'x/apps/a', true],
    ['/docs', 'docs/a/b', true],
    ['**/logs', 'deep/logs/a', true],
    ['[.]github/', '.github/x', false],
    ['!.github/', '.github/x', false],
  ])('%s and %s: %s', (pattern, path, owns) => {
    expect(owners(`${pattern} @acme/security`, path)).toEqual(owns ? ['@acme/security'] : []);
  });

  test('the last line that matches decides; one without owners leaves the path to nobody', () => {
    const text = '* @acme/all\n/.github/ @acme/security # the gate\r\n\n# a remark\n/.github/ISSUE_TEMPLATE/\n';
    expect(owners(text, 'src/a.ts')).toEqual(['@acme/all']);
    expect(owners(text, '.github/CODEOWNERS')).toEqual(['@acme/security']);
    expect(owners(text, '.github/ISSUE_TEMPLATE/a.md')).toEqual([]);
  });
});
