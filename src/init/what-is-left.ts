import type { Report } from '../model/index.ts';
import { plural } from '../report/view/text-words.ts';
import { quoted } from '../text/visible.ts';
import type { Baseline } from './plan.ts';
import { maxCarried } from './plan.ts';

type Finding = Report['findings'][number];

/** How many causes are named, and package versions of each: what is to be done next must stay on the screen. */
const maxNamed = 5;

/** What was found of what is already locked. */
export interface Found {
  /** Undefined where nothing was audited. */
  readonly baseline: Baseline | undefined;
  /** Why files could not be read. */
  readonly errors: readonly string[];
  /** Whether the policy that was there already is kept: then nothing has been waived. */
  readonly isKept: boolean;
}

const notAudited =
  'What is already locked could not be audited: run `lockgate audit` where the registry can be reached.';
const notAuditedUnderKept =
  'What is already locked was not audited: `lockgate audit` judges it under the policy that is kept.';

/** What `init` says of what is already locked: what it waived, and what it could not. */
export function whatIsLeft({ baseline, errors, isKept }: Found): readonly string[] {
  const { carried = [], open = [], unjudged = [] } = baseline ?? {};
  return [
    '',
    ...errors.map((error) => `not read: ${error}`),
    ...(baseline === undefined ? [isKept ? notAuditedUnderKept : notAudited] : []),
    ...carriedLines(carried.length, isKept),
    ...unjudgedLines(unjudged),
    ...openLines(open),
  ];
}

function carriedLines(count: number, isKept: boolean): readonly string[] {
  if (count === 0) return [];
  if (isKept) {
    return [
      `${plural(count, 'already locked package version')} would be blocked under the policy that is kept: run \`lockgate audit\` to see them.`,
    ];
  }
  return count > maxCarried
    ? [
        `${count} packages that are already locked would be blocked, too many for exceptions: run \`lockgate audit\` to see them.`,
      ]
    : [`${plural(count, 'already locked package version')} waived by name for 90 days.`];
}

function unjudgedLines(unjudged: readonly Finding[]): readonly string[] {
  if (unjudged.length === 0) return [];
  const [example] = [...byCause(unjudged)].sort((one, other) => other.length - one.length);
  return [
    `${plural(unjudged.length, 'finding')} could not be judged, because evidence was unavailable; nothing is waived for them. Run \`lockgate audit\` to see them.`,
    ...(example === undefined ? [] : [`not judged, for example: ${causeOf(example)}`]),
  ];
}

function openLines(open: readonly Finding[]): readonly string[] {
  const shown = byCause(open).slice(0, maxNamed);
  return [...shown.map((group) => `fix first, no exception can cover it: ${causeOf(group)}`), ...moreLine(open, shown)];
}

/** The findings of each rule with the same codes, in the order of the report. */
function byCause(findings: readonly Finding[]): readonly (readonly [Finding, ...Finding[]])[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = [finding.rule, ...finding.codes].join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()];
}

function causeOf(group: readonly [Finding, ...Finding[]]): string {
  const [{ rule, message }] = group;
  const named = [...new Set(group.map(subjectOf))];
  const more = named.length > maxNamed ? ` and ${named.length - maxNamed} more` : '';
  const isOfFirst = group.some((other) => other.message !== message);
  return `${named.slice(0, maxNamed).join(', ')}${more} [${rule}] ${isOfFirst ? 'the first: ' : ''}${message}`;
}

const subjectOf = ({ name, version, lockfile }: Finding) =>
  name === null ? quoted(lockfile) : quoted(`${name}@${version ?? ''}`);

function moreLine(all: readonly Finding[], shown: readonly (readonly Finding[])[]): readonly string[] {
  const rest = all.length - shown.flat().length;
  if (rest === 0) return [];
  const others = `${rest} more ${rest === 1 ? 'finding' : 'findings'}`;
  return [`${others} must be fixed first (${all.length} in all): run \`lockgate audit\` to see them.`];
}
