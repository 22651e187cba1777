import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { beforeEach, describe, expect, test } from '@jest/globals';

import { loadConfiguration } from '../../src/registry/configuration.ts';
import { temporaryFolder } from '../support/git-repository.ts';
import { npmCli } from '../support/release.ts';
import { runProcess } from '../support/run-process.ts';
import { settingsFile } from '../support/settings-file.ts';

/**
 * npx, `npm run` and their like hand the settings of the folder that they are started in on to lockgate, as variables: the folder may
 * be a checkout of the pull request.
 */

let home = '';
let checkout = '';
beforeEach(() => {
  home = temporaryFolder();
  checkout = temporaryFolder();
  writeFileSync(join(checkout, 'package.json'), '{ "name": "checkout", "version": "1.0.0" }');
});

/** What npm of the releases gives to a program that it starts in the checkout. */
async function handedOn(env: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  const npx = join(dirname(npmCli), 'npx-cli.js');
  const args = [npx, '--offline', '--call', `"${process.execPath}" -p "JSON.stringify(process.env)"`];
  const started = { PATH: process.env['PATH'] ?? '', HOME: home, npm_config_update_notifier: 'false', ...env };
  const { stdout } = await runProcess(process.execPath, args, { cwd: checkout, env: started });
  return JSON.parse(stdout) as Record<string, string>;
}

async function registryFor(env: Readonly<Record<string, string>>): Promise<string> {
  // PREFIX: without it the global configuration of the machine that runs the tests would be read.
  const { registries } = await loadConfiguration({
    ...{ env: { ...env, PREFIX: home }, workTree: checkout },
    npmrc: await settingsFile<'.npmrc'>('.npmrc', 'registry=https://base.example/\n'),
  });
  return registries.defaultRegistry;
}

test('the .npmrc of the folder that npx was started in is not obeyed', async () => {
  writeFileSync(join(checkout, '.npmrc'), 'registry=https://evil.example/\n');
  const env = await handedOn();
  expect(env['npm_config_registry']).toBe('https://evil.example/');
  expect(await registryFor(env)).toBe('https://base.example/');
});

test('nor are the settings files that it names', async () => {
  writeFileSync(join(checkout, '.npmrc'), 'userconfig=./other\n');
  writeFileSync(join(checkout, 'other'), 'proxy=http://evil.example/\nregistry=https://evil.example/\n');
  expect(await registryFor(await handedOn())).toBe('https://base.example/');
});

describe("the operator's environment counts", () => {
  test('under npx where the folder has no settings', async () => {
    const env = await handedOn({ npm_config_registry: 'https://operator.example/' });
    expect(await registryFor(env)).toBe('https://operator.example/');
  });

  test('under npx in capitals, which no package manager hands on', async () => {
    writeFileSync(join(checkout, '.npmrc'), 'registry=https://evil.example/\n');
    const env = await handedOn({ NPM_CONFIG_REGISTRY: 'https://operator.example/' });
    expect(await registryFor(env)).toBe('https://operator.example/');
  });

  test('where lockgate is started directly', async () => {
    writeFileSync(join(checkout, '.npmrc'), 'registry=https://evil.example/\n');
    const env = { HOME: home, npm_config_registry: 'https://operator.example/' };
    expect(await registryFor(env)).toBe('https://operator.example/');
  });
});

test.each(['pnpm/10.34.9 npm/? node/v20.20.2 linux x64', 'yarn/1.22.22 npm/? node/v20.20.2 linux x64', 'bun/1.2.23'])(
  'what %s hands on is not told apart, and does not count',
  async (agent) => {
    const env = { HOME: home, npm_config_user_agent: agent, npm_config_local_prefix: home };
    expect(await registryFor({ ...env, npm_config_registry: 'https://evil.example/' })).toBe('https://base.example/');
  },
);
