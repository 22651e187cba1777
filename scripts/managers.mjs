/**
 * Makes __tests__/fixtures/managers/steps.br: lockfiles as the package managers themselves write them, step by step, for
 * packages that it publishes on a registry of this machine. Nothing that is locked is run. Run it by hand, when a manager has a
 * new version (scripts/managers/package.json) or a feature or state is added (scripts/managers/features/).
 *
 *   node scripts/managers.mjs                       makes it again
 *   node scripts/managers.mjs --only REGEX          makes only what matches `MANAGER/FEATURE`; keeps the rest as it is
 *   node scripts/managers.mjs --missing             makes only what the fixture lacks
 *   node scripts/managers.mjs --expectations        runs no manager: only what the steps expect is taken anew
 *
 * LOCKGATE_MANAGERS names a folder whose node_modules has the managers; else they are installed into a temporary folder.
 * LAB_PORT: the ports to listen at, this one and the next (default: any).
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { dialects } from './managers/features/dialects.mjs';
import { packages } from './managers/features/packages.mjs';
import { projects } from './managers/features/projects.mjs';
import { settings } from './managers/features/settings.mjs';
import { successions } from './managers/features/successions.mjs';
import { readFixture, writeFixture } from './managers/fixture.mjs';
import { commitRepositories, publishWorld } from './managers/publish.mjs';
import { serve, Store } from './managers/registry.mjs';
import { commandOf, installManagers, managers, versionOf } from './managers/run.mjs';
import { expectedAnew, statesOf } from './managers/steps.mjs';
import { sha1Only } from './managers/world.mjs';

const target = fileURLToPath(new URL('../__tests__/fixtures/managers/steps.br', import.meta.url));
const at = process.argv.indexOf('--only');
const only = at === -1 ? undefined : new RegExp(process.argv[at + 1] ?? '');
const port = Number(process.env.LAB_PORT ?? 0);
/** Managers that run at a time. */
const AT_A_TIME = 2;

const started = Date.now();
const jobs = managers.flatMap((manager) =>
  [...packages, ...projects, ...settings, ...successions, ...dialects]
    .filter(({ on = () => true }) => on(manager))
    .map((feature) => ({ manager, feature, key: `${manager.id}/${feature.name}` })),
);
const kept = readFixture(target);
const isMissing = process.argv.includes('--missing');
const chosen = jobs.filter(({ key }) => (only === undefined || only.test(key)) && !(isMissing && kept.runs.has(key)));
if (process.argv.includes('--expectations')) {
  const runs = jobs.flatMap(({ key, ...job }) => {
    const states = kept.runs.get(key);
    return states === undefined ? [] : [[key, expectedAnew({ ...job, states })]];
  });
  save(kept.versions, new Map(runs));
} else {
  await make();
}

/** Publishes the world, runs the managers, and writes what they wrote. */
async function make() {
  const folder = mkdtempSync(join(tmpdir(), 'lockgate-managers-'));
  const servers = [];
  try {
    const modules = installManagers(join(folder, 'managers'));
    const repositories = join(folder, 'git');
    mkdirSync(repositories);
    commitRepositories(repositories);
    const store = new Store();
    for (let each = 0; each < AT_A_TIME; each += 1) {
      servers.push(await serve(store, { port: port && port + each, repositories, sha1Only }));
    }
    const publisher = managers.find(({ id }) => id === 'npm 10');
    const published = await publishWorld({ folder, origin: servers[0].origin, command: commandOf(modules, publisher) });
    console.log(`${published} versions published in ${seconds()} s`);

    const keys = new Set(jobs.map(({ key }) => key));
    const runs = new Map([...kept.runs].filter(([key]) => keys.has(key)));
    const versions = Object.fromEntries(managers.map((each) => [each.id, versionOf(modules, each)]));
    const failures = [];
    const queue = chosen.values();
    const work = async (server, index) => {
      for (const { key, ...job } of queue) {
        const own = join(folder, `worker-${index}`);
        const { states, failed } = await statesOf({ ...job, modules, server, folder: own });
        runs.set(key, states);
        failures.push(...failed);
        process.stdout.write(failed.length === 0 ? '.' : '!');
        if (runs.size % 30 === 0) save(versions, runs);
      }
    };
    await Promise.all(servers.map(work));
    for (const failure of failures) console.error(`\nFAILED ${failure}`);
    save(versions, runs);
    process.exitCode = failures.length > 0 ? 1 : 0;
  } finally {
    for (const server of servers) await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function save(versions, runs) {
  const sorted = new Map([...runs].sort(([a], [b]) => (a < b ? -1 : 1)));
  const { steps, bytes } = writeFixture(target, { versions, runs: sorted });
  console.log(`\n${runs.size} runs, ${steps} steps, ${bytes} bytes, ${seconds()} s`);
}

function seconds() {
  return Math.round((Date.now() - started) / 1000);
}
