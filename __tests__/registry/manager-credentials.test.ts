import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { type BaseFile, loadConfiguration } from '../../src/registry/configuration.ts';
import { settingsFile } from '../support/settings-file.ts';

/** Credentials in the files of Yarn and bun: of the base branch and of the user, for the registry that the file names. */

const host = 'https://npm.acme.example/';
const ident = Buffer.from('alice:s3cret').toString('base64');
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lockgate-home-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

interface Given {
  readonly base?: Readonly<Record<string, string>>;
  readonly user?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly policy?: object;
}

async function connected({ base = {}, user = {}, env = {}, policy }: Given, url = host) {
  for (const [name, text] of Object.entries(user)) writeFileSync(join(home, name), text);
  const files: BaseFile[] = [];
  for (const [name, text] of Object.entries(base)) files.push(await settingsFile(name, text, name as never));
  const { connect } = await loadConfiguration({
    env: { HOME: home, PREFIX: home, ...env },
    workTree: join(home, 'work'),
    projects: [files],
    ...(policy === undefined ? {} : { policyRegistries: [{ url: host, ...policy }] }),
  });
  return connect(url);
}

const yarn = (text: string) => ({ '.yarnrc.yml': text });
const bun = (text: string) => ({ 'bunfig.toml': text });
const ofUser = (text: string) => ({ '.yarnrc.yml': text });

describe('is sent to the registry of the file', () => {
  test.each<[string, Given, string]>([
    ["Yarn's npmAuthToken", { base: yarn(`npmRegistryServer: ${host}\nnpmAuthToken: t0ken\n`) }, 'Bearer t0ken'],
    [
      "Yarn's npmAuthIdent",
      { base: yarn(`npmRegistryServer: ${host}\nnpmAuthIdent: "alice:s3cret"\n`) },
      `Basic ${ident}`,
    ],
    [
      'an npmAuthIdent in base64',
      { base: yarn(`npmRegistryServer: ${host}\nnpmAuthIdent: ${ident}\n`) },
      `Basic ${ident}`,
    ],
    [
      "that of a scope's",
      { base: yarn(`npmScopes:\n  acme:\n    npmRegistryServer: ${host}\n    npmAuthToken: t0ken\n`) },
      'Bearer t0ken',
    ],
    [
      'that of an address',
      { base: yarn(`npmRegistries:\n  //npm.acme.example:\n    npmAuthToken: t0ken\n`) },
      'Bearer t0ken',
    ],
    [
      'one from a variable',
      { base: yarn(`npmRegistryServer: ${host}\nnpmAuthToken: "\${ACME:-no}"\n`), env: { ACME: 't0ken' } },
      'Bearer t0ken',
    ],
    ["one of the user's", { user: ofUser(`npmRegistryServer: ${host}\nnpmAuthToken: t0ken\n`) }, 'Bearer t0ken'],
    [
      "bun's token",
      { base: bun(`[install]\nregistry = { url = "${host}", token = "$ACME" }\n`), env: { ACME: 't' } },
      'Bearer t',
    ],
    [
      "bun's username and password",
      { base: bun(`[install.scopes]\n"@acme" = { url = "${host}", username = "alice", password = "s3cret" }\n`) },
      `Basic ${ident}`,
    ],
    [
      "bun's of the user",
      { user: { '.bunfig.toml': `[install]\nregistry = { url = "${host}", token = "t" }\n` } },
      'Bearer t',
    ],
    [
      "the base's before the user's",
      {
        base: yarn(`npmRegistryServer: ${host}\nnpmAuthToken: of-the-base\n`),
        user: ofUser(`npmRegistryServer: ${host}\nnpmAuthToken: of-the-user\n`),
      },
      'Bearer of-the-base',
    ],
    [
      "npm's before both",
      {
        base: yarn(`npmRegistryServer: ${host}\nnpmAuthToken: of-yarn\n`),
        user: { '.npmrc': '//npm.acme.example/:_auth=b2YtbnBt\n' },
      },
      'Basic b2YtbnBt',
    ],
    ["npm's _auth", { user: { '.npmrc': `//npm.acme.example/:_auth=${ident}\n` } }, `Basic ${ident}`],
    [
      "npm's username and _password",
      { user: { '.npmrc': '//npm.acme.example/:username=alice\n//npm.acme.example/:_password=czNjcmV0\n' } },
      `Basic ${ident}`,
    ],
    ["the policy's tokenEnv", { policy: { tokenEnv: 'ACME' }, env: { ACME: 't0ken' } }, 'Bearer t0ken'],
    [
      'its Basic form',
      { policy: { tokenEnv: 'ACME', tokenScheme: 'basic' }, env: { ACME: 'alice:s3cret' } },
      `Basic ${ident}`,
    ],
  ])('%s', async (_, given, authorization) => {
    expect(await connected(given)).toMatchObject({ authorization });
  });
});

describe('is sent to no other', () => {
  const token = { base: yarn(`npmRegistryServer: ${host}\nnpmAuthToken: t0ken\n`) };
  test.each(['https://npm.acme.example.evil.example/', 'https://elsewhere.example/', 'http://npm.acme.example/'])(
    '%s',
    async (url) => {
      expect(await connected(token, url)).not.toHaveProperty('authorization');
    },
  );

  test("a user's token that names no registry goes to Yarn's default one, not to what the base names", async () => {
    const given = { base: yarn(`npmRegistryServer: ${host}\n`), user: ofUser('npmAuthToken: t0ken\n') };
    expect(await connected(given)).not.toHaveProperty('authorization');
  });

  test('a token below a path stays below it', async () => {
    const below = yarn('npmRegistries:\n  https://npm.acme.example/one:\n    npmAuthToken: t0ken\n');
    expect(await connected({ base: below }, `${host}one/`)).toMatchObject({ authorization: 'Bearer t0ken' });
    expect(await connected({ base: below })).not.toHaveProperty('authorization');
    expect(await connected({ base: below }, `${host}two/`)).not.toHaveProperty('authorization');
  });
});

test.each<[string, Given]>([
  ['of Yarn', { base: yarn(`npmRegistryServer: ${host}\nnpmAuthToken: "\${ACME_TOKEN}"\n`) }],
  ['of bun', { base: bun(`[install]\nregistry = { url = "${host}", token = "$ACME_TOKEN" }\n`) }],
  ['of npm', { user: { '.npmrc': '//npm.acme.example/:_authToken=${ACME_TOKEN}\n' } }],
  ['of the policy', { policy: { tokenEnv: 'ACME_TOKEN' } }],
])('a variable %s that is not set is named, and not sent', async (_, given) => {
  const connection = await connected(given);
  expect(connection).not.toHaveProperty('authorization');
  expect(connection).toMatchObject({
    unset: 'ACME_TOKEN',
    withoutCredential: 'the environment variable `ACME_TOKEN` is not set',
  });
});

test("the job's own token is never sent for a file that names it", async () => {
  const base = yarn(`npmRegistryServer: ${host}\nnpmAuthToken: "\${GITHUB_TOKEN}"\n`);
  const connection = await connected({ base, env: { GITHUB_ACTIONS: 'true', GITHUB_TOKEN: 'secret' } });
  expect(connection).not.toHaveProperty('authorization');
});
