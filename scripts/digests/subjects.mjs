/**
 * What there is to digest, by subject: whatever shares files and a registry is one subject, so that one process does all
 * of it. A key is the name of one digest; its value is made when it is asked for.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { readSet, recordedPackuments, sameChange } from './corpus.mjs';
import { runCli } from './front-door.mjs';
import { inventedAdvisories, inventedPackuments, keys, now, recordedPackument, startRegistry } from './registry.mjs';
import { paths } from './sources.mjs';

/**
 * @param sources of `loadSources`
 * @returns {{ id: string, digests: ReadonlyMap<string, () => Promise<unknown>>, close: () => Promise<void> }[]}
 */
export function listSubjects(sources) {
  const recorded = once(() => Object.entries(recordedPackuments()));
  return [
    ...policies(sources),
    ...examples(sources),
    attacks(sources),
    ...sameChange().map((entry) => change(sources, 'same-change', entry, { now, open: invented })),
    ...readSet('pairs').map((entry) => change(sources, 'pairs', entry, { now, open: invented })),
    ...readSet('evidence').map((entry) =>
      change(sources, 'evidence', entry, { now: soonAfter(entry.date), open: () => recordedRegistry(recorded()) }),
    ),
    ...readSet('lockfiles').map((entry) => change(sources, 'lockfiles', entry)),
  ];
}

const nothingToClose = () => Promise.resolve();

function policies({ cli }) {
  const digests = ['audit', 'attacks', 'recommended', 'strict'].map((preset) => [
    `policy/${preset}`,
    async () => JSON.parse((await runCli(cli, ['policy', 'explain', '--preset', preset, '--format', 'json'])).stdout),
  ]);
  return [{ id: 'policies', digests: new Map(digests), close: nothingToClose }];
}

/** The recordings of this repository, judged with their folders and without, and all that their heads lock. */
function examples({ cli }) {
  const recorded = readdirSync(paths.examples).filter((name) =>
    existsSync(join(paths.examples, name, 'evidence.json')),
  );
  return recorded.map((name) => {
    const at = (path) => join(paths.examples, name, path);
    const evidence = at('evidence.json');
    const { evaluatedAt } = JSON.parse(readFileSync(evidence, 'utf8'));
    const commands = {
      check: ['check', '--base-dir', at('base'), '--head-dir', at('head'), '--evidence', evidence],
      audit: ['audit', '--dir', at('head'), '--evidence', evidence, '--now', evaluatedAt],
      replay: ['replay', evidence],
    };
    const digests = Object.entries(commands).flatMap(([command, args]) =>
      ['audit', 'attacks', 'recommended', 'strict'].map((preset) => [
        `example/${command}/${preset}/${name}`,
        () => reportOf(cli, [...args, '--preset', preset]),
      ]),
    );
    return { id: `example ${name}`, digests: new Map(digests), close: nothingToClose };
  });
}

function attacks({ incidents, openStage }) {
  const stage = once(openStage);
  const digests = incidents.flatMap((incident) =>
    ['recommended', 'without cooldown'].map((judging) => [
      `attack/${slug(judging)}/${slug(incident.title)}`,
      async () => withoutPolicyDigest(await (await stage()).replay(incident, judging)),
    ]),
  );
  return { id: 'attacks', digests: new Map(digests), close: nothingToClose };
}

/**
 * One pull request, or one lockfile out of nothing.
 * @param against when it is judged, and what opens the registry from all that is locked; absent: it is compared only
 */
function change({ cli, compareSnapshots }, set, { label, read }, against) {
  const sides = once(read);
  const compare = (mode, before, after) =>
    compareSnapshots(before && snapshotOf('base', before), snapshotOf('head', after), { mode, isGated: () => true });
  const audited = once(() => compare('audit', undefined, sides().after));
  const digests = new Map([
    [`compare/check/${set}/${label}`, () => compare('check', sides().before, sides().after)],
    [`compare/audit/${set}/${label}`, () => audited()],
  ]);
  if (against === undefined) return { id: `${set}/${label}`, digests, close: nothingToClose };

  const stage = once(async () => {
    const former = await compare('audit', undefined, sides().before);
    const folder = mkdtempSync(join(tmpdir(), 'lockgate-digests-'));
    write(folder, 'base', sides().before);
    write(folder, 'head', sides().after);
    write(folder, '.', { 'keys.json': JSON.stringify(keys) });
    return { folder, registry: await against.open(former.changes, (await audited()).changes) };
  });
  const judgings = {
    recommended: ['--preset', 'recommended'],
    strict: ['--preset', 'strict'],
    policy: ['--policy', paths.policy],
  };
  for (const [judging, chosen] of Object.entries(judgings)) {
    digests.set(`report/${judging}/${set}/${label}`, async () => {
      const { folder, registry } = await stage();
      return reportOf(cli, [
        ...['check', '--base-dir', join(folder, 'base'), '--head-dir', join(folder, 'head'), ...chosen],
        ...['--registry', registry.url, '--registry-keys', join(folder, 'keys.json'), '--now', against.now],
      ]);
    });
  }
  const close = async () => {
    if (!stage.isOpen()) return;
    const { folder, registry } = await stage();
    await registry.close();
    rmSync(folder, { recursive: true });
  };
  return { id: `${set}/${label}`, digests, close };
}

/** A recording is judged soon after the pull request was made. */
const soonAfter = (date) => new Date(Date.parse(date) + 2 * 86_400_000).toISOString();

function invented(former, latter) {
  const locked = [former, latter].map((changes) =>
    changes
      .filter(({ source }) => source.kind === 'registry')
      .map(({ name, version, pins }) => ({ name, version, ...stated(pins) })),
  );
  const known = new Set(locked[0].map(({ name, version }) => `${name}@${version}`));
  const isNew = ({ name, version }) => !known.has(`${name}@${version}`);
  const packuments = inventedPackuments(locked.flat().map((each) => ({ ...each, isNew: isNew(each) })));
  return startRegistry(packuments, inventedAdvisories(packuments));
}

/** The digests that an entry pins, as a registry states them. */
function stated(pins) {
  const words = pins.flatMap(({ integrity = '', resolved = '' }) => [
    ...integrity.split(/\s+/),
    ...(/#[0-9a-f]{40}$/.test(resolved) ? [`sha1-${Buffer.from(resolved.slice(-40), 'hex').toString('base64')}`] : []),
  ]);
  const sha512 = words.find((word) => word.startsWith('sha512-'));
  const sha1 = words.find((word) => word.startsWith('sha1-'))?.slice('sha1-'.length);
  return {
    ...(sha512 !== undefined && { integrity: sha512 }),
    ...(sha1 !== undefined && { shasum: Buffer.from(sha1, 'base64').toString('hex') }),
  };
}

function recordedRegistry(documents) {
  const described = new Map(documents);
  const made = new Map();
  const get = (name) => {
    if (!made.has(name)) made.set(name, described.has(name) ? recordedPackument(name, described.get(name)) : undefined);
    return made.get(name);
  };
  return startRegistry({ get });
}

async function reportOf(cli, args) {
  const { status, stdout, stderr } = await runCli(cli, [...args, '--format', 'json']);
  if (stdout === '') throw new Error(`lockgate ${args.join(' ')} gave no report: ${stderr}`);
  return { status, report: withoutPolicyDigest(JSON.parse(stdout)) };
}

/** The digest of a policy covers every rule's every default: in each report, it would make one new option a thousand changes. `policy/` has it. */
const withoutPolicyDigest = ({ policy: { source, mode }, ...report }) => ({ ...report, policy: { source, mode } });

/** A snapshot in memory. */
function snapshotOf(label, files) {
  const listed = Object.keys(files)
    .sort()
    .map((path) => ({ path, mode: 'file', size: files[path].length }));
  return { label, list: () => Promise.resolve(listed), read: ({ path }) => Promise.resolve(files[path]) };
}

function write(folder, side, files) {
  mkdirSync(join(folder, side), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, side, path)), { recursive: true });
    writeFileSync(join(folder, side, path), content);
  }
}

const slug = (title) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^-|-$/g, '');

function once(make) {
  let made;
  const get = () => (made ??= { value: make() }).value;
  return Object.assign(get, { isOpen: () => made !== undefined });
}
