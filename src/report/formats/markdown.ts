import type { GateError, Report, VerdictWord } from '../../model/index.ts';
import { limits } from '../../text/visible.ts';
import { codeSpan, prose } from '../escape.ts';
import type { Item, Section } from '../view/fit.ts';
import { fit } from '../view/fit.ts';
import { repositoryProblem } from '../../policy/remote.ts';
import { waitingMarker } from './waiting-marker.ts';
import type { Effect } from '../../model/effect.ts';
import { effectOf } from '../../model/effect.ts';
import { findingItems } from './markdown-findings.ts';
import { blockedRows } from '../view/blocked.ts';
import type { Links } from './markdown-blocked.ts';
import { blockedTable, exceptionSection, ruleLabel, shownRows } from './markdown-blocked.ts';
import { decisionSections } from './markdown-decisions.ts';
import { missingList } from './markdown-missing.ts';
import { folded, foldedEnd, list, longest, text } from './markdown-parts.ts';
import { withOneDate } from '../view/one-date.ts';
import { checkedTables } from './markdown-tables.ts';
import { isOffered } from '../view/decisions.ts';
import { shownInTheList } from '../view/missing-provenance.ts';
import { isOutage, packageTallyWords, rulesWords, subjectsWords, tally } from '../view/tally.ts';
import { titleWords, verdictMeaning, waitsUntil } from '../view/verdict-words.ts';
import { minute, placeWords, plural, policyWords, scopeWords, trustWords } from '../view/words.ts';
import { aboutRules, wrongResult } from '../view/project.ts';
import { proposerWords } from '../view/proposer.ts';
import { sourcesWords } from '../view/sources.ts';

/** The first line of every comment of lockgate, by which (and by its author) the comment is found again. */
export const commentMarker = '<!-- lockgate:report -->';

/** Characters of a comment: GitHub accepts 65,536 (REST API, "body is too long"); this leaves a margin. */
const commentLength = 60_000;
/** Bytes of a step's summary: above 1 MiB GitHub drops it and the step stays green. */
const summaryBytes = 1_000_000;

interface CommentOptions extends Readers {
  /** In UTF-16 units; `Infinity`: whole. */
  readonly maxLength?: number;
  /** The URL of the page with the summary, which has what is left out here, of validated parts. */
  readonly all?: string;
  /** The head that was judged, where that is known: the comment stays when another one is pushed. */
  readonly commit?: string;
}

/** What a document says for its readers beside the report. */
interface Readers extends Links {
  /** Whether the proposer has contributed nothing here before. A hint for words, and never an identity. */
  readonly isFirstTime?: boolean;
  /** How the reader starts lockgate, and so can ask it about a rule where rules are not linked; absent: that is not known. */
  readonly program?: string;
}

interface Around extends Readers {
  readonly judged?: string;
  readonly marker?: string;
  readonly cut?: string;
}

/**
 * The report as one comment on a pull request. Two reports that differ only in the time of judgement give the same text, so that a
 * run that is repeated leaves the comment alone; only the day that an exception is proposed to end on moves, once in a quarter.
 */
export function commentMarkdown(
  report: Report,
  { maxLength = commentLength, all, commit, ...around }: CommentOptions = {},
): string {
  const measure = (text: string) => text.length;
  const judged = commit === undefined ? '' : commitWords(commit);
  const until = waitsUntil(report);
  const marker = until === undefined || commit === undefined ? '' : waitingMarker(until, commit);
  const whole = fit(sections(report, { ...around, judged, marker }), Infinity, measure);
  if (whole.length <= maxLength) return whole;
  return fit(sections(report, { ...around, judged, marker, cut: cutWords(all) }), maxLength, measure);
}

const commitWords = (commit: string) => `commit ${codeSpan(shortCommit(commit))}`;
/** Linked where it is known where, and to nothing but a commit of a repository. */
const policyCommit = (serverUrl: string | undefined) => (commit: string, repository: string) => {
  const shown = codeSpan(shortCommit(commit));
  const isPlain = repositoryProblem(repository) === undefined && /^[0-9a-f]{40}$/.test(commit);
  return serverUrl === undefined || !isPlain ? shown : `[${shown}](${serverUrl}/${repository}/commit/${commit})`;
};

/** As many digits as everywhere else: git's own abbreviation depends on the clone. */
const shortCommit = (commit: string) => commit.slice(0, 12);

/**
 * A comment with a paragraph of ours below its headline, where nobody overlooks it.
 * @param note Markdown without third-party text
 */
export const withNote = (comment: string, note: string): string =>
  comment.replace(/^### .*\n\n/m, (headline) => `${headline}${note}\n\n`);

/**
 * What a comment and a summary say of a head that was not judged.
 * @param commit the head's full id
 */
export function unjudgedMarkdown(error: GateError, commit: string): string {
  const [reason] = errorItems({ errors: [error] });
  return [
    `${commentMarker}\n### ${sign.error} lockgate: ${verdictMeaning.error}\n\n`,
    `**${capital(commitWords(commit))} was not judged.** The run ended before it:\n\n`,
    `${reason?.text ?? ''}\nRun the workflow again when that is fixed.\n`,
  ].join('');
}

/** The report as a step's summary, at most `maxBytes` of UTF-8, with the time of judgement and the head as in a comment. */
export function summaryMarkdown(
  report: Report,
  { maxBytes = summaryBytes, commit, ...links }: Links & { readonly maxBytes?: number; readonly commit?: string } = {},
): string {
  const encoder = new TextEncoder();
  const head = commit === undefined ? '' : `${commitWords(commit)} as `;
  const judged = `${head}${revisions(report)} at ${codeSpan(minute(report.evaluatedAt))}`;
  return fit(sections(report, { judged, ...links }), maxBytes, (text) => encoder.encode(text).length);
}

function cutWords(all: string | undefined): string {
  const rest = all === undefined ? '' : `[the summary of the check](${all}) has the rest, and `;
  return `This comment is cut for length; ${rest}the JSON report has everything.\n\n`;
}

/** Shown with the words, never instead of them. */
const sign: Readonly<Record<VerdictWord, string>> = { pass: '✅', warn: '⚠️', fail: '❌', error: '❌' };

function sections(
  given: Report,
  { judged = '', marker = '', cut = '', rulesUrl, project, serverUrl, isFirstTime = false, program }: Around,
): Section[] {
  const report = withOneDate(given);
  const until = waitsUntil(report);
  const isListed = shownInTheList(report);
  const of = (effect: Effect) =>
    report.findings.filter((finding) => !isListed(finding) && effectOf(finding, report.policy.mode) === effect);
  const items = (wanted: Effect) => findingItems({ ...report, rulesUrl }, wanted);
  const byRule = rulesWords(report, (rule) => ruleLabel(rule, rulesUrl));
  const asked = sourcesWords(report, codeSpan);
  const trust = trustWords(report);
  const warnings = report.policy.mode === 'observe' ? 'Not blocking in mode observe' : 'Warnings';
  const isOpen = report.verdict === 'fail' || report.verdict === 'error';
  return [
    text(`${commentMarker}\n${marker}### ${signOf(report)} lockgate: ${titleWords(report)}\n\n`),
    text(until === undefined ? '' : waiting(until)),
    text(isFirstTime && isOpen && report.mode === 'check' && until === undefined ? firstTimeWords(report) : ''),
    text(`**${capital(packageTallyWords(report))}.** ${capital(scopeWords(report))}.\n\n`),
    text(proposerText(report)),
    text(asked === '' ? '' : `${capital(asked)}.\n\n`),
    text(cut),
    text(byRule === '' ? '' : `Blocked by ${byRule}.\n\n`),
    list('#### Could not be evaluated\n\n', errorItems(report), '', 'input'),
    ...blockedTable(report, { rulesUrl }),
    ...blockedDetails(report, items('blocks')),
    text(report.mode === 'check' && until === undefined ? nextStep(report) : ''),
    ...decisionSections(report),
    ...exceptionSection(report),
    list(folded(`${warnings}: ${subjectsWords(of('warns'))}`), items('warns'), foldedEnd),
    list(
      folded(`Notes, which do not affect the verdict: ${subjectsWords(of('notes'))}`),
      items('notes'),
      foldedEnd,
      'note',
    ),
    missingList(report),
    list(folded(`Covered by exceptions and approvals: ${subjectsWords(of('covered'))}`), items('covered'), foldedEnd),
    ...checkedTables(report),
    text(
      `Judged${judged === '' ? '' : ` ${judged}`} by ${policyWords(report, codeSpan, policyCommit(serverUrl))}${trust === undefined ? '' : `; ${trust}`}.\n`,
    ),
    text(program === undefined || rulesUrl !== undefined ? '' : aboutWords(report, program)),
    text(wrongWords(report, project)),
  ];
}

function aboutWords(report: Report, program: string): string {
  const says = aboutRules(report, (rule) => codeSpan(`${program} explain --rule ${rule}`, limits.path));
  return says === '' ? '' : `\n${says}\n`;
}

const proposerText = (report: Report): string => {
  const words = proposerWords(report, codeSpan);
  return words === '' ? '' : `${words}\n\n`;
};

/** The one line for whoever disagrees. */
function wrongWords(report: Report, project: Links['project']): string {
  const wrong = project && wrongResult(report, project.url, project.version);
  if (wrong === undefined) return '';
  return `\nWrong result? [Report a false alarm](${wrong.falseAlarm}), or [report in private](${wrong.falsePass}) what should have been blocked.\n`;
}

/** Everything that is said about what blocks: folded where the table itself is long. */
function blockedDetails(report: Report, items: readonly Item[]): Section[] {
  const blocking = report.findings.filter((finding) => effectOf(finding, report.policy.mode) === 'blocks');
  const isLong = blockedRows(report).length > shownRows + 1;
  const open = isLong
    ? folded(`Every reason, and what to do: ${plural(blocking.length, 'finding')} on ${subjectsWords(blocking)}`)
    : '#### Every reason, and what to do\n\n';
  return [list(open, items, isLong ? foldedEnd : '')];
}

/** A sign with the words: an hourglass where a cross would be read as a failure. */
export const signOf = (report: Report) => (waitsUntil(report) === undefined ? sign[report.verdict] : '⏳');

const waiting = (until: string) =>
  `**Nothing has to be done.** Only the age of what is new blocks. From ${codeSpan(until)} on the check can pass; the scheduled run (input \`rerun\`) or “Re-run jobs” runs it again then.\n\n`;

/** Nothing where nobody has to decide: what only waits, and what could not be judged, says so itself. */
function firstTimeWords(report: Report): string {
  const among = new Set(blockedRows(report).map(({ decides }) => decides));
  const isForMaintainers = among.has('exception') || among.has('deny-list');
  const isForProposer = among.has('nobody') || among.has('fix');
  const say = (words: string) => `**Is this your first contribution here?** ${words}\n\n`;
  if (isForProposer) {
    const others = isForMaintainers ? ' A maintainer decides about the others.' : '';
    return say(`Please remove or replace what cannot be waived: the table says how.${others}`);
  }
  if (!isForMaintainers) return '';
  const which =
    among.size > [...among].filter((each) => each === 'exception' || each === 'deny-list').length
      ? 'those below that need a decision'
      : 'the packages below';
  return say(`You need not do anything: a maintainer decides about ${which}.`);
}

function nextStep(report: Report): string {
  if (isOutage(report)) {
    return 'Nothing is known against these packages. Run the check again when what could not be read can be read.\n\n';
  }
  if (tally(report).blocks === 0) return '';
  const approval = isOffered(report) ? 'an approval (below) or ' : '';
  return `The check passes when everything above is resolved or, where it can be waived, covered by ${approval}an exception in the policy on the default branch.\n\n`;
}

export const capital = (words: string) => words.replace(/^[a-z]/u, (letter) => letter.toUpperCase());

function revisions({ base, head, mode }: Report): string {
  const judged = head === null ? 'the given state' : codeSpan(head);
  return mode === 'audit' || base === null ? judged : `${judged} against ${codeSpan(base)}`;
}

/** What could not be evaluated, one list item each, in the report's order. */
export function errorItems({ errors }: Pick<Report, 'errors'>): Item[] {
  return errors.map((error) => {
    const { code, message, path } = error;
    const place = path === undefined ? '' : `${codeSpan(placeWords({ ...error, path }))}: `;
    return { text: `- ${place}${prose(message, longest)} (${codeSpan(code)})\n`, findings: 1 };
  });
}
