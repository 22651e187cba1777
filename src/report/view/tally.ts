/** The two tallies of every report: what was found, and what could not be judged. They are never one number. */
import type { Effect } from '../../model/effect.ts';
import { effectOf } from '../../model/effect.ts';
import type { Finding, Report, Tally } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import { compareText } from '../../text/order.ts';
import { limits } from '../../text/visible.ts';
import { notJudgedGroups } from './not-judged.ts';
import { rankOfRule, wordsOfRule } from './rule-words.ts';
import type { Show } from './text-words.ts';
import { list, number, plural } from './text-words.ts';

export interface Tallies {
  /** Violations: something is known. */
  readonly found: Tally;
  /** Indeterminate findings: nothing is known against the packages. */
  readonly couldNotJudge: Tally;
}

type Judged = Pick<Report, 'findings'> & { readonly policy: Pick<Report['policy'], 'mode'> };

/** How many findings block, warn, are notes or are covered, by what they are about. */
export function tallies({ findings, policy }: Judged): Tallies {
  const none = { blocks: 0, warns: 0, notes: 0, covered: 0 };
  const counts = { violation: { ...none }, indeterminate: { ...none } };
  for (const finding of findings) counts[finding.outcome][effectOf(finding, policy.mode)] += 1;
  return { found: counts.violation, couldNotJudge: counts.indeterminate };
}

/** Both tallies together. */
export function tally(report: Judged): Tally {
  const { found, couldNotJudge } = tallies(report);
  const sum = (effect: Effect) => found[effect] + couldNotJudge[effect];
  return { blocks: sum('blocks'), warns: sum('warns'), notes: sum('notes'), covered: sum('covered') };
}

/** What a finding is about: a package version over all lockfiles, or a file. */
export const subjectKey = ({ name, version, lockfile }: Pick<Finding, 'name' | 'version' | 'lockfile'>): string =>
  JSON.stringify(name === null ? [lockfile] : [name, version]);

/** How many packages findings are about; a folded one is about as many as it says. */
function packagesOf(findings: readonly Finding[]): number {
  const single = findings.filter(({ name }) => name !== null);
  const folded = new Map(findings.filter(isFolded).map(({ fingerprint, packages = 0 }) => [fingerprint, packages]));
  return new Set(single.map(subjectKey)).size + [...folded.values()].reduce((sum, packages) => sum + packages, 0);
}

const filesOf = (findings: readonly Finding[]) =>
  new Set(findings.filter((each) => each.name === null && !isFolded(each)).map(subjectKey)).size;

const isFolded = ({ name, packages }: Finding) => name === null && packages !== undefined;

/** Whether everything that blocks could only not be judged: an outage, and no fault of what is proposed. */
export function isOutage(report: Judged & Pick<Report, 'verdict'>): boolean {
  const { found, couldNotJudge } = tallies(report);
  return report.verdict === 'fail' && found.blocks === 0 && couldNotJudge.blocks > 0;
}

/**
 * `could not evaluate 2 inputs; 3 blocking findings and 1 warning`; `nothing to report`. What could not be judged follows, every
 * time, and so does what a registry does not offer: `nothing found; could not judge malware of 25 packages, which blocks`;
 * `nothing to report; not judged: malware and advisories of 12 packages`.
 */
export function tallyWords(report: Report): string {
  const { found, couldNotJudge } = tallies(report);
  const { blocks, warns, notes, covered } = found;
  const words = [
    blocks > 0 ? `${plural(blocks, 'blocking finding')}${onWords(report)}` : '',
    warns > 0 ? plural(warns, 'warning') : '',
    notes > 0 ? plural(notes, 'note') : '',
    covered + couldNotJudge.covered > 0 ? plural(covered + couldNotJudge.covered, 'covered finding') : '',
  ];
  return headline(report, list(words.filter((word) => word !== '')));
}

/** The same in packages and files, each counted once, by the worst that was found: `2 packages blocked, 1 file with warnings`. */
export function packageTallyWords(report: Report): string {
  const { findings, policy } = report;
  const counted = findings.filter(({ outcome, status }) => outcome === 'violation' || status !== 'reported');
  const effects = [...groupBy(counted, subjectKey).values()].map((ofSubject) => {
    const present = new Set(ofSubject.map((finding) => effectOf(finding, policy.mode)));
    return { ofSubject, effect: order.find((effect) => present.has(effect)) };
  });
  const words = order.flatMap((effect) => {
    const found = effects.filter((each) => each.effect === effect).flatMap(({ ofSubject }) => ofSubject);
    const blocking = found.filter((finding) => effect === 'blocks' && effectOf(finding, policy.mode) === 'blocks');
    const more = packagesOf(blocking) + filesOf(blocking) < blocking.length;
    const counted = more ? ` (${plural(blocking.length, 'finding')})` : '';
    return found.length === 0 ? [] : [`${subjectsWords(found)} ${effectWords[effect]}${counted}`];
  });
  return headline(report, words.join(', '));
}

/** What is blocked, where that is fewer than the findings: both numbers are then in every headline. */
function onWords({ findings, policy }: Report): string {
  const blocking = findings.filter((each) => each.outcome === 'violation' && effectOf(each, policy.mode) === 'blocks');
  return packagesOf(blocking) + filesOf(blocking) < blocking.length ? ` on ${subjectsWords(blocking)}` : '';
}

/** Worst first. */
const order: readonly Effect[] = ['blocks', 'warns', 'notes', 'covered'];
const effectWords = { blocks: 'blocked', warns: 'with warnings', notes: 'with notes', covered: 'covered' } as const;

/** `3 packages`, `1 file`, `3 packages and 1 file`: what findings are about. */
export function subjectsWords(findings: readonly Finding[]): string {
  const packages = packagesOf(findings);
  const files = filesOf(findings);
  return list([
    ...(packages > 0 || files === 0 ? [plural(packages, 'package')] : []),
    ...(files > 0 ? [plural(files, 'file')] : []),
  ]);
}

function headline(report: Report, counted: string): string {
  const unjudged = couldNotJudgeWords(report);
  const failed = report.errors.length > 0 ? [`could not evaluate ${plural(report.errors.length, 'input')}`] : [];
  const nothing = failed.length > 0 ? [] : [unjudged.length > 0 ? 'nothing found' : 'nothing to report'];
  const missing = notJudgedGroups(report).map(
    ({ what, packages }) => `${list(what)} of ${plural(packages, 'package')}`,
  );
  return [
    ...failed,
    ...(counted === '' ? nothing : [counted]),
    ...unjudged,
    ...(missing.length === 0 ? [] : [`not judged: ${missing.join('; ')}`]),
  ].join('; ');
}

/** Rules named in one clause of a headline; the report below it has all. */
const namedRules = 4;

/** `could not judge malware and advisories of 25 packages, which blocks`: one clause for rules that miss the same packages. */
function couldNotJudgeWords({ findings, policy }: Report): readonly string[] {
  const unjudged = findings.filter(({ outcome, status }) => outcome === 'indeterminate' && status === 'reported');
  const byRule = groupBy(
    unjudged.flatMap((finding) => (finding.rules ?? [finding.rule]).map((rule) => ({ rule, finding }))),
    ({ rule, finding }) => JSON.stringify([effectOf(finding, policy.mode) !== 'blocks', rule]),
  );
  const clauses = groupBy(byRule, ([key, ofRule]) => {
    const [passes] = JSON.parse(key) as [boolean];
    const subjects = ofRule.map(({ finding }) => (isFolded(finding) ? finding.fingerprint : subjectKey(finding)));
    return JSON.stringify([passes, [...new Set(subjects)].sort()]);
  });
  return [...clauses]
    .sort(([a], [b]) => Number(a.startsWith('[true')) - Number(b.startsWith('[true')))
    .map(([key, rules]) => {
      const [passes] = JSON.parse(key) as [boolean];
      const ranked = rules.map(([, [first]]) => first?.rule ?? '').sort((a, b) => rankOfRule(a) - rankOfRule(b));
      const names = [...new Set(ranked.map((rule) => wordsOfRule(rule)?.what ?? 'other rules'))];
      const shown = names.slice(0, namedRules);
      const rest = names.length > namedRules ? [`${number(names.length - namedRules)} more`] : [];
      const of = subjectsWords(rules.slice(0, 1).flatMap(([, ofRule]) => ofRule.map(({ finding }) => finding)));
      return `could not judge ${list([...shown, ...rest])} of ${of}${passes ? '' : ', which blocks'}`;
    });
}

/**
 * Of how many packages and files each rule found something that blocks, most first: `cooldown 12, existence 1`. What could only
 * not be judged is not among them. Empty for fewer than two.
 */
export function rulesWords({ findings, policy }: Report, show: Show): string {
  const blocking = findings.filter(
    (finding) => finding.outcome === 'violation' && effectOf(finding, policy.mode) === 'blocks',
  );
  const rules = [...groupBy(blocking, ({ rule }) => rule)]
    .map(([rule, ofRule]) => [rule, packagesOf(ofRule) + filesOf(ofRule)] as const)
    .sort(([a, m], [b, n]) => n - m || compareText(a, b));
  const total = rules.reduce((sum, [, count]) => sum + count, 0);
  return total < 2 ? '' : rules.map(([rule, count]) => `${show(rule, limits.name)} ${number(count)}`).join(', ');
}
