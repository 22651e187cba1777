import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import npm from '@npmcli/config/lib/definitions/index.js';
import registryFetch from 'npm-registry-fetch';

import { GateFailure } from '../../src/errors.ts';
import { type ConfigurationSources, loadConfiguration } from '../../src/registry/configuration.ts';
import { builtInRegistries } from '../../src/managers/registry-files.ts';
import type { ManagerId } from '../../src/model/index.ts';
import { registryOf } from '../../src/registry/registry-map.ts';
import { settingsFile } from '../support/settings-file.ts';

const publicRegistry = String(npm.defaults.registry);
const publicHost = new URL(publicRegistry).host;
let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'lockgate-home-'));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

interface Given extends Partial<Omit<ConfigurationSources, 'npmrc'>> {
  readonly base?: string;
  readonly user?: string;
}

async function load({ base, user, env = {}, ...sources }: Given = {}) {
  if (user !== undefined) writeFileSync(join(home, '.npmrc'), user);
  return loadConfiguration({
    // PREFIX: without it the global configuration of the machine that runs the tests would be read.
    env: { HOME: home, PREFIX: home, ...env },
    workTree: join(home, 'work'),
    ...(base === undefined ? {} : { npmrc: await settingsFile<'.npmrc'>('.npmrc', base) }),
    ...sources,
  });
}

async function failure(given: Given): Promise<GateFailure> {
  try {
    const { connect, registries } = await load(given);
    connect(registries.defaultRegistry);
  } catch (cause) {
    if (cause instanceof GateFailure) return cause;
    throw cause;
  }
  throw new Error('nothing was wrong');
}

describe('which registry applies', () => {
  test('without any configuration it is the public one', async () => {
    const { registries } = await load();
    expect(registries).toEqual({
      ...{ publicRegistry, defaultRegistry: publicRegistry, scopes: [] },
      replaceRegistryHost: 'npmjs',
    });
  });

  test('environment before base before user before global', async () => {
    mkdirSync(join(home, 'etc'));
    writeFileSync(join(home, 'etc/npmrc'), 'registry=https://global.example\n@g:registry=https://g.example\n');
    const user = 'registry=https://user.example\n@u:registry=https://u.example\n';
    const base = 'registry=https://base.example/npm\n@b:registry=https://b.example/\n';
    expect((await load()).registries.defaultRegistry).toBe('https://global.example/');
    expect((await load({ user })).registries.defaultRegistry).toBe('https://user.example/');
    expect((await load({ user, base })).registries.defaultRegistry).toBe('https://base.example/npm/');
    const env = { npm_config_registry: 'https://env.example' };
    const { registries } = await load({ user, base, env });
    expect(registries.defaultRegistry).toBe('https://env.example/');
    expect(['@b/a', '@g/a', '@u/a', 'a'].map((name) => registryOf(registries, name))).toEqual([
      ...['https://b.example/', 'https://g.example/', 'https://u.example/', 'https://env.example/'],
    ]);
  });

  test("the working directory's .npmrc is not read", async () => {
    const folder = process.cwd();
    mkdirSync(join(home, 'work'));
    writeFileSync(join(home, 'work/package.json'), '{}');
    writeFileSync(join(home, 'work/.npmrc'), 'registry=https://head.example\n');
    process.chdir(join(home, 'work'));
    try {
      expect((await load()).registries.defaultRegistry).toBe(publicRegistry);
    } finally {
      process.chdir(folder);
    }
  });

  test('what the base says of files, prefixes and levels is left aside', async () => {
    writeFileSync(join(home, 'other'), 'registry=https://other.example\n');
    const base = `userconfig=${join(home, 'other')}\nglobalconfig=${join(home, 'other')}\nprefix=/x\nlocation=global\n`;
    const { registries } = await load({ base, user: 'registry=https://user.example' });
    expect(registries.defaultRegistry).toBe('https://user.example/');
  });

  test("the policy wins over npm's configuration, and --registry over both defaults", async () => {
    const base = `registry=https://base.example\n@acme:registry=https://base-acme.example\n@pub:registry=${publicRegistry}\n`;
    const policyRegistries = [
      { url: 'https://policy-acme.example/', scopes: ['@acme'] },
      { url: 'https://policy.example/', scopes: [] },
    ];
    const names = ['a', '@acme/a', '@pub/a'];
    const { registries } = await load({ base, policyRegistries });
    expect(names.map((name) => registryOf(registries, name))).toEqual([
      ...['https://policy.example/', 'https://policy-acme.example/', publicRegistry],
    ]);
    const run = await load({ base, policyRegistries, registry: 'http://127.0.0.1:4873' });
    expect(names.map((name) => registryOf(run.registries, name))).toEqual([
      ...['http://127.0.0.1:4873/', 'https://policy-acme.example/', 'http://127.0.0.1:4873/'],
    ]);
    expect(run.registries.publicRegistry).toBe(publicRegistry);
  });

  test("names are assigned as npm's own pickRegistry does", async () => {
    for (const base of [
      'registry=https://base.example/\n@acme:registry=https://acme.example/\n@Acme:registry=https://upper.example/\n',
      'scope=@acme\n@acme:registry=https://acme.example/\n',
      'scope=acme\n@acme:registry=https://acme.example/\n@b:registry=https://b.example/\n',
    ]) {
      const { registries } = await load({ base });
      const options: Record<string, string> = { registry: registryLine(base) };
      for (const [, scope, url] of base.matchAll(/^(@.*):registry=(.*)$/gm)) {
        options[`${scope ?? ''}:registry`] = url ?? '';
      }
      if (base.includes('scope=')) options.scope = '@acme';
      for (const name of ['a', '@acme/a', '@Acme/a', '@b/a', '@c/a']) {
        expect([name, registryOf(registries, name)]).toEqual([name, registryFetch.pickRegistry(name, options)]);
      }
    }
  });

  test.each([
    ['never', 'never'],
    ['always', 'always'],
    ['old.example', 'old.example'],
    [publicHost, 'npmjs'],
  ])('replace-registry-host=%s', async (value, expected) => {
    const { registries } = await load({ base: `replace-registry-host=${value}` });
    expect(registries.replaceRegistryHost).toBe(expected);
  });

  test('variables are replaced as npm replaces them', async () => {
    const { registries } = await load({ base: 'registry=https://${HOST_NAME}/npm', env: { HOST_NAME: 'env.example' } });
    expect(registries.defaultRegistry).toBe('https://env.example/npm/');
  });
});

describe('credentials', () => {
  const authorization = async (given: Given, registry: string) => (await load(given)).connect(registry).authorization;

  test('a token goes to the host and path it is configured for, and to no other', async () => {
    const user = '//host.example/npm/:_authToken=s3cret\n';
    expect(await authorization({ user }, 'https://host.example/npm/')).toBe('Bearer s3cret');
    expect(await authorization({ user }, 'https://host.example/npm/deeper/')).toBe('Bearer s3cret');
    for (const other of ['https://host.example/', 'https://host.example/npmx/', 'https://host.example:444/npm/']) {
      expect(await authorization({ user }, other)).toBeUndefined();
    }
    expect(await authorization({ user }, 'https://host.example.evil.example/npm/')).toBeUndefined();
  });

  test("a token for one path does not go to another because the default registry is the token's host", async () => {
    const user = 'registry=https://host.example/one/\n//host.example/one/:_authToken=s3cret\n';
    expect(await authorization({ user }, 'https://host.example/two/')).toBeUndefined();
  });

  test("a hostile base .npmrc does not move the user's token", async () => {
    const user = `//${publicHost}/:_authToken=s3cret\n`;
    const base = `registry=http://${publicHost}/\n@a:registry=https://evil.example/\n@b:registry=https://evil.example/${publicHost}/\n`;
    const { registries, connect } = await load({ user, base });
    for (const name of ['a', '@a/a', '@b/a']) {
      expect(JSON.stringify(connect(registryOf(registries, name)))).not.toContain('s3cret');
    }
    expect(connect(registries.defaultRegistry).withoutCredential).toContain('plain http');
    expect(connect(publicRegistry).authorization).toBe('Bearer s3cret');
  });

  test('plain http on this machine may have it', async () => {
    const user = '//127.0.0.1:4873/:_authToken=s3cret\n//localhost:1/:_authToken=other\n';
    expect(await authorization({ user }, 'http://127.0.0.1:4873/')).toBe('Bearer s3cret');
    expect(await authorization({ user }, 'http://localhost:1/')).toBe('Bearer other');
  });

  describe('no settings file is given', () => {
    const host = 'https://evil.example/';
    const job = { GITHUB_ACTIONS: 'true', 'INPUT_GITHUB-TOKEN': 'ghs_job' };
    test.each([
      ['an input of the action', 'INPUT_GITHUB-TOKEN', job],
      ['an input of the action outside of a job', 'INPUT_SECRET', { INPUT_SECRET: 's3cret' }],
      ["the job's token", 'GITHUB_TOKEN', { ...job, GITHUB_TOKEN: 'ghs_job' }],
      ["the job's token under another name", 'NODE_AUTH_TOKEN', { ...job, NODE_AUTH_TOKEN: 'ghs_job' }],
      ["the job's other tokens", 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', { ...job, ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'oidc' }],
    ])('%s, whoever wrote it', async (_, name, env) => {
      const line = `//evil.example/:_authToken=\${${name}}\n`;
      expect(await authorization({ base: line, env }, host)).toBeUndefined();
      expect(await authorization({ user: line, env }, host)).toBeUndefined();
      const address = `registry=https://evil.example/\${${name}}/\n`;
      expect((await failure({ base: address, env })).code).toBe('configuration-invalid');
      const yarn = await settingsFile('.yarnrc.yml', `npmRegistryServer: "https://evil.example/\${${name}:-x}/"\n`);
      const { registries } = await load({ projects: [[yarn]], env });
      expect(registries.defaultRegistry).toMatch(/^https:\/\/evil\.example\/(?:TOKEN:-)?x\/$/);
    });

    test('but a token of its own, in a job too, and of a developer outside of one', async () => {
      const line = (name: string) => `//acme.example/:_authToken=\${${name}}\n`;
      const acme = 'https://acme.example/';
      const own = { ...job, ACME_TOKEN: 's3cret' };
      expect(await authorization({ base: line('ACME_TOKEN'), env: own }, acme)).toBe('Bearer s3cret');
      expect(await authorization({ base: line('GITHUB_TOKEN'), env: { GITHUB_TOKEN: 'mine' } }, acme)).toBe(
        'Bearer mine',
      );
    });

    test("while the policy's `tokenEnv` may name the variable that holds the job's token", async () => {
      const policyRegistries = [{ url: 'https://acme.example/', scopes: ['@acme'], tokenEnv: 'NODE_AUTH_TOKEN' }];
      const { connect } = await load({ policyRegistries, env: { ...job, NODE_AUTH_TOKEN: 'ghs_job' } });
      expect(connect('https://acme.example/').authorization).toBe('Bearer ghs_job');
    });
  });

  test('user name and password, or both in one', async () => {
    const password = Buffer.from('word').toString('base64');
    const basic = Buffer.from('me:word').toString('base64');
    const user = `//a.example/:username=me\n//a.example/:_password=${password}\n//b.example/:_auth=${basic}\n`;
    expect(await authorization({ user }, 'https://a.example/')).toBe(`Basic ${basic}`);
    expect(await authorization({ user }, 'https://b.example/')).toBe(`Basic ${basic}`);
  });

  test('from the environment', async () => {
    const env = { 'npm_config_//env.example/:_authToken': 's3cret' };
    expect(await authorization({ env }, 'https://env.example/')).toBe('Bearer s3cret');
  });

  test("a policy's token comes from the variable that it names", async () => {
    const policyRegistries = [{ url: 'https://acme.example/', scopes: ['@acme'], tokenEnv: 'ACME_TOKEN' }];
    const { connect } = await load({ policyRegistries, env: { ACME_TOKEN: 's3cret' } });
    expect(connect('https://acme.example/').authorization).toBe('Bearer s3cret');
    const without = (await load({ policyRegistries })).connect('https://acme.example/');
    expect(without.authorization).toBeUndefined();
    expect(without.withoutCredential).toBe('the environment variable `ACME_TOKEN` is not set');
  });

  test('a token whose variable is not set is left out: registries refuse public packages too for a wrong one', async () => {
    const { connect } = await load({ base: `//${publicHost}/:_authToken=\${NPM_TOKEN}\n` });
    const connection = connect(publicRegistry);
    expect(connection.authorization).toBeUndefined();
    expect(connection.withoutCredential).toContain('not set');
    expect(connect('https://other.example/').withoutCredential).toBeUndefined();
  });
});

describe('how a registry is reached', () => {
  const agent = async (given: Given) => (await load(given)).connect(publicRegistry).agent;

  test('proxies, as npm prefers them', async () => {
    const user = 'proxy=http://one.example:8080\nhttps-proxy=http://two.example:8080\nnoproxy=a.example,b.example\n';
    expect(await agent({ user })).toMatchObject({ proxy: 'http://two.example:8080', noProxy: 'a.example,b.example' });
  });

  test('certificates and strict-ssl', async () => {
    writeFileSync(join(home, 'ca.pem'), 'one\n-----END CERTIFICATE-----\ntwo\n-----END CERTIFICATE-----\n');
    expect(await agent({ user: `cafile=${join(home, 'ca.pem')}\n` })).toEqual({
      ca: ['one\n-----END CERTIFICATE-----', 'two\n-----END CERTIFICATE-----'],
      rejectUnauthorized: true,
    });
    expect((await agent({ user: 'strict-ssl=false\n' })).rejectUnauthorized).toBe(false);
  });

  test('the base does not switch off the verification of certificates', async () => {
    expect((await agent({ base: 'strict-ssl=false\n' })).rejectUnauthorized).toBe(true);
  });

  test.each(['cafile=certs/ca.pem', 'cafile=./ca.pem', '//a.example/:keyfile=key.pem', 'cafile=${ROOT}/ca.pem'])(
    "the base's `%s` would be the pull request's file",
    async (line) => {
      const found = await failure({ base: `a=1\n${line}\n`, env: { ROOT: join(home, 'work') } });
      expect(found).toMatchObject({ code: 'configuration-invalid', path: '.npmrc', line: 2 });
      expect(found.message).toContain('work tree');
    },
  );

  test("the base may name a file of the machine's", async () => {
    writeFileSync(join(home, 'ca.pem'), 'one\n-----END CERTIFICATE-----\n');
    expect((await agent({ base: 'cafile=~/ca.pem\n' })).ca).toHaveLength(1);
    expect((await agent({ base: `cafile=${join(home, 'ca.pem')}\n` })).ca).toHaveLength(1);
  });
});

describe('what cannot be a configuration is said in one line, without its value', () => {
  test.each<[string, Given, Partial<GateFailure>]>([
    ['no URL', { base: 'a=1\nregistry=s3cret\n' }, { path: '.npmrc', line: 2 }],
    ['another scheme', { base: '@acme:registry=ftp://s3cret.example/\n' }, { path: '.npmrc', line: 1 }],
    ['user info', { user: 'registry=https://me:s3cret@host.example/\n' }, {}],
    ['a query', { base: 'registry=https://host.example/?s3cret\n' }, { path: '.npmrc', line: 1 }],
    ['a list', { base: 'registry[]=https://s3cret.example/\n' }, { path: '.npmrc' }],
    [
      'a variable that is not set',
      { base: 'registry=https://${S3CRET}s3cret.example/\n' },
      { path: '.npmrc', line: 1 },
    ],
    ['a token with a line break', { env: { [`npm_config_//${publicHost}/:_authToken`]: 's3cret\nx' } }, {}],
    ['a proxy that is no URL', { user: 'proxy=s3cret\n' }, {}],
    ['a policy registry by plain http', { policyRegistries: [{ url: 'http://s3cret.example/' }] }, {}],
    ['two default registries', { policyRegistries: [{ url: 'https://a.example' }, { url: 'https://b.example' }] }, {}],
    [
      'a scope of two registries',
      { policyRegistries: ['a', 'b'].map((host) => ({ url: `https://${host}.example/`, scopes: ['@s'] })) },
      {},
    ],
  ])('%s', async (_, given, place) => {
    const found = await failure(given);
    expect(found).toMatchObject({ code: 'configuration-invalid', ...place });
    expect(found.message).not.toMatch(/s3cret/);
    expect(found.message).toMatch(/^[^\n]{20,300}[.]$/);
  });

  test.each(['http://registry.example/', 'registry.example', 'https://a:b@registry.example/', 'file:///tmp'])(
    '--registry %s is a wrong usage',
    async (registry) => {
      expect(await failure({ registry })).toMatchObject({ code: 'usage' });
    },
  );
});

function registryLine(text: string): string {
  return /^registry=(.*)$/m.exec(text)?.[1] ?? publicRegistry;
}

describe('a registry that a package manager has in itself', () => {
  const builtIn = [{ scope: '@jsr', url: 'https://npm.jsr.io/' }];
  const of = async (given: Given) => registryOf((await load(given)).registries, '@jsr/std__path');

  test('counts for its scope where nothing names another', async () => {
    expect(await of({ builtIn })).toBe('https://npm.jsr.io/');
    expect(registryOf((await load({ builtIn })).registries, 'left-pad')).toBe(publicRegistry);
  });

  test('gives way to the base, to the policy and to none of the others', async () => {
    expect(await of({ builtIn, base: '@jsr:registry=https://jsr.acme.example/' })).toBe('https://jsr.acme.example/');
    const policyRegistries = [{ url: 'https://mirror.example/', scopes: ['@jsr'] }];
    expect(await of({ builtIn, policyRegistries: policyRegistries })).toBe('https://mirror.example/');
  });

  test('is none where another manager of the run would ask elsewhere', () => {
    const of = (...formats: readonly ManagerId[]) =>
      builtInRegistries({
        ...{ mode: 'check', head: 'head', changes: [], observations: [], errors: [] },
        lockfiles: formats.map((format) => ({
          ...{ path: format, format, formatVersion: '1', status: 'changed' as const, packages: 1 },
        })),
      });
    expect(of('pnpm')).toEqual(builtIn);
    expect(of('pnpm', 'deno')).toEqual(builtIn);
    expect(of('pnpm', 'npm')).toEqual([]);
  });
});
