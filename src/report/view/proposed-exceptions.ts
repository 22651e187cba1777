/** The exceptions that would let in what nothing else lets in, ready to paste. A person still has to say why. */
import { effectOf } from '../../model/effect.ts';
import type { Finding, Report } from '../../model/index.ts';
import { groupBy } from '../../text/group-by.ts';
import { compareText } from '../../text/order.ts';
import { mayBeExcepted } from './blocked.ts';
import { isPlainName, isPlainVersion } from './links.ts';
import { subjectKey } from './tally.ts';
import { minuteUp } from './verdict-words.ts';

/** What replaces the reason that only a person knows. */
const reason = 'reason: "TODO: say why this is acceptable"';

/**
 * One entry of the policy's `exceptions` for each package or file whose findings are violations that an exception may cover. None
 * for what time lets in, for what could not be judged (an outage is no reason for an exception), and for a package with a finding
 * that nothing covers: an exception would not let it in.
 * @returns YAML, each entry indented by two spaces and ended by a line feed; it contains no text that was not validated.
 */
export function proposedExceptions(report: Report): readonly string[] {
  const expires = expiryOf(report.evaluatedAt);
  const blocking = report.findings.filter((finding) => effectOf(finding, report.policy.mode) === 'blocks');
  if (expires === undefined) return [];
  return [...groupBy(blocking, subjectKey).values()].flatMap((ofSubject) => {
    if (!ofSubject.every((finding) => mayBeExcepted(finding) && finding.outcome === 'violation')) return [];
    const open = ofSubject.filter(({ passesAt }) => passesAt === undefined);
    const waits = waitWords(ofSubject);
    return open.length === 0
      ? []
      : entriesOf(open).map((lines) => entry([...lines, reason, `expires: ${expires}`, ...waits]));
  });
}

/** What the exception does not change: the package's age blocks it until then all the same. */
function waitWords(findings: readonly Finding[]): readonly string[] {
  const times = findings.map(({ passesAt }) => Date.parse(passesAt ?? '')).filter((time) => !Number.isNaN(time));
  return times.length === 0 ? [] : [`# and it still waits until ${minuteUp(Math.max(...times))}`];
}

function entriesOf(findings: readonly Finding[]): readonly (readonly string[])[] {
  const ofFiles = findings.filter(({ ofFiles }) => ofFiles === true).flatMap(fileLines);
  const ofPackage = findings.filter(({ ofFiles }) => ofFiles !== true);
  const [first] = ofPackage;
  if (first === undefined) return ofFiles;
  const { name, version } = first;
  if (name === null || version === null || !isPlainName(name) || !isPlainVersion(version)) return ofFiles;
  const about = ofPackage.filter(({ rule }) => rule === 'advisory');
  const ids = [...new Set(about.flatMap((finding) => finding.about ?? []))].sort(compareText);
  const areNamed = about.length > 0 && about.every((finding) => finding.about !== undefined) && ids.every(isRecordId);
  const rules = [...new Set(ofPackage.map(({ rule }) => rule))]
    .filter((rule) => rule !== 'advisory' || !areNamed)
    .sort(compareText);
  const named = `package: "${name}@${version}"`;
  return [
    ...(rules.length === 0 ? [] : [[named, `rules: [${rules.join(', ')}]`]]),
    ...(areNamed ? [[named, 'rules: [advisory]', `advisories: [${ids.join(', ')}]`]] : []),
    ...ofFiles,
  ];
}

const isRecordId = (id: string) => /^[A-Z]{2,16}(?:-[A-Za-z0-9]{1,32}){1,8}$/u.test(id);

/** Only a path of plain characters: in any other, what is shown is not what there is. */
function fileLines({ lockfile, codes, fingerprint }: Finding): readonly (readonly string[])[] {
  const isPlain = /^[\w@+-][\w.@+-]*(?:\/[\w.@+-]+)*$|^\.[\w@+-][\w.@+-]*(?:\/[\w.@+-]+)*$/u.test(lockfile);
  if (!isPlain || !codes.every((code) => /^[a-z\d-]+$/u.test(code)) || !/^[\da-f]{64}$/u.test(fingerprint)) return [];
  return [[`path: "${lockfile}"`, `codes: [${codes.join(', ')}]`, `fingerprint: ${fingerprint}`]];
}

const entry = ([first = '', ...rest]: readonly string[]) =>
  `  - ${first}\n${rest.map((line) => `    ${line}\n`).join('')}`;

const day = 86_400_000;

/**
 * The first day of the first quarter that begins 90 days or more from now: judged again tomorrow, the same change has the same
 * comment. Undefined where the time is not known.
 */
function expiryOf(now: string): string | undefined {
  // `Date.parse` takes nearly any text with a digit in it.
  const least = new Date(/^\d{4}-\d\d-\d\dT/.test(now) ? Date.parse(now) + 90 * day : NaN);
  if (Number.isNaN(least.getTime())) return undefined;
  const quarter = Math.ceil((least.getUTCMonth() + (least.getUTCDate() > 1 ? 1 : 0)) / 3);
  return new Date(Date.UTC(least.getUTCFullYear(), quarter * 3, 1)).toISOString().slice(0, 10);
}
