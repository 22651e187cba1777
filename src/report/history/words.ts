/** The phrases that both forms of a rehearsal share. */
import type {
  PastReason,
  Rehearsal,
  RehearsedAdvice,
  RehearsedBlock,
  RehearsedChange,
  RehearsedOutcome,
} from '../../model/index.ts';
import { limits } from '../../text/visible.ts';
import { list, minute, number, plural, type Show } from '../view/words.ts';

export const outcomeTitles: Readonly<Record<RehearsedOutcome, string>> = {
  passed: 'pass',
  waits: 'wait',
  decision: 'need a decision',
  blocked: 'blocked',
  'past-judging': 'past judging',
  unanswered: 'not answered',
};

/** The order in which totals are said. */
export const outcomes: readonly RehearsedOutcome[] = [
  ...(['passed', 'waits', 'decision', 'blocked', 'past-judging', 'unanswered'] as const),
];

const pastWords: Readonly<Record<PastReason, string>> = {
  removed: 'removed from the registry since',
  'not-listed': 'not in the registry: removed since, or never there',
  'known-today': 'a record that is known today, nobody says since when',
  'unknown-time': 'publish time unknown',
  'published-later': 'published after this commit, by what the registry says',
  unreadable: 'unreadable lockfile',
  'not-locked': 'not in the lockfile',
  'not-evaluated': 'could not be evaluated',
};

const hoursPerDay = 24;

export function lengthWords(hours: number): string {
  return hours <= 2 * hoursPerDay ? plural(hours, 'hour') : plural(Math.ceil(hours / hoursPerDay), 'day');
}

const few = 2;
const aboutWords = (about: readonly string[], findings: number, show: Show) => {
  const shown = about.slice(0, few).map((each) => show(each, limits.name));
  return findings > shown.length ? `${shown.join(', ')} and ${number(findings - shown.length)} more` : shown.join(', ');
};

function reasonWords(reasons: readonly string[], show: Show): string {
  if (reasons.length === 0) return '';
  const shown = reasons.slice(0, few).map((each) => show(each, limits.path));
  const more = reasons.length > few ? [plural(reasons.length - few, 'more reason')] : [];
  return `: ${list([...shown, ...more])}`;
}

/** A name that nobody knows is the one thing that a rehearsal must not let a reader miss. */
const whyWords = ({ rule, codes }: RehearsedBlock) =>
  rule === 'existence' && codes.length > 0 && codes.every((code) => code.startsWith('unknown-'))
    ? ': nobody has published this name, it was never there or was removed since'
    : '';

/** What a registry does not say keeps several rules from judging at once: that is one thing to a reader. */
function blockWords(blocks: readonly RehearsedBlock[], show: Show): string {
  const judged = blocks.filter(({ indeterminate }) => !indeterminate);
  const rest = blocks.filter(({ indeterminate }) => indeterminate);
  const about = [...new Set(rest.flatMap((block) => block.about))];
  const most = Math.max(0, ...rest.map(({ findings }) => findings));
  const reasons = [...new Set(rest.flatMap((block) => block.reasons))];
  const names = rest.length > few ? plural(rest.length, 'rule') : list(rest.map(({ rule }) => rule));
  return [
    ...judged.map((block) => `${block.rule} (${aboutWords(block.about, block.findings, show)}${whyWords(block)})`),
    ...(rest.length === 0
      ? []
      : [
          `not judged by ${names} (${aboutWords(about, Math.max(about.length, most), show)}${reasonWords(reasons, show)})`,
        ]),
  ].join(', ');
}

/** What would have happened to a change, in one line. */
export function verdictWords(change: RehearsedChange, show: Show): string {
  const { outcome, blocks, decisions, pastJudging, unanswered, waits, counts } = change;
  const parts = [
    ...(unanswered === 0 ? [] : [`not answered: ${plural(unanswered, 'finding')}`]),
    ...(blocks.length === 0 ? [] : [`blocked: ${blockWords(blocks, show)}`]),
    ...pastJudging.map(
      ({ reason, about, findings }) => `past judging: ${pastWords[reason]} (${aboutWords(about, findings, show)})`,
    ),
    ...(decisions.length === 0 ? [] : [`a decision: ${blockWords(decisions, show)}`]),
    ...(waits === null
      ? []
      : [`waits ${lengthWords(waits.hours)}, until ${minute(waits.until)} (${list(waits.rules)})`]),
  ];
  if (outcome !== 'passed') return parts.join('; ');
  return counts.warnings === 0 ? 'pass' : `pass, ${plural(counts.warnings, 'warning')}`;
}

/** `5 pass, 2 wait, 1 blocked`. */
export function totalsWords(totals: Rehearsal['totals']): string {
  const said = outcomes.filter((outcome) => totals[outcome] > 0);
  return said.map((outcome) => `${number(totals[outcome])} ${outcomeTitles[outcome]}`).join(', ');
}

/** A file may be called so too. */
const isPreset = (source: string) => /^preset (?:audit|attacks|recommended|strict)$/.test(source);

/** `the preset strict`, or the path of a file. */
export const policyName = (source: string, show: Show): string => (isPreset(source) ? `the ${source}` : show(source));

/** What was rehearsed, by which policy. */
export function headline({ changes, asked, branch, policy, isCut, compared }: Rehearsal, show: Show): string {
  const by = compared === undefined ? `${policyName(policy.source, show)} as it is now` : 'two policies';
  const last = changes.length === 1 ? 'lockfile change' : plural(changes.length, 'lockfile change');
  const what = `The last ${last} of ${show(branch)}, each as of its commit time, by ${by}.`;
  if (isCut) return `${what} This clone is shallow and holds no older ones: git fetch --unshallow.`;
  return changes.length < asked ? `${what} There are no older ones.` : what;
}

/** What is said where no change was found: why, and what to do. */
export function emptyWords({ branch, isCut }: Rehearsal, show: Show): string {
  if (isCut) {
    return `This clone is shallow and holds no lockfile change of ${show(branch)}: run git fetch --unshallow, then rehearse again.`;
  }
  return `No commit of ${show(branch)} after the first one changed a lockfile, so there is nothing to rehearse. Name another branch with --branch, or judge what is locked now: lockgate audit`;
}

/** What a rehearsal cannot know. */
export const caveat =
  'A rehearsal admits nothing. Ages, and what was published later, are as of each commit; advisories, deprecations and download counts are those of today.';

/** What some lines cover and cost. */
export function adviceWords({ kind, letsThrough, changes, findings, rule, cost }: RehearsedAdvice): string {
  const covers = `Lets through ${plural(letsThrough, 'change')} by itself; covers ${plural(findings, 'finding')}${rule === null ? '' : ` of ${rule}`} in ${plural(changes, 'change')}.`;
  return `${covers} ${kind === 'policy' ? `It weakens ${rule ?? 'every rule'}: ` : ''}${cost}`;
}

/** What has no line; undefined where everything has one. */
export function restWords({ rest }: Rehearsal): string | undefined {
  if (rest.length === 0) return undefined;
  const rules = rest.map(({ rule, changes }) => `${rule} (${plural(changes, 'change')})`);
  return `No line is offered for what could be an attack or has no setting: ${list(rules)}. Look at these; an exception names one package version.`;
}
