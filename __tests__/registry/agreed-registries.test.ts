import { describe, expect, test } from '@jest/globals';

import { agreedRegistries } from '../../src/registry/agreed-registries.ts';

describe('what projects say together', () => {
  const project = (path: string, entries: Readonly<Record<string, string>>) =>
    Object.entries(entries).map(([scope, url]) => ({ ...(scope === '' ? {} : { scope }), url, path, line: 1 }));

  test('what the root names counts for all that leave it open, and what another folder names for itself alone', () => {
    const [root, a, b] = [
      project('.npmrc', { '@s': 'https://s.example' }),
      project('a/.npmrc', { '': 'https://a.example/' }),
      project('b/bunfig.toml', { '': 'https://A.example' }),
    ];
    const nothing = project('', {});
    const together = (...projects: readonly Parameters<typeof agreedRegistries>[0][number][]) =>
      Object.fromEntries(agreedRegistries(projects, new Set()));
    expect(together(root, nothing)).toEqual({ '@s': 'https://s.example/' });
    expect(together(a)).toEqual({ '': 'https://a.example/' });
    expect(together(a, b)).toEqual({ '': 'https://a.example/' });
    expect(() => together([...a, ...project('a/bunfig.toml', { '': 'https://b.example' })])).toThrow(
      /different addresses/,
    );
    const yarn = (at: number) => at !== 1;
    expect(() => agreedRegistries([root, nothing], new Set(), yarn)).toThrow(/no file does/);
    expect(agreedRegistries([root, project('.yarnrc.yml', { '@s': 'https://s.example' })], new Set(), yarn).size).toBe(
      1,
    );
    expect(
      agreedRegistries([project('.yarnrc.yml', { '@s': 'https://s.example' }), nothing], new Set(), yarn).size,
    ).toBe(1);
    for (const others of [[nothing], [root], [b, nothing]]) {
      expect(() => together(a, ...others)).toThrow(/no file does for another lockfile of the same change/);
    }
  });

  test('what all name counts, in one spelling', () => {
    const [a, b] = [
      project('a', { '@s': 'https://s.example' }),
      project('b', { '@s': 'https://S.example/', '': 'https://b.example/x' }),
    ];
    expect(Object.fromEntries(agreedRegistries([a, b], new Set()))).toEqual({
      '@s': 'https://s.example/',
      '': 'https://b.example/x/',
    });
  });

  test('a contradiction is refused with both places and no address, unless the operator decided', () => {
    const [a, b] = [
      project('a/.npmrc', { '@s': 'https://one.example' }),
      project('b/.npmrc', { '@s': 'https://two.example' }),
    ];
    let said: unknown;
    try {
      agreedRegistries([a, b], new Set(['']));
    } catch (cause) {
      said = cause;
    }
    expect(said).toMatchObject({ code: 'configuration-invalid', path: 'b/.npmrc', line: 1 });
    expect((said as Error).message).toContain('`a/.npmrc`, line 1');
    expect((said as Error).message).not.toContain('example');
    expect(agreedRegistries([a, b], new Set(['@s'])).size).toBe(0);
  });

  test.each([['${UNSET}'], ['ftp://a.example'], ['https://user:secret@a.example'], ['']])('%j is refused', (url) => {
    let said: unknown;
    try {
      agreedRegistries([project('.npmrc', { '': url })], new Set());
    } catch (cause) {
      said = cause;
    }
    expect(said).toMatchObject({ code: 'configuration-invalid', path: '.npmrc' });
    expect((said as Error).message).not.toContain('secret');
  });
});
