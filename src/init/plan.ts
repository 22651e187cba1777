import { lockfileName } from '../managers/index.ts';
import type { Report } from '../model/index.ts';
import { compileGlobs } from '../text/glob.ts';
import type { PresetName } from '../policy/schema/names.ts';
import { plural } from '../report/view/text-words.ts';
import type { PolicyLines } from './from/settle.ts';
import { stepLines } from './steps.ts';

/** One package version that is already locked, and the rules that would block it. */
export interface Carried {
  readonly package: string;
  readonly rules: readonly string[];
}

/** The result of an audit of a repository under the preset that its policy is to extend. */
export interface Baseline {
  /** What exceptions can cover, by package, in code-unit order. */
  readonly carried: readonly Carried[];
  /** Findings at error level that no exception can cover: they have to be fixed. */
  readonly open: Report['findings'];
  /** Findings that could not be judged: they are not waived. */
  readonly unjudged: Report['findings'];
}

/** An exception names one version at most; a policy takes 500 of them. */
export const maxCarried = 400;

/**
 * What exceptions can cover, and what they cannot. A package version with a floor finding gets no exception at all: whoever fixes it
 * gets other bytes or another version, which nobody has waived anything of.
 * @param isWaivable whether an exception may name a rule
 */
export function baselineOf(report: Report, isWaivable: (rule: string) => boolean): Baseline {
  const reported = report.findings.filter(({ level, status }) => level === 'error' && status === 'reported');
  const blocking = reported.filter(({ outcome }) => outcome === 'violation');
  const canBeCovered = ({ floor, name, version, rule }: Report['findings'][number]) =>
    !floor && name !== null && version !== null && isWaivable(rule);
  const keyOf = ({ name, version }: Report['findings'][number]) => `${name ?? ''}@${version ?? ''}`;
  const broken = new Set(blocking.filter(({ floor }) => floor).map(keyOf));
  const rules = new Map<string, Set<string>>();
  for (const finding of blocking.filter(canBeCovered)) {
    const key = keyOf(finding);
    if (broken.has(key)) continue;
    rules.set(key, (rules.get(key) ?? new Set()).add(finding.rule));
  }
  const carried = [...rules].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    carried: carried.map(([key, names]) => ({ package: key, rules: [...names].sort() })),
    open: blocking.filter((finding) => !canBeCovered(finding)),
    unjudged: reported.filter(({ outcome }) => outcome === 'indeterminate'),
  };
}

/** Branches that are proposed as baselines: a policy takes no more. */
const maxBranches = 100;

/** How long what is already locked is waived, in days: long enough to review it, short enough that somebody does. */
const grace = 90;

/** What tests keep as their input: nothing is installed from it, and some of it is broken on purpose. */
const fixturePatterns = ['**/fixtures/**', '**/__fixtures__/**', '**/test-fixtures/**'] as const;

const isFixture = compileGlobs(fixturePatterns);

/** Whether a repository has lockfiles or manifests among the fixtures of its tests. */
export function hasFixtures(paths: Iterable<string>): boolean {
  return [...paths].some(
    (path) => isFixture(path) && (/\/package\.json$/.test(path) || lockfileName(path) !== undefined),
  );
}

/** Whether a path is a manifest of the repository's own: of no installed package, and no input of a test. */
export function isOwnManifest(path: string): boolean {
  return /(?:^|\/)package\.json$/.test(path) && !/(?:^|\/)node_modules\//.test(path) && !isFixture(path);
}

/** The lines that leave out the fixtures of tests. */
export const fixtureLines: readonly string[] = [
  '# Input of tests: nothing is installed from it. A project that a pull request moves there is an error.',
  'lockfiles:',
  `  exclude: [${fixturePatterns.map((pattern) => JSON.stringify(pattern)).join(', ')}]`,
];

/** What a policy file says beside its exceptions. */
export interface PolicyExtras {
  /** Whether the fixtures of tests are left out. */
  readonly leavesOut: boolean;
  /** Those whose names look like maintained lines: only proposed, because a name is no proof. */
  readonly branches: readonly string[];
  readonly step: PresetName;
  /** How the team's own packages may be named (see `ownLines`). */
  readonly own: readonly string[];
  /** Who may approve, commented out (see `proposedLines`). */
  readonly approvals?: readonly string[];
  /** What other tools' files become; absent: none was named. */
  readonly from?: PolicyLines;
}

/**
 * The text of a first policy.
 * @param baseline undefined where nothing was audited
 * @param today the day, as ISO 8601
 * @param extras what else it says
 */
export function policyText(baseline: Baseline | undefined, today: string, extras: PolicyExtras): string {
  const { leavesOut: leavesOutFixtures, branches, step, own, approvals = [], from } = extras;
  const expires = new Date(Date.parse(today) + grace * 86_400_000).toISOString().slice(0, 10);
  const carried = baseline?.carried ?? [];
  const lines = [
    '# Which dependencies this repository admits. `lockgate policy explain` prints every effective value.',
    '# It is read from the default branch: a pull request that changes it is judged by the version there.',
    'version: 1',
    ...stepLines(step),
    ...(leavesOutFixtures ? fixtureLines : []),
    ...(from?.lines ?? []),
  ];
  if (branches.length > 0) {
    const shown = branches.slice(0, maxBranches).map((name) => JSON.stringify(name));
    lines.push(
      '# Branches that you maintain beside the default branch: what they lock counts as the past. Keep those that are protected like the',
      '# default branch, and remove the comment sign. A pull request into any other branch is also compared with the default branch.',
      `# baselines: [${shown.join(', ')}]`,
    );
  }
  lines.push(...approvals, ...own, ...leftLines(baseline, today));
  if (baseline === undefined) {
    lines.push('# What is already locked was not audited. `lockgate audit` lists what the rules would block.');
  } else if (carried.length > maxCarried) {
    lines.push(
      `# ${carried.length} of the packages that were locked on ${today} would be blocked: too many for exceptions. A pull request is`,
      '# judged by what it changes only; `lockgate audit` lists them.',
    );
  }
  const translated = from?.exceptions ?? [];
  const waived = carried.length > maxCarried ? [] : carried;
  const locked = `# Already locked on ${today}. Each entry expires on ${expires}: review it before, and remove it or give it its own reason.`;
  if (translated.length > 0) lines.push('exceptions:', ...translated, ...(waived.length > 0 ? [`  ${locked}`] : []));
  if (waived.length > 0) {
    lines.push(
      ...(translated.length > 0 ? [] : [locked, 'exceptions:']),
      ...waived.map(
        ({ package: name, rules }) =>
          `  - { package: ${JSON.stringify(name)}, rules: [${rules.join(', ')}], reason: "Locked before the gate was added (${today}).", expires: ${expires} }`,
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What was locked and is neither clean nor waived, as comments of the policy. */
function leftLines(baseline: Baseline | undefined, today: string): readonly string[] {
  if (baseline === undefined) return [];
  const { carried, open, unjudged } = baseline;
  if (carried.length + open.length + unjudged.length === 0) {
    return [`# These rules block nothing that was locked on ${today}.`];
  }
  return [
    ...(open.length > 0
      ? [
          `# ${plural(open.length, 'finding')} about what was locked on ${today} must be fixed first, because no exception can cover`,
          '# them: `lockgate audit` lists them.',
        ]
      : []),
    ...(unjudged.length > 0
      ? [
          `# ${plural(unjudged.length, 'finding')} could not be judged on ${today}, because evidence was unavailable: nothing is waived for`,
          '# them. `lockgate audit` lists them.',
        ]
      : []),
  ];
}

/** Paths that control the gate, as CODEOWNERS spells them. */
const guarded = [
  '/.github/dependency-policy.yml',
  '/.github/dependency-approvals/',
  '/.github/workflows/',
  '/.github/CODEOWNERS',
  '/CODEOWNERS',
] as const;

/**
 * The lines that are missing from CODEOWNERS.
 * @param isOwned whether somebody owns a path by a line that names it or its folder; a line for everything does not count,
 *   because it exists for other reasons and may be removed with them
 */
export function ownersLines(owners: readonly string[], isOwned: (path: string) => boolean): readonly string[] {
  const missing = guarded.filter((path) => !isOwned(path.slice(1) + (path.endsWith('/') ? 'file' : '')));
  return missing.map((path) => `${path} ${owners.join(' ')}`);
}
