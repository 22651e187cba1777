import type {
  AppliedProfile,
  Finding,
  GateError,
  Instant,
  Mention,
  Reason,
  Report,
  RuleInForce,
  Way,
} from '../../model/index.ts';
import { limits, visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import type { Paint } from './paint.ts';
import { painter } from './paint.ts';
import { levelWords, list, placeWords, policyWords } from '../view/words.ts';
import { wrap as linesOf } from './wrap.ts';

/** `lockgate-policy-explanation/1`: how a policy judges one package. */
export interface PolicyExplanation {
  readonly schema: 'lockgate-policy-explanation/1';
  readonly wanted: { readonly name: string; readonly version: string | null };
  readonly evaluatedAt: Instant;
  readonly mode: Report['mode'];
  readonly base: string | null;
  readonly head: string;
  readonly policy: Report['policy'];
  /** One for each version in each lockfile; empty where it is not locked, or in a check does not change. */
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly previousVersion: string | null;
    readonly lockfile: string;
    readonly line: number;
    readonly direct: boolean;
    readonly profiles: readonly AppliedProfile[];
    readonly mentions: readonly Mention[];
    readonly findings: readonly (Finding & { readonly reasons: readonly Reason[] })[];
  }[];
  /** Further findings of a check or an audit about the package: at another place, in a manifest, or about a removed version. */
  readonly findings: readonly Finding[];
  /** What applies if only the name is known; null where there are packages. */
  readonly unlocked: {
    readonly profiles: readonly AppliedProfile[];
    readonly mentions: readonly Mention[];
    /** The entries that could match, depending on where the package would be added. */
    readonly apply: readonly { readonly profile: string; readonly origin: string }[];
  } | null;
  /** The rules under each profile that applies; null is the policy itself. */
  readonly settings: readonly { readonly profile: string | null; readonly rules: readonly RuleInForce[] }[];
  /** What may have been meant, where it is not locked. */
  readonly similar: readonly string[];
  readonly errors: readonly GateError[];
}

type Explained = PolicyExplanation['packages'][number];

/** Terminals are at least this wide. */
const width = 80;
const wrap = (...wrapped: Parameters<typeof linesOf>) => linesOf(...wrapped).join('\n');
const set = (text: string) => wrap(text, '    ', width);

/** The explanation for a person, at 80 columns: which settings apply, why its findings have their level, the rules. */
export function policyExplanationText(explanation: PolicyExplanation, colour = false): string {
  const paint = painter(colour);
  const { packages, settings } = explanation;
  const [first, ...others] = settings;
  const lines = [
    ...packages.flatMap((each) => packageLines(each, paint)),
    ...unlockedLines(explanation, paint),
    ...explanation.findings.flatMap((finding) => [...findingLines({ ...finding, reasons: [] }, paint), '']),
    ...(first === undefined
      ? []
      : [paint.strong(`Rules under ${nameOf(first.profile)}`), ...ruleLines(first.rules), '']),
    ...others.flatMap(({ profile, rules }) => [
      paint.strong(`Rules under ${nameOf(profile)}, where they differ`),
      ...ruleLines(rules.filter((rule, index) => JSON.stringify(rule) !== JSON.stringify(first?.rules[index]))),
      '',
    ]),
    paint.faint(wrap(`${judged(explanation)}; ${policyWords(explanation, visible)}.`, '', width)),
  ];
  return logText(`${lines.join('\n')}\n`);
}

const judged = ({ mode, base, head }: PolicyExplanation) =>
  mode === 'audit'
    ? `Judged ${visible(head)} as in an audit`
    : `Judged ${visible(base ?? 'nothing')} .. ${visible(head)}`;

const nameOf = (profile: string | null) =>
  profile === null ? 'the policy itself' : `the profile ${visible(profile, limits.name)}`;

function packageLines(
  { name, version, lockfile, line, profiles, mentions, findings }: Explained,
  paint: Paint,
): string[] {
  return [
    `${paint.strong(`${visible(name, limits.name)} ${visible(version, limits.version)}`)}  ${placeWords({ path: lockfile, line })}`,
    ...profiles.map(profileWords),
    ...(profiles.length > 1 ? ['  For each rule, the strictest result of these wins.'] : []),
    ...mentionLines(mentions),
    '',
    ...(findings.length === 0 ? ['  No findings.'] : []),
    ...findings.flatMap((finding) => findingLines(finding, paint)),
    '',
  ];
}

function profileWords({ profile, entry, ways }: AppliedProfile): string {
  const from = entry === null ? ' (no entry of `apply` matches)' : ` (${visible(entry)})`;
  const named = ways.slice(0, 6).map(wayWords);
  const more = ways.length > named.length ? [`${ways.length - named.length} more`] : [];
  const reached = named.some((word) => word !== '') ? `: ${list([...named, ...more])}` : '';
  return wrap(`Judged under ${nameOf(profile)}${from}${reached}`, '  ', width);
}

/** `dev dependency of experiments/a`, `prod dependency of the root`. */
function wayWords({ importer, dependencyType }: Way): string {
  const dependent = importer === '' ? 'the root' : visible(importer ?? 'an unknown workspace', limits.path);
  return importer === null && dependencyType === null
    ? ''
    : `${dependencyType ?? 'unknown'} dependency of ${dependent}`;
}

function mentionLines(mentions: readonly Mention[]): string[] {
  return mentions.map(({ id, selector, origin, says }) =>
    wrap(
      `Matched by ${visible(id, limits.name)}, ${visible(selector)} (${visible(origin)}): ${visible(says)}`,
      '  ',
      width,
    ),
  );
}

function findingLines(finding: Explained['findings'][number], paint: Paint): string[] {
  const { rule, level, outcome, message, status, reasons } = finding;
  const label = `${levelWords[level]}[${visible(rule, limits.name)}]`;
  const covered = status === 'reported' ? '' : `${status}: `;
  const unknown = outcome === 'indeterminate' ? 'not judged: ' : '';
  const text = wrap(`${label} ${covered}${unknown}${visible(message)}`, '  ', width);
  return [
    text.replace(label, () => paint.level(level, label)),
    ...reasons.map(({ says, origin }) => set(`- ${visible(says)}${fromWords(origin)}`)),
  ];
}

/** Empty for a preset, which the sentence itself names. */
const fromWords = (origin: string | null) =>
  origin === null || origin.startsWith('preset ') ? '' : ` (${visible(origin)})`;

function unlockedLines({ unlocked, wanted, head, mode, similar }: PolicyExplanation, paint: Paint): string[] {
  if (unlocked === null) return [];
  const asked = [wanted.name, ...(wanted.version === null ? [] : [wanted.version])].map((text) =>
    visible(text, limits.name),
  );
  const absent = mode === 'audit' ? `is not locked in ${visible(head)}` : 'does not change between the two states';
  const meant =
    similar.length === 0 ? '' : ` Locked here: ${similar.map((one) => visible(one, limits.name)).join(', ')}.`;
  const apply = unlocked.apply.map(({ profile, origin }) => `${visible(profile)} (${visible(origin)})`);
  const depends =
    apply.length === 0
      ? 'No entry of `apply` could change this.'
      : `Depending on where it is added, an entry of \`apply\` may match: ${apply.join(', ')}.`;
  return [
    wrap(`${paint.strong(asked.join(' '))} ${absent}, so there are no findings to explain.${meant}`, '', width),
    ...unlocked.profiles.map(profileWords),
    wrap(depends, '  ', width),
    ...mentionLines(unlocked.mentions),
    '',
  ];
}

const floorWords = 'Floor: findings that cannot be waived by any policy, exception or approval.';

function ruleLines(rules: readonly RuleInForce[]): string[] {
  const off = rules.filter(({ level, options }) => level === 'off' && options.length === 0);
  return [
    ...rules
      .filter((rule) => !off.includes(rule))
      .flatMap(({ id, level, floor, origin, options }) => [
        row(id, floor === 'whole' ? 'floor' : floor === 'part' ? `${level}, floor in part` : level, origin),
        ...options
          .filter(({ value }) => !(Array.isArray(value) && value.length === 0))
          .map((option) =>
            row(`  ${option.name}`, valueWords(option.value), option.origin === origin ? '' : option.origin),
          ),
      ]),
    ...(off.length === 0 ? [] : [wrap(`Off: ${off.map(({ id }) => id).join(', ')}`, '  ', width)]),
    ...(rules.some(({ floor }) => floor !== 'none') ? [`  ${floorWords}`] : []),
  ];
}

const row = (name: string, value: string, origin: string) =>
  `  ${visible(name, limits.name).padEnd(24)} ${value.padEnd(20)} ${visible(origin)}`.trimEnd();

/** A string, number or boolean as written; for a list, its length. */
function valueWords(value: unknown): string {
  if (Array.isArray(value)) return value.length === 1 ? '1 entry' : `${value.length} entries`;
  return visible(typeof value === 'string' ? value : JSON.stringify(value), 40);
}
