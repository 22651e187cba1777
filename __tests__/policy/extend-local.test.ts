import { describe, expect, test } from '@jest/globals';

import { explainPolicy } from '../../src/policy/explain.ts';
import { openPolicy, outlinePolicy } from '../../src/policy/open.ts';
import { openPolicyFile } from '../../src/policy/policy-file.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { loadPolicy } from '../support/load-policy.ts';

/** A policy that extends a file beside it: `extends: ./base.yml`. */

const path = '.github/dependency-policy.yml';
const open = async (files: Parameters<typeof memorySnapshot>[0]) =>
  openPolicy(await openPolicyFile(memorySnapshot(files), path));
const extending = (file: string, more = '') => `version: 1\nextends: ${file}\n${more}`;

describe('a policy beside this one', () => {
  test('is merged as one of another repository is, and belongs to the digest and the origins', async () => {
    const text = extending('./base.yml', 'rules: { cooldown: error }\n');
    const policy = await open({ [path]: text, '.github/base.yml': 'version: 1\nextends: strict\nmode: observe\n' });
    expect([policy.preset, policy.mode, policy.settings.get('cooldown')?.level]).toEqual([
      'strict',
      'observe',
      'error',
    ]);
    expect(policy.extended).toMatchObject({ path: './base.yml', source: '.github/base.yml' });
    const told = new Map(explainPolicy(policy).map((one) => [one.path, one]));
    expect(told.get('extends.path')).toMatchObject({ value: './base.yml', origin: `${path}:2` });
    expect(told.get('mode')?.origin).toBe('.github/base.yml:3');
    const other = await open({ [path]: text, '.github/base.yml': 'version: 1\nextends: strict\n' });
    expect(other.digest).not.toBe(policy.digest);
  });

  test('may have a trusted root, which is a file of the same repository', async () => {
    const files = { [path]: extending('../ci/base.yml'), 'ci/base.yml': 'version: 1\ntrustedRoot: root.json\n' };
    expect((await open(files)).trustedRoot).toBe('root.json');
  });

  test.each([
    ['that is not there', { [path]: extending('./base.yml') }, /there is no file `\.github\/base\.yml`/],
    ['outside the repository', { [path]: extending('../../base.yml') }, /lies outside the repository/],
    [
      'that climbs out on the way',
      { [path]: extending('./a/../../../x/base.yml'), 'x/base.yml': 'version: 1\n' },
      /lies outside the repository/,
    ],
    [
      'that is a link',
      { [path]: extending('./base.yml'), '.github/base.yml': { mode: 'symlink' as const, target: path } },
      /is a symlink, which is not followed/,
    ],
    [
      'that extends a third',
      { [path]: extending('./a.yml'), '.github/a.yml': extending('./b.yml') },
      /only extend a preset/,
    ],
    ['that extends itself', { [path]: extending('./dependency-policy.yml') }, /only extend a preset/],
    ['that is no policy', { [path]: extending('./base.yml'), '.github/base.yml': 'version: 2\n' }, /expected `1`/],
  ])('%s: an error, never the preset', async (_title, files, says) => {
    await expect(open(files)).rejects.toThrow(says);
    await expect(open(files)).rejects.toMatchObject({ code: expect.stringMatching(/^policy-/) });
  });

  test.each(['base.yml', '/base.yml', '.github/base.yml', 'https://acme.example/base.yml', '~/base.yml'])(
    '%s says how a path begins',
    (file) => {
      expect(() => loadPolicy({ source: 'p.yml', text: extending(file) })).toThrow(/such as `\.\/base\.yml`; found/);
    },
  );

  test('is named to whoever looks for changes of the policy', async () => {
    const files = { [path]: extending('./base.yml'), '.github/base.yml': 'version: 1\n' };
    const outline = await outlinePolicy(await openPolicyFile(memorySnapshot(files), path));
    expect(outline.extended).toMatchObject({ source: '.github/base.yml' });
  });
});
