import { readRecord, writeRecord } from '../../src/decisions/ledger/record.ts';
import type { DecisionRecord, LedgerEntry } from '../../src/model/index.ts';
import { ann, DecidedPulls, eve, instant, policyOf, young } from './decided-pull.ts';
import type { Judged, Proposal } from './decided-pull.ts';
import type { Files } from './github-objects.ts';
import { mergePull } from './github-talk.ts';

/** Pull requests that bring records of decisions along, through the bundled action. */

/** A world in which eve proposes `young`. */
export async function startRecorded(policy = policyOf()): Promise<DecidedPulls> {
  const world = await DecidedPulls.start(young(['young', 'other']));
  world.trunk(policy, ['young']);
  world.propose({ author: eve, by: eve });
  return world;
}

/** Lets in what the pull request offers: the run that turned green. */
export async function approve(world: DecidedPulls, who = [ann]): Promise<Judged> {
  await world.run();
  const lines = world.offered;
  for (const each of who) for (const line of lines) world.say(each, `${line} I read it.`);
  return world.run();
}

/** A pull request that adds files to the default branch as it stands. */
export function bring(world: DecidedPulls, files: Files, how: Proposal = {}): Promise<Judged> {
  world.propose({ author: eve, by: eve, files: { ...world.repository.filesOf(world.tip), ...files }, ...how });
  return world.run();
}

/** By its own merge commit, a minute from now unless told. */
export function merge(world: DecidedPulls, hoursAgo = -0.02): void {
  mergePull(world.repository, world.pull);
  Object.assign(world.pull, { mergedAt: instant(hoursAgo) });
}

export async function approveAndMerge(world: DecidedPulls, who = [ann]): Promise<Files> {
  const { records } = await approve(world, who);
  merge(world);
  return records;
}

/** The first record of a run's. */
export function readOne(files: Files): LedgerEntry {
  const [path = '', text] = Object.entries(files)[0] ?? [];
  const entry = readRecord(path, new TextEncoder().encode(typeof text === 'string' ? text : ''));
  if (typeof entry === 'string') throw new TypeError(`${path}: ${entry}`);
  return entry;
}

export function written(record: DecisionRecord): Files {
  const file = writeRecord(record);
  return file === undefined ? {} : { [file.path]: new TextDecoder().decode(file.bytes) };
}

/** The exit status, and what proves each record or why nothing does. */
export const provenBy = ({ exitCode, decisions }: Judged) => [
  exitCode,
  ...(decisions?.proofs ?? []).map((one) => one.why ?? one.state),
];
