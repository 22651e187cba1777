/**
 * Makes examples/ and the picture in the README by running lockgate: a loopback registry serves what the story
 * needs, the bundled command line judges the change against it and records the evidence.
 *
 *   node scripts/examples.mjs [--check]     after `npm run build`
 *
 * The recording names `registry.example` instead of the loopback registry, so that it is the same on every machine, and another example host instead of the public registry, which is not asked here.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { stories } from './examples/stories.mjs';
import { terminalPicture } from './examples/terminal-picture.mjs';
import { loadModules } from './generate/load.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const registryName = 'https://registry.example/';
const publicName = 'https://public.registry.example/';
const cli = join(root, 'dist/cli.js');

const {
  registry: support,
  lockfile,
  archive,
} = await loadModules(root, {
  registry: '__tests__/support/loopback-registry.ts',
  lockfile: '__tests__/support/npm-lockfile.ts',
  archive: '__tests__/support/archive.ts',
});

const files = new Map();
for (const story of stories) {
  const registry = await serve(story);
  const work = await mkdtemp(join(tmpdir(), 'lockgate-example-'));
  try {
    const sides = { base: filesOf(registry, story.base, story), head: filesOf(registry, story.head, story) };
    for (const [side, contents] of Object.entries(sides)) {
      for (const [name, text] of Object.entries(contents)) {
        await put(join(work, side, name), text);
        files.set(`examples/${story.name}/${side}/${name}`, text.replaceAll(registry.url, registryName));
      }
    }
    await lockgate(
      ['check', '--base-dir', 'base', '--head-dir', 'head', '--now', story.now, '--evidence-out', 'evidence.json'],
      work,
    );
    const evidence = await readFile(join(work, 'evidence.json'), 'utf8');
    const { publicRegistry } = JSON.parse(evidence).registries;
    const named = evidence.replaceAll(registry.url, registryName).replaceAll(publicRegistry, publicName);
    files.set(`examples/${story.name}/evidence.json`, named);
  } finally {
    await registry.close();
    await rm(work, { recursive: true });
  }
}
const stale = [];
await emit();

const [{ name }] = stories;
const folder = `examples/${name}`;
const args = [
  'check',
  '--base-dir',
  `${folder}/base`,
  '--head-dir',
  `${folder}/head`,
  '--evidence',
  `${folder}/evidence.json`,
  // Whatever registry the npm of whoever runs it is configured for.
  '--registry',
  registryName,
  '--now',
  stories[0].now,
];
files.clear();
files.set('docs/images/check.svg', terminalPicture(`node dist/cli.js ${args.join(' ')}`, await lockgate(args, root)));
await emit();

if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`${stale.join(', ')}: stale. Run: npm run examples`);
  process.exitCode = 1;
}

/** What the story makes up, or what was recorded. */
async function serve({ packages, recordedPackages, keys }) {
  if (recordedPackages === undefined) return support.startRegistry({ packages });
  const files = archive.unpackFiles(await readFile(join(root, '__tests__/fixtures/corpus/registry-evidence.br')));
  const recorded = (path) => Buffer.from(files.get(path)).toString('utf8');
  // The recorded documents have their signatures.
  const signing = { document: keys(recorded), sign: () => ({}) };
  const registry = await support.startRegistry({ signing });
  for (const [name, description] of Object.entries(recordedPackages(recorded, registry.url))) {
    registry.publish(name, description);
  }
  return registry;
}

function filesOf(registry, { manifest, packages }, { policy }) {
  return {
    ...(policy === undefined ? {} : { '.github/dependency-policy.yml': policy }),
    '.npmrc': `registry=${registry.url}\n`,
    'package.json': `${JSON.stringify(manifest, null, 2)}\n`,
    'package-lock.json': lockfile.npmLockfile(registry, {
      name: manifest.name,
      dependencies: manifest.dependencies,
      packages,
    }),
  };
}

/** @returns standard output; any exit status of a verdict is fine. */
function lockgate(args, cwd) {
  const env = { PATH: process.env.PATH, HOME: tmpdir(), FORCE_COLOR: '1' };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [cli, ...args], { cwd, env }, (error, stdout, stderr) => {
      if (error && error.code !== 1) reject(new Error(`${stdout}${stderr}`));
      else resolve(stdout);
    });
  });
}

async function emit() {
  for (const [path, text] of files) {
    if ((await readFile(join(root, path), 'utf8').catch(() => undefined)) === text) continue;
    stale.push(path);
    if (!process.argv.includes('--check')) await put(join(root, path), text);
  }
}

async function put(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
