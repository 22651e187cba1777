/**
 * Digests of lockgate's reports on real lockfiles, real pull requests, examples and attacks, without their sentences. They
 * show whether a change of the code changed a verdict, and which one.
 *
 *   node scripts/digests.mjs                  writes scripts/digests/digests.json
 *   node scripts/digests.mjs --check          writes nothing; names what differs, and exits with 1
 *   node scripts/digests.mjs --only PATTERN   only keys that match the regular expression; may be repeated
 *   node scripts/digests.mjs --show KEY       prints the text behind one digest
 *   node scripts/digests.mjs --out FOLDER     writes every text to a folder too, to compare two states with `diff -r`
 *   node scripts/digests.mjs --file FILE      writes or compares this file instead of the committed one
 *
 * The real lockfiles are in ../shared/data, or in the folder `data` of the folder that LOCKGATE_SHARED names; if they are needed and
 * missing, the exit status is 2.
 */
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { missingArchives } from './digests/corpus.mjs';
import { buildSources, loadSources, paths } from './digests/sources.mjs';
import { listSubjects } from './digests/subjects.mjs';

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    show: { type: 'string' },
    out: { type: 'string' },
    file: { type: 'string', default: paths.digests },
    workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
  },
});
const patterns = values.only.map((pattern) => new RegExp(pattern, 'u'));
const isEverything = patterns.length === 0 && values.show === undefined;
const isWanted = (key) =>
  isEverything || (values.show === undefined ? patterns.some((pattern) => pattern.test(key)) : key === values.show);

process.exitCode = await main();

async function main() {
  const committed = readDigests();
  const missing = missingArchives();
  const needed = `These are needed and not there: ${[...missing.values()].join(', ')}`;
  if (missing.size > 0 && isEverything) return say(needed, 2);
  const { folder, remove } = await buildSources();
  try {
    const subjects = listSubjects(await loadSources(folder)).map(({ id, digests }) => ({
      id,
      keys: [...digests.keys()].filter(isWanted),
    }));
    const wanted = subjects.filter(({ keys }) => keys.length > 0);
    const computable = new Set(wanted.flatMap(({ keys }) => keys));
    const lost = Object.keys(committed).filter((key) => isWanted(key) && !computable.has(key));
    if (lost.some((key) => missing.has(key.split('/')[2]))) return say(needed, 2);
    if (computable.size === 0 && lost.length === 0) return say('There is no digest of such a key.', 2);
    const made = await digestAll(wanted, folder);
    if (values.show !== undefined) return 0;
    return values.check ? compare(made, committed) : save(made, committed);
  } finally {
    remove();
  }
}

function readDigests() {
  try {
    return JSON.parse(readFileSync(values.file, 'utf8'));
  } catch (cause) {
    if (cause.code === 'ENOENT') return {};
    throw cause;
  }
}

/** Makes the digests of these subjects in separate processes, which have none of this process's settings. */
async function digestAll(subjects, folder) {
  const made = new Map();
  const total = subjects.reduce((sum, { keys }) => sum + keys.length, 0);
  const queue = [...subjects];
  const home = mkdtempSync(join(tmpdir(), 'lockgate-digests-home-'));
  const { PATH = '', TMPDIR, TZ, LANG, LC_ALL, LOCKGATE_SHARED } = process.env;
  const given = Object.entries({ TMPDIR, TZ, LANG, LC_ALL, LOCKGATE_SHARED }).filter(
    ([, value]) => value !== undefined,
  );
  const env = { PATH, HOME: home, npm_config_prefix: home, ...Object.fromEntries(given) };
  const wantsTexts = values.show !== undefined || values.out !== undefined;
  const workers = [];
  const work = () =>
    new Promise((resolve, reject) => {
      const program = fileURLToPath(new URL('./digests/worker.mjs', import.meta.url));
      const worker = fork(program, [folder, wantsTexts ? 'texts' : 'digests'], { cwd: home, env });
      workers.push(worker);
      worker.on('message', ({ idle, key, digest, text }) => {
        if (idle !== true) {
          made.set(key, digest);
          if (text !== undefined) keep(key, text);
          progress(made.size, total);
          return;
        }
        const next = queue.shift();
        if (next !== undefined) worker.send(next);
        else worker.disconnect();
      });
      worker.on('error', reject);
      worker.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a worker ended with ${code}`))));
    });
  try {
    await Promise.all(Array.from({ length: Math.min(Number(values.workers), subjects.length) }, work));
  } finally {
    for (const worker of workers) worker.kill();
    rmSync(home, { recursive: true, force: true });
  }
  if (made.size !== total) throw new Error(`${made.size} digests of ${total} were made`);
  return Object.fromEntries([...made].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function keep(key, text) {
  if (values.show !== undefined) process.stdout.write(text);
  if (values.out === undefined) return;
  const file = `${join(values.out, key)}.json`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function progress(done, total) {
  if (done % 50 === 0 || done === total) process.stderr.write(`${done} of ${total} digests\n`);
}

function compare(made, committed) {
  const known = Object.keys(committed).filter(isWanted);
  const keys = [...new Set([...known, ...Object.keys(made)])].sort();
  const differing = keys.filter((key) => made[key] !== committed[key]);
  for (const key of differing) {
    const what = committed[key] === undefined ? 'new' : made[key] === undefined ? 'gone' : 'changed';
    process.stdout.write(`${what.padEnd(8)}${key}\n`);
  }
  if (differing.length === 0) return say(`${keys.length} digests, all as they were`, 0);
  return say(`${differing.length} of ${keys.length} digests differ: show what changed and argue it in the commit`, 1);
}

function save(made, committed) {
  const kept = Object.entries(committed).filter(([key]) => !isWanted(key));
  const all = [...kept, ...Object.entries(made)].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = all.map(([key, digest]) => `  ${JSON.stringify(key)}: ${JSON.stringify(digest)}`);
  writeFileSync(values.file, `{\n${lines.join(',\n')}\n}\n`);
  return say(`${Object.keys(made).length} digests written`, 0);
}

function say(text, status) {
  process.stderr.write(`${text}\n`);
  return status;
}
