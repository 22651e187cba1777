import { resolve } from 'node:path';

import { GateFailure } from '../errors.ts';
import type { Rehearsal } from '../model/index.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import { serializeEvidence } from '../recording/evidence-file.ts';
import { openRepository } from '../repository/git.ts';
import { totalsWords, withoutUser } from '../report/history/words.ts';
import type { PolicyChoice, SoFar } from '../run/rehearse.ts';
import { rehearse } from '../run/rehearse.ts';
import { visible } from '../text/visible.ts';
import { extendedReader, operatorPolicy } from './extended-policy.ts';
import type { Flags, Preset } from './flags.ts';
import { textStyle, writeText } from './output.ts';
import { startProgress } from './progress.ts';
import { readEvidence } from './request.ts';
import { givenTrust } from './trust-flags.ts';

type HistoryFlags = Flags & { readonly history: number };

/** Milliseconds after which the evidence so far is written, so that a run that is ended can be continued. */
const savedEvery = 20_000;

/**
 * `lockgate check --history N`: what the gate would have said of the last lockfile changes of a branch.
 * @returns 0 if all of them could be rehearsed, whatever became of them; 2 if a request that one needs was not answered
 */
export async function runHistory(flags: HistoryFlags): Promise<number> {
  demandOwnFlags(flags);
  const { evidence, evidenceOut, policy, preset, registry, osv, branch, repo = '.' } = flags;
  const readExtended = extendedReader(flags);
  const progress = {
    compared: startProgress(process.stderr, 'Reading the history'),
    judged: startProgress(process.stderr, 'Judging the history'),
  };
  let saved = performance.now();
  const save = async (file: EvidenceFile) => {
    if (evidenceOut !== undefined) await writeText(evidenceOut, serializeEvidence(file));
    saved = performance.now();
  };
  const { rehearsal, evidence: recorded } = await rehearse(
    {
      policyPath: '.github/dependency-policy.yml',
      ...(await choiceOf(policy, preset, flags)),
      ...(readExtended && { readExtended }),
      ...(registry === undefined ? {} : { registry }),
      ...(osv === undefined ? {} : { osv }),
      trust: await givenTrust({ ...flags, offline: flags.offline || evidence !== undefined }),
      offline: flags.offline,
      env: process.env,
      workTree: resolve(repo),
      ...(flags.verbose ? { onDefect: (cause: unknown) => console.error(cause) } : {}),
    },
    {
      repository: await openRepository(repo),
      ...{ branch, most: flags.history, clock: new Date().toISOString() },
      against: isCompared(flags) ? await choiceOf(flags.comparePolicy, flags.comparePreset, flags) : undefined,
      evidence: evidence === undefined ? undefined : await readEvidence(evidence),
      progress: (stage, done, total, soFar) => {
        if (stage === 'judged') progress.compared.end();
        progress[stage].step(done, total, soFar === undefined ? '' : soFarWords(soFar));
      },
      onJudged: async (file) => {
        if (evidenceOut !== undefined && performance.now() - saved > savedEvery) await save(file());
      },
    },
  );
  progress.compared.end();
  progress.judged.end();
  await save(recorded);
  const text = await render(rehearsal, flags);
  if (flags.output === undefined) process.stdout.write(text);
  else await writeText(flags.output, text);
  const unanswered = unansweredIn(rehearsal);
  if (unanswered === 0) return 0;
  process.stderr.write(`lockgate: ${unansweredWords(unanswered, rehearsal, flags)}\n`);
  return 2;
}

/** `; 5 pass, 1 blocked; asking about 12 of 40 packages`. */
function soFarWords({ totals, asked }: SoFar): string {
  const words = [
    totalsWords(totals),
    asked === undefined ? '' : `asking about ${asked.done} of ${asked.total} packages`,
  ];
  return words.map((each) => (each === '' ? '' : `; ${each}`)).join('');
}

const isCompared = ({ comparePolicy, comparePreset }: Flags) =>
  comparePolicy !== undefined || comparePreset !== undefined;

async function choiceOf(
  policy: string | undefined,
  preset: Preset | undefined,
  flags: HistoryFlags,
): Promise<PolicyChoice> {
  return { ...(policy !== undefined && { policy: await operatorPolicy(policy, flags) }), ...(preset && { preset }) };
}

/** Changes that either policy could not judge. */
function unansweredIn({ changes, compared }: Rehearsal): number {
  const all = [...changes, ...(compared?.changes ?? [])].filter(({ outcome }) => outcome === 'unanswered');
  return new Set(all.map(({ commit }) => commit)).size;
}

function unansweredWords(count: number, { notAnswered }: Rehearsal, { evidenceOut, offline }: Flags): string {
  const [first] = notAnswered;
  const who = offline || first === undefined ? '' : ` (${withoutUser(first.source)}: ${first.detail})`;
  const what = `${count === 1 ? '1 change was' : `${count} changes were`} not judged, because a request was not ${offline ? 'allowed' : `answered${visible(who)}`}`;
  return evidenceOut === undefined
    ? `${what}: record the evidence with --evidence-out, and continue with --evidence and --evidence-out`
    : `${what}: run again with --evidence, which asks for what is missing only`;
}

/** @throws GateFailure `usage` for flags that a rehearsal has no use for. */
function demandOwnFlags({ base, head, baseDir, headDir, now, format }: Flags): void {
  if ([base, head, baseDir, headDir].some((flag) => flag !== undefined)) {
    throw new GateFailure(
      'usage',
      '--history reads a branch: leave out --base, --head, --base-dir and --head-dir, and name the branch with --branch',
    );
  }
  if (now !== undefined) {
    throw new GateFailure('usage', '--history judges each change as of its commit time: leave out --now');
  }
  if (format === 'sarif') {
    throw new GateFailure('usage', '--history prints text, json or markdown: choose one of these with --format');
  }
}

async function render(rehearsal: Rehearsal, { format, output }: Flags): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../report/formats/json.ts')).jsonText(rehearsal);
    case 'markdown':
      return (await import('../report/formats/history-markdown.ts')).historyMarkdown(rehearsal);
    default:
      return (await import('../report/formats/history-text.ts')).historyText(rehearsal, textStyle(output));
  }
}
