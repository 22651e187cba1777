import { describe, expect, test } from '@jest/globals';

import { agreedRegistries, namedRegistries } from '../../src/managers/project-registries.ts';

const env = { HOST: 'env.example', EMPTY: '' };

async function named(...files: readonly (readonly [path: string, text: string])[]) {
  return namedRegistries(
    files.map(([path, text]) => ({ path, text })),
    env,
  );
}

const urls = async (...files: readonly (readonly [string, string])[]) =>
  Object.fromEntries((await named(...files)).map(({ scope = '', url }) => [scope, url]));

describe('what a file names', () => {
  test.each([
    [
      '.npmrc',
      'registry=https://a.example\n@s:registry = https://${HOST}/\n; registry=https://no.example\nsave=true\n',
    ],
    [
      '.yarnrc',
      '# registry "https://no.example"\nregistry "https://a.example"\n"@s:registry" "https://env.example/"\n',
    ],
    [
      '.yarnrc.yml',
      'npmRegistryServer: "https://a.example"\nnpmScopes:\n  s:\n    npmRegistryServer: https://${HOST}/\n    npmAuthToken: x\n  other:\n    npmAlwaysAuth: true\n',
    ],
    [
      '.yarnrc.yml',
      'npmRegistryServer: "${NONE:-https://a.example}"\nnpmScopes: { s: { npmRegistryServer: "https://${EMPTY:-env.example}/" } }\n',
    ],
    ['pnpm-workspace.yaml', 'packages: [a]\nregistries:\n  default: https://a.example\n  "@s": https://env.example/\n'],
    ['pnpm-workspace.yaml', 'registry: https://a.example\nregistries:\n  "@s": https://env.example/\n'],
    [
      'bunfig.toml',
      '[install]\nregistry = "https://a.example"\n[install.scopes]\n"@s" = { token = "$TOKEN", url = "https://$HOST/" }\n',
    ],
    [
      'bunfig.toml',
      '[install]\nregistry = { url = "https://a.example", token = "x" }\n[install.scopes]\ns = "https://${HOST}/"\n',
    ],
  ])('%s: %j', async (path, text) => {
    expect(await urls([`apps/a/${path}`, text])).toEqual({ '': 'https://a.example', '@s': 'https://env.example/' });
  });

  test('nothing, where it mentions none: then it is not even parsed', async () => {
    expect(await urls(['.yarnrc.yml', 'a: &b [\n'], ['bunfig.toml', '[[['], ['package.json', 'registry'])).toEqual({});
  });

  test('with the place of each', async () => {
    const both = await named(
      ['.npmrc', 'registry=https://a.example\n@s:registry=https://s.example\n'],
      ['bunfig.toml', '[install]\nregistry = "https://b.example"\n'],
    );
    expect(both).toEqual([
      { url: 'https://a.example', path: '.npmrc', line: 1 },
      { scope: '@s', url: 'https://s.example', path: '.npmrc', line: 2 },
      { url: 'https://b.example', path: 'bunfig.toml', line: 2 },
    ]);
  });

  test.each([
    ['.yarnrc.yml', 'npmRegistryServer: &a https://a.example\n', 1],
    ['pnpm-workspace.yaml', 'packages: []\nregistries: {\n', 3],
    ['bunfig.toml', '[install]\nregistry = https://a.example\n', 2],
    ['.yarnrc', '"@s:registry" "https://a.example" "https://b.example"\n', 1],
    ['.yarnrc', '\nregistry\n', 2],
    ['.yarnrc.yml', 'npmScopes: [acme]\n', undefined],
    ['.yarnrc.yml', 'npmScopes: { acme: https://a.example }\n', undefined],
    ['.yarnrc.yml', 'a: b\n---\nnpmRegistryServer: https://a.example\n', undefined],
    ['.yarnrc.yml', '- npmRegistryServer: https://a.example\n', undefined],
    ['pnpm-workspace.yaml', 'registries: https://a.example\n', undefined],
    ['bunfig.toml', '[install]\nscopes = ["acme"]\n', undefined],
  ])('%s that is not well formed is refused with its place: %j', async (path, text, line) => {
    await expect(named([path, text])).rejects.toMatchObject({
      ...{ code: 'configuration-invalid', path },
      ...(line === undefined ? {} : { line }),
    });
  });
});

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
    expect(() => agreedRegistries([root, nothing], new Set(), yarn)).toThrow(/nothing does/);
    expect(agreedRegistries([root, project('.yarnrc.yml', { '@s': 'https://s.example' })], new Set(), yarn).size).toBe(
      1,
    );
    expect(
      agreedRegistries([project('.yarnrc.yml', { '@s': 'https://s.example' }), nothing], new Set(), yarn).size,
    ).toBe(1);
    for (const others of [[nothing], [root], [b, nothing]]) {
      expect(() => together(a, ...others)).toThrow(/beside another lockfile of the same change nothing does/);
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
