import { describe, expect, test } from '@jest/globals';

import { namedRegistries } from '../../src/managers/project-registries.ts';
import { settingsFile } from '../support/settings-file.ts';

const env = { HOST: 'env.example', EMPTY: '' };

async function named(...files: readonly (readonly [path: string, text: string])[]) {
  return namedRegistries(await Promise.all(files.map(([path, text]) => settingsFile(path, text))), env);
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
    expect(
      await urls(['.yarnrc.yml', 'a: &b [\n'], ['bunfig.toml', '[[['], ['package.json', '{"registry": "x"}']),
    ).toEqual({});
  });

  test.each([
    ['an address without quotes, with which Yarn 1 reads nothing', 'registry https://a.example\nsave-prefix "~"\n', {}],
    [
      'an address after a colon, which Yarn 1 reads as YAML',
      'registry: https://a.example\n',
      { '': 'https://a.example' },
    ],
    [
      'the last of several',
      'registry "https://b.example"\nregistry "https://a.example"\n',
      { '': 'https://a.example' },
    ],
    [
      'two in a line',
      'a 1 "@s:registry" "https://s.example" registry ../a\n',
      { '': '../a', '@s': 'https://s.example' },
    ],
    ['what stands behind an indented line', 'save-exact true\n  # c\nregistry "https://a.example"\n', {}],
  ])('of a .yarnrc: %s', async (_, text, expected) => {
    expect(await urls(['.yarnrc', text])).toEqual(expected);
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
    ['.yarnrc', '\n"registry" https://a.example\n', 2],
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

test('of the `.npmrc` of several folders the nearest has the last word, scope by scope', async () => {
  const found = await named(
    ['.npmrc', 'registry=https://far.example\n@s:registry=https://s.example\n'],
    ['apps/.npmrc', '@t:registry=https://t.example\n'],
    ['apps/web/.npmrc', 'registry=https://near.example\n'],
    ['.yarnrc', 'registry "https://far.example"\n'],
  );
  expect(found.map(({ scope = '', url, path }) => `${path} ${scope} ${url}`)).toEqual([
    '.npmrc @s https://s.example',
    'apps/.npmrc @t https://t.example',
    'apps/web/.npmrc  https://near.example',
    '.yarnrc  https://far.example',
  ]);
});
