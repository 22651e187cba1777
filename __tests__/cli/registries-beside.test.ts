import { expect, test } from '@jest/globals';

import { checkFolders } from '../support/cli.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';

const berry = `__metadata:
  version: 8
  cacheKey: 10c0

"@acme/x@npm:^1.0.0":
  version: 1.0.0
  resolution: "@acme/x@npm:1.0.0"
  checksum: 10c0/${'0'.repeat(128)}
  languageName: node
  linkType: hard

"example@workspace:.":
  version: 0.0.0-use.local
  resolution: "example@workspace:."
  dependencies:
    "@acme/x": "npm:^1.0.0"
  languageName: unknown
  linkType: soft
`;
const manifest = '{"name":"example","dependencies":{"@acme/x":"^1.0.0"}}';

test("a scope is asked for where the base's own settings beside the lockfile say, and nowhere else", async () => {
  // Anybody may have registered the name at the other one.
  const [acme, other] = await Promise.all([
    startRegistry({ packages: { '@acme/x': pkg({ '1.0.0': {} }) } }),
    startRegistry({ packages: { '@acme/x': pkg({ '1.0.0': {} }) } }),
  ]);
  try {
    const yarnrc = `npmScopes:\n  acme:\n    npmRegistryServer: "${acme.url}"\n`;
    const entry = acme.lockEntry('@acme/x', '1.0.0');
    const npmLock = JSON.stringify({
      ...{ name: 'example', lockfileVersion: 3, requires: true },
      packages: { '': JSON.parse(manifest) as object, 'node_modules/@acme/x': entry },
    });
    const bunLock = `{
  "lockfileVersion": 1,
  "workspaces": { "": { "name": "example", "dependencies": { "@acme/x": "^1.0.0" } } },
  "packages": { "@acme/x": ["@acme/x@1.0.0", "${entry.resolved}", {}, "${entry.integrity}"] }
}
`;
    const apps = {
      yarn: { files: { 'yarn.lock': berry }, settings: { '.yarnrc.yml': yarnrc } },
      npm: { files: { 'package-lock.json': npmLock }, settings: { '.npmrc': `@acme:registry=${acme.url}\n` } },
      bun: { files: { 'bun.lock': bunLock }, settings: { 'bunfig.toml': `[install.scopes]\nacme = "${acme.url}"\n` } },
    };
    type Files = Readonly<Record<string, string>>;
    const judge = async (...folders: readonly (readonly [keyof typeof apps, Files?, Files?])[]) => {
      const base: Record<string, string> = {};
      const head: Record<string, string> = {};
      for (const [app, settings = apps[app].settings, above = {}] of folders) {
        Object.assign(base, above);
        for (const [name, text] of Object.entries(settings)) base[`apps/${app}/${name}`] = text;
        for (const [name, text] of Object.entries({ ...apps[app].files, 'package.json': manifest })) {
          head[`apps/${app}/${name}`] = text;
        }
      }
      // What the head says of registries counts for nothing.
      const lies = { ...base, '.npmrc': `@acme:registry=${other.url}\n` };
      return checkFolders({ base, head: { ...lies, ...head } }, ['--registry', other.url]);
    };
    for (const app of ['yarn', 'npm', 'bun'] as const) {
      const { report, status } = await judge([app]);
      expect([app, status, report.errors, report.registries.map(({ url }) => url)]).toEqual([app, 0, [], [acme.url]]);
    }
    // Yarn 2 and later do not read it.
    const root = { '.npmrc': `@acme:registry=${other.url}\n` };
    const apart = await judge(['yarn', apps.yarn.settings, root]);
    expect([apart.status, apart.report.registries.map(({ url }) => url)]).toEqual([0, [acme.url]]);
    expect(other.requests).toEqual([]);

    const { report, status } = await judge(['yarn'], ['npm', { '.npmrc': `\n@acme:registry=${other.url}\n` }]);
    expect(status).toBe(2);
    expect(report.errors).toMatchObject([{ code: 'configuration-invalid' }]);
    expect(report.errors[0]?.message).toMatch(/@acme.*registries/);
  } finally {
    await Promise.all([acme.close(), other.close()]);
  }
}, 60_000);
