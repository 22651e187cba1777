import { effectOf } from '../model/effect.ts';
import type {
  Dossier,
  Finding,
  PastReason,
  RehearsedBlock,
  RehearsedChange,
  RehearsedOutcome,
} from '../model/index.ts';
import { groupBy } from '../text/group-by.ts';
import { compareText } from '../text/order.ts';
import type { HistoryCommit } from '../repository/git-history.ts';
import type { Run } from './request.ts';

/** One change of the history, and how it was judged. */
export interface Judged {
  readonly commit: HistoryCommit;
  readonly change: RehearsedChange;
  readonly run: Run;
}

/** Packages or files that one line names; the rest is counted. */
export const namedAtMost = 5;

/** Rules whose findings ask a person to decide, and not to change anything. */
const decisionRules: ReadonlySet<string> = new Set(['new-direct-dependency', 'gate-config']);

/**
 * What the registry says today of a version or a name that may have been there then. The others block: a name without a
 * document is one that nobody has published, as far as anybody knows.
 */
const pastExistence: Readonly<Partial<Record<string, PastReason>>> = {
  ...{ 'unpublished-version': 'removed', 'no-versions': 'removed' },
  ...{ 'unknown-version': 'not-listed', 'removed-name': 'not-listed' },
  'security-placeholder': 'known-today',
};

/** What only a later request can answer. */
const transient: ReadonlySet<string> = new Set([
  ...['offline', 'not-recorded', 'network', 'timeout', 'throttled', 'server-error', 'budget'],
]);

/** Whether evidence is unavailable for a reason that need not hold for the next request. */
export const isTransient = (reason: string): boolean => transient.has(reason);

type Outcome = Pick<
  RehearsedChange,
  'outcome' | 'verdict' | 'counts' | 'warningRules' | 'waits' | 'blocks' | 'decisions' | 'pastJudging' | 'unanswered'
>;

/** What keeps a finding from passing. */
export type Obstacle =
  | { readonly kind: 'waits'; readonly until: string }
  | { readonly kind: 'decision' | 'blocks' | 'unanswered' }
  | { readonly kind: 'past'; readonly reason: PastReason };

/** The findings of a run that block its change, each with the kind of obstacle that it is. */
export function obstaclesOf({
  judgement,
  policy,
  collected,
  comparison,
  now,
}: Run): readonly (readonly [Finding, Obstacle])[] {
  const mode = policy?.mode ?? 'enforce';
  const lockfiles = new Set(comparison.lockfiles.map(({ path }) => path));
  const unborn = new Set(
    collected.dossiers.filter((dossier) => isUnborn(dossier, now)).map(({ change }) => keyOf(change)),
  );
  return judgement.findings
    .filter((finding) => effectOf(finding, mode) === 'blocks')
    .map((finding) => {
      const obstacle = obstacleOf(finding, lockfiles);
      const isContradicted = obstacle.kind === 'waits' && unborn.has(keyOf(finding));
      return [finding, isContradicted ? { kind: 'past', reason: 'published-later' } : obstacle] as const;
    });
}

const keyOf = ({ name, version, lockfile }: Pick<Finding, 'name' | 'version' | 'lockfile'>) =>
  JSON.stringify([lockfile, name, version]);

/** Whether the registry says that a version, or its name, was published after the commit that has it: a mirror's own times do. */
function isUnborn({ evidence: { publishedAt, firstPublishedAt } }: Dossier, now: string): boolean {
  return [publishedAt, firstPublishedAt].some(
    (time) => time.state === 'present' && Date.parse(time.value) > Date.parse(now),
  );
}

function obstacleOf({ rule, codes, passesAt, cause, lockfile }: Finding, lockfiles: ReadonlySet<string>): Obstacle {
  if (cause !== undefined) return { kind: isTransient(cause.reason) ? 'unanswered' : 'blocks' };
  if (passesAt !== undefined) return { kind: 'waits', until: passesAt };
  // What only a manifest asks for is not resolved in a rehearsal, so that its range stands where a version would.
  const isRange = codes.includes('unknown-version') && !lockfiles.has(lockfile);
  if (rule === 'existence' && isRange) return { kind: 'past', reason: 'not-locked' };
  const gone = rule === 'existence' ? [...new Set(codes.map((code) => pastExistence[code]))] : [];
  if (gone.length === 1 && gone[0] !== undefined) return { kind: 'past', reason: gone[0] };
  if (rule === 'advisory' || rule === 'malware') return { kind: 'past', reason: 'known-today' };
  if (codes.every((code) => code === 'no-time' || code === 'no-times')) return { kind: 'past', reason: 'unknown-time' };
  return { kind: decisionRules.has(rule) ? 'decision' : 'blocks' };
}

/** How a change fared, from the run that judged it. */
export function outcomeOf(run: Run, judgedAt: string): Outcome {
  const { comparison, judgement, policy } = run;
  const mode = policy?.mode ?? 'enforce';
  const obstacles = obstaclesOf(run);
  const of = (kind: Obstacle['kind']) =>
    obstacles.flatMap(([finding, obstacle]) => (obstacle.kind === kind ? finding : []));
  const past = [
    ...obstacles.flatMap(([finding, each]) => (each.kind === 'past' ? [[each.reason, aboutOf(finding)] as const] : [])),
    ...comparison.errors.map(({ code, path = '' }) => [errorReason(code), path === '' ? code : path] as const),
  ];
  const times = obstacles.flatMap(([, obstacle]) => (obstacle.kind === 'waits' ? Date.parse(obstacle.until) : []));
  const [blocks, decisions] = [blocksOf(of('blocks')), blocksOf(of('decision'))];
  const unanswered = of('unanswered').length;
  const warnings = judgement.findings.filter((finding) => effectOf(finding, mode) === 'warns');
  const count = (kind: string) => comparison.changes.filter((change) => change.kind === kind).length;
  const parts: readonly (readonly [RehearsedOutcome, number])[] = [
    ['unanswered', unanswered],
    ['blocked', blocks.length],
    ['past-judging', past.length],
    ['decision', decisions.length],
    ['waits', times.length],
  ];
  return {
    outcome: parts.find(([, size]) => size > 0)?.[0] ?? 'passed',
    verdict: judgement.verdict,
    counts: {
      ...{ added: count('added'), updated: count('updated'), removed: count('removed') },
      warnings: warnings.length,
    },
    warningRules: rulesOf(warnings),
    waits: times.length === 0 ? null : { ...waiting(Math.max(...times), judgedAt), rules: rulesOf(of('waits')) },
    ...{ blocks, decisions, unanswered },
    pastJudging: [...groupBy(past, ([reason]) => reason)].map(([reason, all]) => ({
      ...{ reason, findings: all.length },
      about: [...new Set(all.map(([, about]) => about))].slice(0, namedAtMost),
    })),
  };
}

const hour = 3_600_000;
const minute = 60_000;

/** Rounded up, so that whoever waited so long has waited long enough. */
function waiting(until: number, since: string): { readonly until: string; readonly hours: number } {
  return {
    until: new Date(Math.ceil(until / minute) * minute).toISOString(),
    hours: Math.ceil((until - Date.parse(since)) / hour),
  };
}

const errorReason = (code: string): PastReason => (code.startsWith('lockfile-') ? 'unreadable' : 'not-evaluated');

const rulesOf = (findings: readonly Finding[]) => [...new Set(findings.map(({ rule }) => rule))].sort(compareText);

/** The package version, or the file, that a finding is about. */
export function aboutOf({ name, version, lockfile }: Finding): string {
  return name === null ? lockfile : version === null ? name : `${name}@${version}`;
}

function blocksOf(findings: readonly Finding[]): readonly RehearsedBlock[] {
  const groups = groupBy(findings, ({ rule, outcome }) => `${rule} ${outcome}`);
  return [...groups.values()]
    .map((all): RehearsedBlock => {
      const [{ rule, outcome }] = all as [Finding];
      return {
        ...{ rule, codes: [...new Set(all.flatMap(({ codes }) => codes))].sort(compareText) },
        ...{ indeterminate: outcome === 'indeterminate', findings: all.length },
        reasons: [...new Set(all.flatMap(({ cause }) => cause?.detail ?? []))].sort(compareText),
        about: [...new Set(all.map(aboutOf))].slice(0, namedAtMost),
      };
    })
    .sort((a, b) => compareText(a.rule, b.rule) || Number(a.indeterminate) - Number(b.indeterminate));
}
