/** What a review says on lines and files of the diff: the findings that block, in the words of the comment. */
import { fingerprintOf } from '../../judge/fingerprint.ts';
import { effectOf } from '../../model/effect.ts';
import type { GateError, Report } from '../../model/index.ts';
import type { Item } from './fit.ts';
import { fit } from './fit.ts';
import type { Subject } from './subject.ts';
import type { Place } from './statements.ts';
import { withOneDate } from './one-date.ts';
import { groupFindings } from './grouping.ts';
import { subjectItem } from '../formats/markdown-findings.ts';
import { capital, errorItems, signOf } from '../formats/markdown.ts';
import { tallyWords } from './tally.ts';
import { titleWords } from './verdict-words.ts';
import { plural } from './words.ts';

export interface NamedPlace extends Place {
  /** The name that the line contains. Third-party text. */
  readonly name: string;
}

export interface Remark {
  /** The same for the same package version or file in every run: 32 hex digits. */
  readonly key: string;
  /**
   * The lines that it may stand on, the best first: of manifests that ask for the package, of lockfiles, then those of direct
   * dependencies that pull it in. Empty where it is about no line.
   */
  readonly lines: readonly NamedPlace[];
  /** The files that it may stand on as a whole, the best first; at least one. */
  readonly files: readonly string[];
  /** For a line of its own: finished Markdown, without the place. */
  readonly alone: string;
  /** For a list of several: finished Markdown. */
  readonly item: Item;
}

/** Characters of a remark on a whole file. The comment may have three times as many, and has everything. */
const fileLength = 20_000;

const marker = (key: string) => `<!-- lockgate:remark ${key} -->\n`;
const keyOf = (...subject: (string | null)[]) => fingerprintOf(subject).slice(0, 32);

/**
 * One remark for each package version, or file, that is blocked or could not be evaluated, worst first.
 * Warnings are in the comment only. The manifest's line comes before the lockfile's: it is the one that a person wrote.
 */
export function remarksOf(given: Report): readonly Remark[] {
  const report = withOneDate(given);
  const blocking = report.findings.filter((finding) => effectOf(finding, report.policy.mode) === 'blocks');
  const subjects = groupFindings(report, blocking).flatMap((group) => group.subjects);
  return [...report.errors.flatMap(ofError), ...subjects.map((subject) => ofSubject(subject, report))];
}

function ofSubject(subject: Subject, report: Report): Remark {
  const { name, version, lockfile, alike, findings, declared } = subject;
  const locked = subject.statements.flatMap(({ places }) => places);
  const own = declared.filter(({ isRoot }) => !isRoot);
  const roots = declared.filter(({ isRoot }) => isRoot);
  const lines =
    name === null || alike.length > 0 ? [] : [...own, ...locked.map((place) => ({ ...place, name })), ...roots];
  return {
    key: name === null ? keyOf('file', lockfile) : keyOf('package', name, version),
    lines,
    files: [...new Set([...locked, ...own, ...roots].map(({ path }) => path))],
    alone: subjectItem(subject, report, []),
    item: { text: subjectItem(subject, report), findings },
  };
}

function ofError(error: GateError): Remark[] {
  const { code, path } = error;
  const [item] = errorItems({ errors: [error] });
  if (path === undefined || item === undefined) return [];
  return [{ key: keyOf('error', code, path), lines: [], files: [path], alone: item.text, item }];
}

/** The remark on a line of its own. */
export function lineRemark({ key, alone }: Remark): string {
  return `${marker(key)}${alone}`;
}

/** The key of the remark on a file as a whole. */
export const fileKey = (path: string) => keyOf('lines of', path);

/** All remarks on one file that have no line in the diff, at most 20,000 UTF-16 units with what is left out counted. */
export function fileRemark(path: string, remarks: readonly Remark[]): string {
  const open = `${marker(fileKey(path))}Findings about this file without a line in the diff:\n\n`;
  const more = (_left: number, findings: number) =>
    `- … left out here for length: ${plural(findings, 'finding')}; the comment and the JSON report have the rest.\n`;
  const section = { open, items: remarks.map(({ item }) => item), close: '', more };
  return fit([section], fileLength, (text) => text.length);
}

/** The key of a remark that is open, from the text that GitHub gives back; undefined for any other text. */
export function keyIn(body: string): string | undefined {
  return /^<!-- lockgate:remark ([0-9a-f]{32}) -->\r?\n/.exec(body)?.[1];
}

/** Replaces a remark, and the review that it came with, once nothing of it is left. */
export function resolvedRemark(isClosed: boolean): string {
  const rest = isClosed ? '' : ' The token is not allowed to resolve this conversation; a person can.';
  return `<!-- lockgate:resolved -->\n✅ **Resolved:** lockgate no longer finds anything here that blocks.${rest}\n`;
}

/** The review's own text. Findings that are neither on a line nor in a remark on a file are `leftOut`. */
export function reviewText(
  report: Report,
  { lines, files, leftOut }: { readonly lines: number; readonly files: number; readonly leftOut: number },
): string {
  const marked = [
    `${plural(lines, 'package')} marked on a line of the diff`,
    ...(files === 0 ? [] : [`${plural(files, 'file')} marked as a whole`]),
    ...(leftOut === 0 ? [] : [`${plural(leftOut, 'finding')} in the comment only`]),
  ];
  const heading = `${signOf(report)} **lockgate: ${titleWords(report)}.**`;
  return `<!-- lockgate:review -->\n${heading} ${capital(tallyWords(report))}: ${marked.join(', ')}.\n`;
}
