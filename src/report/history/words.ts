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
          `could not be judged by ${names} (${aboutWords(about, Math.max(about.length, most), show)}${reasonWords(reasons, show)})`,
        ]),
  ].join(', ');
}

/** What would have happened to a change, in one line. */
export function verdictWords(change: RehearsedChange, show: Show): string {
  const { outcome, blocks, decisions, pastJudging, unanswered, waits, counts, warningRules } = change;
  const parts = [
    ...(unanswered === 0 ? [] : [`not answered: ${plural(unanswered, 'finding')} left open`]),
    ...(blocks.length === 0 ? [] : [`blocked: ${blockWords(blocks, show)}`]),
    ...pastJudging.map(
      ({ reason, about, findings }) => `past judging: ${pastWords[reason]} (${aboutWords(about, findings, show)})`,
    ),
    ...(decisions.length === 0 ? [] : [`needs a decision by a person: ${blockWords(decisions, show)}`]),
    ...(waits === null
      ? []
      : [`waits ${lengthWords(waits.hours)}, until ${minute(waits.until)} (${list(waits.rules)})`]),
  ];
  if (outcome !== 'passed') return parts.join('; ');
  return counts.warnings === 0 ? 'pass' : `pass, ${plural(counts.warnings, 'warning')}${rulesWords(warningRules)}`;
}

const rulesWords = (rules: readonly string[]) =>
  rules.length === 0
    ? ''
    : ` (${list([...rules.slice(0, namedRules), ...(rules.length > namedRules ? ['others'] : [])])})`;
const namedRules = 3;

/** The same without packages and reasons, for the cells of a table. */
export function shortVerdictWords(change: RehearsedChange): string {
  const { outcome, blocks, decisions, pastJudging, unanswered, waits, counts, warningRules } = change;
  if (outcome === 'passed') return counts.warnings === 0 ? 'pass' : `pass, warns${rulesWords(warningRules)}`;
  const rules = (all: readonly RehearsedBlock[]) => rulesWords([...new Set(all.map(({ rule }) => rule))]);
  return [
    ...(unanswered === 0 ? [] : ['not answered']),
    ...(blocks.length === 0 ? [] : [`blocked${rules(blocks)}`]),
    ...(pastJudging.length === 0 ? [] : ['past judging']),
    ...(decisions.length === 0 ? [] : [`needs a decision${rules(decisions)}`]),
    ...(waits === null ? [] : [`waits ${lengthWords(waits.hours)}${rulesWords(waits.rules)}`]),
  ].join('; ');
}

/** What the less obvious outcomes mean, for those that occur. */
export function legendWords({ totals, compared }: Rehearsal): string | undefined {
  const said = legends.flatMap(([outcome, words]) =>
    totals[outcome] + (compared?.totals[outcome] ?? 0) > 0 ? [words] : [],
  );
  return said.length === 0 ? undefined : said.join(' ');
}

const legends: readonly (readonly [RehearsedOutcome, string])[] = [
  ['decision', 'Need a decision: a person would have had to approve it.'],
  [
    'past-judging',
    'Past judging: what the registry says today, or the lockfile of then, cannot tell how it was; it is no verdict.',
  ],
  ['unanswered', 'Not answered: a request failed or was not allowed; a further run may say more.'],
];

/** Who did not answer, and why, one line each. */
export function notAnsweredLines({ notAnswered }: Pick<Rehearsal, 'notAnswered'>, show: Show): string[] {
  return notAnswered.map(
    ({ source, detail, findings, changes }) =>
      `No answer from ${show(withoutUser(source), limits.path)}: ${show(detail, limits.path)}. This leaves ${plural(findings, 'finding')} in ${plural(changes, 'change')} open.`,
  );
}

/** An address without a user and a password. */
export const withoutUser = (address: string): string => address.replace(/(:\/\/)[^/?#]*@/, '$1***@');

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
export function restWords({ rest, changes }: Rehearsal): string | undefined {
  const rules = rest.map(({ rule, changes: count }) => `${rule} (${plural(count, 'change')})`);
  const deciding = changes.filter(({ decisions }) => decisions.length > 0);
  const decided = [...new Set(deciding.flatMap(({ decisions }) => decisions.map(({ rule }) => rule)))].sort();
  const said = [
    ...(rules.length === 0
      ? []
      : [
          `No line is offered for what could be an attack or has no setting: ${list(rules)}. Look at these; where an exception is possible, it names one package version.`,
        ]),
    ...(decided.length === 0
      ? []
      : [`No line replaces a decision by a person: ${list(decided)} (${plural(deciding.length, 'change')}).`]),
  ];
  return said.length === 0
    ? undefined
    : `${said.join(' ')} To see one as of then, with the policy and the registry of this rehearsal:`;
}

const shownCommands = 3;

/** The commands that show the newest changes of `restWords`. */
export function restCommands({ rest, changes }: Rehearsal): string[] {
  const rules = new Set(rest.map(({ rule }) => rule));
  return changes
    .filter(({ blocks, decisions }) => decisions.length > 0 || blocks.some(({ rule }) => rules.has(rule)))
    .slice(0, shownCommands)
    .map(({ commit, parent, judgedAt }) => `lockgate check --base ${parent} --head ${commit} --now ${judgedAt}`);
}
