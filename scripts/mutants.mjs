#!/usr/bin/env node
/**
 * Shows that no guard can be removed unnoticed: makes each change of scripts/mutants/*.json, runs the one case that is named for
 * it, and expects that case to fail by an assertion. Without the change the same case must have run and passed.
 *
 *   npm run mutants
 *   npm run mutants -- --only engine.ts            those of one file, by the end of its path
 *   npm run mutants -- --only engine.ts:11         one of them; may be given several times
 *   npm run mutants -- --sample 8                  as many, spread over the files
 *
 * An entry: { file, id, find, replace, test, name }. `file` and `test` are paths of exactly one file, and may hold
 * `**` and `*`, so that a file can move; a `test` that is not where its path says is looked for by its file name.
 * `find` occurs exactly once in the file. `name` is the full name of the case, its `describe` titles in front.
 *
 * The changes are made in a temporary copy of src/ and __tests__/, with everything else linked: even a run that is
 * killed cannot leave a changed guard in the developer's tree, and work can continue there. So a case must import
 * the sources: the bundled dist/ is not changed.
 *
 * Exit status: 0 if every case noticed, 1 if one did not, 2 if an entry cannot be applied.
 */
import { spawn } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const entries = join(root, 'scripts', 'mutants');
const copied = ['src', '__tests__', 'jest.config.js', 'package.json'];
const fields = ['file', 'find', 'replace', 'test', 'name'];
/** A change can cause an endless loop, which a test's time-out does not interrupt. */
const longest = 180_000;
/** How a failure begins that Jest's `expect` or Node's `assert` reports, by itself or within a property. */
const byAssertion = /^(?:Error: (?:Property failed[^]*Error: )?expect\(|assert[.(])/;

/** An error that the person who runs this has to correct: shown without a stack. */
class Unusable extends Error {}

let folder;
let child;
const clean = () => {
  child?.kill('SIGKILL');
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
};
for (const [signal, status] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
  process.once(signal, () => {
    clean();
    process.exit(status);
  });
}

try {
  const mutants = chosen(readMutants());
  folder = copyOfRepository();
  process.exitCode = (await runAll(mutants)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof Unusable) && error?.code?.startsWith('ERR_PARSE_ARGS') !== true) throw error;
  console.error(`mutants: ${error.message}`);
  process.exitCode = 2;
} finally {
  clean();
}

/** Every entry, with the files that it means. All of them must be usable, whichever are run. */
function readMutants() {
  const sources = filesBelow('src');
  const tests = filesBelow('__tests__');
  const seen = new Map();
  return readdirSync(entries)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(entries, name), 'utf8')).map((entry) => ({ ...entry, from: name })))
    .map((entry) => {
      const label = `${entry.file}:${entry.id} (${entry.from})`;
      const lacking = fields.find((field) => typeof entry[field] !== 'string');
      if (lacking !== undefined) throw new Unusable(`${label} has no text \`${lacking}\``);
      const source = onlyMatch(entry.file, sources, label);
      const test = testFile(entry.test, tests, label);
      const occurrences = readFileSync(join(root, source), 'utf8').split(entry.find).length - 1;
      if (entry.find === '' || occurrences !== 1) {
        throw new Unusable(`${label}: its \`find\` occurs ${occurrences} times in ${source}, and must occur once`);
      }
      if (entry.find === entry.replace) throw new Unusable(`${label} changes nothing`);
      for (const key of [`the id of ${source}:${entry.id}`, `the case of ${test}: ${entry.name}`]) {
        if (seen.has(key)) throw new Unusable(`${label} has ${key}, as ${seen.get(key)} has`);
        seen.set(key, label);
      }
      return { ...entry, source, test };
    });
}

function filesBelow(top) {
  return readdirSync(join(root, top), { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) =>
      join(each.parentPath ?? each.path, each.name)
        .slice(root.length)
        .replaceAll('\\', '/'),
    );
}

// `**/` stands for any folders or none, `*` for any part of one name.
function patternOf(glob) {
  const parts = glob.split(/(\*\*\/|\*)/).map((part) => {
    if (part === '**/') return '(?:.*/)?';
    return part === '*' ? '[^/]*' : escaped(part);
  });
  return new RegExp(`^${parts.join('')}$`);
}

function escaped(text) {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`);
}

function onlyMatch(glob, files, label) {
  const pattern = patternOf(glob);
  const found = files.filter((file) => pattern.test(file));
  if (found.length !== 1) {
    throw new Unusable(`${label}: ${glob} matches ${found.length === 0 ? 'no file' : found.join(' and ')}`);
  }
  return found[0];
}

function testFile(path, tests, label) {
  return tests.includes(path) || path.includes('*')
    ? onlyMatch(path, tests, label)
    : onlyMatch(`__tests__/**/${basename(path)}`, tests, label);
}

function chosen(mutants) {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true }, sample: { type: 'string' } } });
  const wanted = (values.only ?? []).map((text) => {
    const [, file, id] = /^(.*?)(?::(\w+))?$/.exec(text);
    const found = mutants.filter(
      ({ source, id: own }) => `/${source}`.endsWith(`/${file}`) && (id === undefined || String(own) === id),
    );
    if (found.length === 0) throw new Unusable(`--only ${text} is the name of none`);
    return found;
  });
  const limited = values.only === undefined ? mutants : mutants.filter((each) => wanted.flat().includes(each));
  if (values.sample === undefined) return limited;
  if (!/^[1-9]\d*$/.test(values.sample)) throw new Unusable('--sample expects how many, at least 1');
  return spread(limited).slice(0, Number(values.sample));
}

/** The first of each file, then the second of each, and so on. */
function spread(mutants) {
  const turns = new Map();
  const turn = ({ source }) => turns.set(source, (turns.get(source) ?? -1) + 1).get(source);
  return mutants
    .map((mutant) => ({ mutant, at: turn(mutant) }))
    .sort((a, b) => a.at - b.at)
    .map(({ mutant }) => mutant);
}

function copyOfRepository() {
  const copy = mkdtempSync(join(tmpdir(), 'lockgate-mutants-'));
  for (const name of readdirSync(root).filter((each) => !each.startsWith('.'))) {
    if (!copied.includes(name)) symlinkSync(join(root, name), join(copy, name));
    else if (name.includes('.')) copyFileSync(join(root, name), join(copy, name));
    else cpSync(join(root, name), join(copy, name), { recursive: true });
  }
  return copy;
}

async function runAll(mutants) {
  const untouched = await jest(
    [...new Set(mutants.map(({ test }) => test))],
    mutants.map(({ name }) => name),
  );
  let killed = 0;
  for (const mutant of mutants) {
    const complaint = unfit(mutant, untouched) ?? survival(mutant, await runMutated(mutant));
    if (complaint === undefined) killed++;
    console.log(`${complaint === undefined ? 'killed' : 'NOT KILLED'} ${mutant.source}:${mutant.id} ${mutant.name}`);
    if (complaint !== undefined) console.log(`  ${complaint}`);
  }
  console.log(`${killed} of ${mutants.length} killed`);
  return killed === mutants.length;
}

async function runMutated({ source, find, replace, test, name }) {
  const path = join(folder, source);
  const bytes = readFileSync(path);
  try {
    writeFileSync(
      path,
      bytes.toString('utf8').replace(find, () => replace),
    );
    return await jest([test], [name]);
  } finally {
    writeFileSync(path, bytes);
  }
}

/** The cases of these names that ran in these files, with what went wrong where a file could not be run at all. */
async function jest(tests, names) {
  const output = join(folder, 'jest.json');
  rmSync(output, { force: true });
  const flags = ['--json', `--outputFile=${output}`, `--cacheDirectory=${join(folder, '.cache')}`, '--maxWorkers=1'];
  const only = `^(?:${[...new Set(names)].map(escaped).join('|')})$`;
  const program = join('node_modules', 'jest', 'bin', 'jest.js');
  const arguments_ = ['--experimental-vm-modules', '--no-warnings', program, ...flags, '-t', only, '--runTestsByPath'];
  const finished = await new Promise((resolve, reject) => {
    const env = { ...process.env, FORCE_COLOR: '0' };
    const options = { cwd: folder, env, stdio: 'ignore', timeout: longest, killSignal: 'SIGKILL' };
    child = spawn(process.execPath, [...arguments_, ...tests], options);
    child.once('error', reject);
    child.once('close', (code) => resolve(code !== null));
  });
  child = undefined;
  if (!finished) return { cases: [], trouble: `the run took longer than ${longest / 1000} s` };
  const { testResults } = JSON.parse(readFileSync(output, 'utf8'));
  const cases = testResults.flatMap(({ name: path, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map((each) => ({ ...each, test: tests.find((test) => path.endsWith(`/${test}`)) })),
  );
  const broken = testResults.find(({ assertionResults, message }) => assertionResults.length === 0 && message !== '');
  return { cases, ...(broken && { trouble: `the test file could not be run: ${firstLine(broken.message)}` }) };
}

function casesOf({ test, name }, { cases }) {
  return cases.filter((each) => each.test === test && each.fullName === name);
}

/** Why a case is no measure: it must be one, and pass without the change. */
function unfit(mutant, untouched) {
  const found = casesOf(mutant, untouched);
  if (found.length !== 1) return `${found.length} cases of ${mutant.test} have this name. ${untouched.trouble ?? ''}`;
  if (found[0].status !== 'passed') return `fails without the change: ${firstLine(found[0].failureMessages[0])}`;
  return undefined;
}

/** Why a change counts as unnoticed. A time-out, or an error that no assertion expected, shows nothing about a guard. */
function survival(mutant, mutated) {
  const [found] = casesOf(mutant, mutated);
  if (found === undefined) return mutated.trouble ?? 'the case did not run with the change';
  if (found.status === 'passed') return 'no difference with the change';
  const [message = ''] = found.failureMessages;
  return byAssertion.test(message) ? undefined : `fails with the change, and by no assertion: ${firstLine(message)}`;
}

/** Without the title that Jest puts above what went wrong in a whole file. */
function firstLine(text = '') {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('●')) ?? '';
}
