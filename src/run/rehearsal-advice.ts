import type { Finding, Rehearsal, RehearsedAdvice } from '../model/index.ts';
import { milliseconds } from '../model/options.ts';
import { type PolicyText, acceptPolicy } from '../policy/load.ts';
import { isCoverable } from '../policy/waivable.ts';
import { groupBy } from '../text/group-by.ts';
import type { HistoryCommit } from '../repository/git-history.ts';
import type { Opened } from './open.ts';
import { type PolicyEdit, editLines, withEdits } from './policy-edits.ts';
import { type Judged, type Obstacle, obstaclesOf } from './rehearsal-outcome.ts';
import { totalsOf } from './rehearsal-totals.ts';
import type { GateRequest } from './request.ts';

/** Lines for the policy, with what they cover. */
interface Candidate {
  readonly edit: PolicyEdit;
  readonly rule: string;
  readonly cost: string;
  readonly covers: (finding: Finding, obstacle: Obstacle) => boolean;
}

/** Rules with an option `allow` of package names. */
const allowing: Readonly<Record<string, string>> = {
  'install-scripts': 'Their install scripts are no longer reported, in any version: also one that an attacker adds.',
  'name-similarity': 'These names are no longer compared with well-known ones.',
};

/** Rules without a sign of an attack in them, whose codes may become warnings. */
const relaxable: ReadonlySet<string> = new Set([
  ...['abandonment', 'alias', 'bundled', 'committed-bytes', 'license', 'lockfile', 'new-package', 'override'],
  ...['provenance', 'publisher'],
]);

/** Folders whose lockfiles are seldom what is shipped. */
const aside =
  /^((?:[\w.@-]+\/)*?(?:examples?|tests?|__tests__|__fixtures__|fixtures?|e2e|playgrounds?|benchmarks?|demos?|samples?|templates?))\//;

const packageName = /^(?:@[a-z\d~][\w.~-]*\/)?[a-z\d~][\w.~-]*$/i;

/**
 * The lines that would have let changes through, each with what it covers and costs, and all lines for the policy together,
 * judged again. None is for what cannot be waived, and none for a rule that looks for attacks.
 * @param judge judges a change again, without requests
 */
export async function adviceOf(
  judged: readonly Judged[],
  { file, preset, policy }: Opened,
  judge: (commit: HistoryCommit, instead: Partial<GateRequest>) => Promise<Judged>,
): Promise<Pick<Rehearsal, 'advice' | 'together'>> {
  const obstacles = new Map(judged.map((each) => [each, obstaclesOf(each.run)] as const));
  const open = judged.filter(({ change }) => change.outcome !== 'passed');
  const found = open.flatMap((each) => obstacles.get(each) ?? []);
  const policyText = textOf(file) ?? `version: 1\nextends: ${preset ?? 'recommended'}\n`;
  const edited = (edits: readonly PolicyEdit[]): PolicyText => ({
    source: policy.source,
    text: withEdits(policyText, edits),
  });
  // Not every code has a level of its own.
  const candidates = candidatesFor(found.filter(([finding]) => isCoverable(finding))).filter(
    ({ edit }) => acceptPolicy(edited([edit])).accepted !== undefined,
  );
  const advice = candidates.map(({ edit, rule, cost, covers }): RehearsedAdvice => {
    const covered = open.map((each) => (obstacles.get(each) ?? []).filter((pair) => covers(...pair)).length);
    return {
      ...{ kind: 'policy', lines: editLines([edit]), rule, cost },
      changes: covered.filter((count) => count > 0).length,
      findings: covered.reduce((sum, count) => sum + count, 0),
      letsThrough: open.filter(({ change }, at) => isFreed(change, obstacles.get(open[at] as Judged) ?? [], covers))
        .length,
    };
  });
  const waiting = botAdvice(open);
  const all = [...advice, ...waiting].sort((a, b) => b.letsThrough - a.letsThrough || b.changes - a.changes);
  if (candidates.length === 0) return { advice: all, together: null };
  const edits = candidates.map(({ edit }) => edit);
  const isCovered = (each: Judged) =>
    (obstacles.get(each) ?? []).some((pair) => candidates.some(({ covers }) => covers(...pair)));
  const changes = [];
  for (const each of judged) {
    const again = isCovered(each) ? await judge(each.commit, againBy(edited(edits), edits)) : each;
    changes.push(again.change);
  }
  return { advice: all, together: { lines: editLines(edits), totals: totalsOf(changes) } };
}

/** Other lockfiles may be left out, so that the comparison is another one. */
const againBy = (policy: PolicyText, edits: readonly PolicyEdit[]): Partial<GateRequest> => ({
  policy,
  ...(edits.some(({ exclude }) => exclude !== undefined) && { compared: undefined }),
});

const textOf = (file: PolicyText | undefined) =>
  typeof file?.text === 'object' ? new TextDecoder().decode(file.text) : file?.text;

/** Whether nothing else keeps a change from passing. */
function isFreed(
  { unanswered, pastJudging }: Judged['change'],
  obstacles: readonly (readonly [Finding, Obstacle])[],
  covers: Candidate['covers'],
): boolean {
  const isRead = !pastJudging.some(({ reason }) => reason === 'unreadable' || reason === 'not-evaluated');
  return unanswered === 0 && isRead && obstacles.length > 0 && obstacles.every((pair) => covers(...pair));
}

function candidatesFor(found: readonly (readonly [Finding, Obstacle])[]): readonly Candidate[] {
  const blocking = found.flatMap(([finding, { kind }]) =>
    kind === 'blocks' && finding.outcome === 'violation' ? finding : [],
  );
  return [
    ...allowCandidates(blocking),
    ...sourceCandidates(blocking),
    ...codeCandidates(blocking),
    ...asideCandidates(found),
  ];
}

function allowCandidates(blocking: readonly Finding[]): readonly Candidate[] {
  return Object.entries(allowing).flatMap(([rule, cost]) => {
    const names = new Set(
      blocking.flatMap((each) =>
        each.rule === rule && each.name !== null && packageName.test(each.name) ? each.name : [],
      ),
    );
    const allow = [...names].sort();
    const covers = (finding: Finding) => finding.rule === rule && names.has(finding.name ?? '');
    return allow.length === 0 ? [] : [{ edit: { rule, allow }, rule, cost, covers }];
  });
}

/** Hosts that `deno.lock` pins imported modules of. */
function sourceCandidates(blocking: readonly Finding[]): readonly Candidate[] {
  const isImport = ({ rule, codes }: Finding) => rule === 'source' && codes.every((code) => code === 'import');
  const hosts = new Set(
    blocking.flatMap((each) => (isImport(each) && /^[\w.-]+(?::\d+)?$/.test(each.name ?? '') ? (each.name ?? []) : [])),
  );
  if (hosts.size === 0) return [];
  const cost = 'Modules of these hosts are only a warning when they are new; no other rule judges what they hold.';
  const covers = (finding: Finding) => isImport(finding) && hosts.has(finding.name ?? '');
  return [{ edit: { rule: 'source', allow: [...hosts].sort() }, rule: 'source', cost, covers }];
}

function codeCandidates(blocking: readonly Finding[]): readonly Candidate[] {
  const groups = groupBy(
    blocking.filter(({ rule }) => relaxable.has(rule)),
    ({ rule, codes }) => `${rule} ${codes.join(' ')}`,
  );
  return [...groups].map(([key, [first]]) => {
    const { rule, codes } = first as Finding;
    return {
      ...{ edit: { rule, warn: codes }, rule },
      cost: 'Such findings are only warnings, for every package.',
      covers: (finding: Finding) => `${finding.rule} ${finding.codes.join(' ')}` === key,
    };
  });
}

function asideCandidates(found: readonly (readonly [Finding, Obstacle])[]): readonly Candidate[] {
  const folders = new Set(found.flatMap(([{ lockfile }]) => aside.exec(lockfile)?.[1] ?? []));
  return [...folders].sort().map((folder) => ({
    edit: { exclude: [`${folder}/**`] },
    rule: 'lockfile',
    cost: 'Nothing below this folder is judged, by any rule: neither lockfiles nor settings nor scripts.',
    covers: ({ lockfile }) => lockfile.startsWith(`${folder}/`),
  }));
}

const day = 86_400_000;

/** What waits because it is young would not be proposed yet by an update bot that waits itself. */
function botAdvice(open: readonly Judged[]): readonly RehearsedAdvice[] {
  const waiting = open.filter(({ change: { waits } }) => waits?.rules.includes('cooldown') === true);
  const ages = waiting.flatMap(({ run: { effective } }) => {
    const options = effective?.settings.get('cooldown')?.options as { minimumReleaseAge?: string } | undefined;
    return options?.minimumReleaseAge === undefined ? [] : [milliseconds(options.minimumReleaseAge)];
  });
  if (ages.length === 0) return [];
  const days = Math.ceil(Math.max(...ages) / day);
  const freed = waiting.filter(({ change }) => change.outcome === 'waits' && change.waits?.rules.length === 1);
  return [
    {
      ...{ kind: 'bot', rule: 'cooldown' },
      lines: `Renovate: "minimumReleaseAge": "${days} days"\nDependabot: cooldown: { default-days: ${days} }`,
      ...{ changes: waiting.length, letsThrough: freed.length },
      findings: waiting.reduce(
        (sum, { run }) =>
          sum + obstaclesOf(run).filter(([{ rule }, { kind }]) => rule === 'cooldown' && kind === 'waits').length,
        0,
      ),
      cost: `The bot proposes updates ${days} days later; the policy stays as it is.`,
    },
  ];
}
