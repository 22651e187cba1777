import type { Finding, GateError, Instant, Report, ReportedChange, ReportedTrust } from '../../model/index.ts';
import { limits, visible } from '../../text/visible.ts';
import type { ChainLink } from '../view/chain.ts';
import { compareUrlOf } from '../view/links.ts';
import { coverVerb, coverWords } from '../view/cover-words.ts';
import { logText } from '../escape.ts';
import type { Paint } from './paint.ts';
import { painter } from './paint.ts';
import { levelWords, minute, pathWords, placeWords, policyWords, roleWords, trustWords } from '../view/words.ts';
import { wrap } from './wrap.ts';

/** `lockgate-explanation/1`: one package name of one state of a repository. */
export interface Explanation {
  readonly schema: 'lockgate-explanation/1';
  readonly wanted: { readonly name: string; readonly version: string | null };
  readonly evaluatedAt: Instant;
  readonly head: string;
  readonly policy: Report['policy'];
  /** False where a change was asked about that leaves the package as it is: what follows is what an audit of `head` says. */
  readonly touched?: false;
  /** Ids of the rules that are on. */
  readonly rules: readonly string[];
  readonly trust?: ReportedTrust;
  /** One for each version in each lockfile; empty where it is not locked. */
  readonly packages: readonly (ReportedChange & {
    readonly findings: readonly Finding[];
    readonly chain: readonly ChainLink[];
  })[];
  /** Further findings of a check or an audit about the package: at another place, in a manifest, or about a removed version. */
  readonly findings: readonly Finding[];
  /** What may have been meant, where it is not locked. */
  readonly similar: readonly string[];
  readonly errors: readonly GateError[];
}

type Explained = Explanation['packages'][number];

interface Style {
  readonly colour?: boolean;
  /** Columns to wrap sentences at. Default: none. */
  readonly width?: number;
  /** How the reader starts lockgate. */
  readonly program?: string;
}

/** The explanation for a person: why the package is here, the chain of evidence link by link, and the findings. */
export function explanationText(
  explanation: Explanation,
  { colour = false, width = Infinity, program = 'lockgate' }: Style = {},
): string {
  const paint = painter(colour);
  const { wanted, packages, head, similar, policy, touched } = explanation;
  const asked = `${visible(wanted.name, limits.name)}${wanted.version === null ? '' : ` ${visible(wanted.version, limits.version)}`}`;
  const meant = similar.map((name) => visible(name, limits.name)).join(', ');
  const others =
    meant === ''
      ? ` Run \`${program} vet\` with its name to see whether it would be admitted.`
      : ` Locked here: ${meant}.`;
  const lines =
    packages.length === 0
      ? wrap(`${asked} is not locked in ${visible(head)}.${others}`, '', width)
      : [
          ...(touched === false
            ? [
                ...wrap(
                  `${asked} is locked, and the change leaves it as it is: an audit of ${visible(head)} says`,
                  '',
                  width,
                ),
                '',
              ]
            : []),
          ...packages.flatMap((each) => [...packageLines(each, paint, width), '']),
        ];
  const other = explanation.findings.flatMap((finding) => findingLines(finding, paint, width));
  const words = [`Judged ${visible(head)}`, policyWords({ policy }, visible), trustWords(explanation)];
  const judged = `${words.filter((word) => word !== undefined).join('; ')}.`;
  const end = packages.length === 0 ? [] : wrap(judged, '', width).map(paint.faint);
  return logText(`${[...lines, ...(other.length > 0 ? [...other, ''] : []), ...end].join('\n')}\n`);
}

function packageLines(each: Explained, paint: Paint, width: number): string[] {
  const { name, version, lockfile, line, via, direct, manifests, source, registry, evidence, chain, findings } = each;
  const compared = compareUrlOf(each);
  const declared = manifests.map((place) => placeWords(place)).join(', ');
  const published = evidence.publishedAt === null ? '' : `, published ${minute(evidence.publishedAt)}`;
  const facts: (readonly [string, string])[] = [
    ['locked at', placeWords({ path: lockfile, line })],
    ...(declared === '' ? [] : [['declared', declared] as const]),
    ...(direct ? [] : via).map((path) => ['why', pathWords(path, visible, '>')] as const),
    ['source', `${registry === null ? source : visible(registry)}${published}`],
    ['trust', evidence.trust],
    ...(compared === undefined ? [] : [['compare', compared] as const]),
  ];
  return [
    `${paint.strong(`${visible(name, limits.name)} ${visible(version, limits.version)}`)}  ${roleWords(each)}`,
    ...facts.flatMap(([label, words]) => factLines(label, words, width)),
    '',
    ...chain.flatMap((link, index) => linkLines(link, index, paint, width)),
    ...findings.flatMap((finding) => findingLines(finding, paint, width)),
  ];
}

/** Columns in which a fact's words begin. */
const factColumn = 13;

function factLines(label: string, words: string, width: number): string[] {
  const [first = '', ...more] = wrap(words, ' '.repeat(factColumn), width, '');
  return [`  ${label.padEnd(factColumn - 2)}${first.slice(factColumn)}`, ...more];
}

const good = ['matches', 'verified', 'pass'];
const bad = ['differs', 'invalid', 'error'];

function linkLines({ link, state, checked, says }: ChainLink, index: number, paint: Paint, width: number): string[] {
  const word = good.includes(state)
    ? paint.verdict('pass', state)
    : paint.level(bad.includes(state) ? 'error' : 'warn', state);
  return [
    `  ${index === 0 ? '  ' : '→ '}${paint.strong(link)}: ${state === 'not-applicable' ? state : word}`,
    ...wrap(visible(says), '      ', width),
    ...wrap(`checked: ${checked}`, '      ', width).map(paint.faint),
  ];
}

function findingLines(finding: Finding, paint: Paint, width: number): string[] {
  const { rule, level, outcome, message, remediation, status } = finding;
  const label = `${levelWords[level]}[${visible(rule, limits.name)}]`;
  const unknown = outcome === 'indeterminate' ? 'not judged: ' : '';
  const next =
    status === 'reported' ? `next: ${visible(remediation)}` : `${coverVerb(finding)} ${coverWords(finding, visible)}`;
  const [first = '', ...more] = wrap(`${label} ${unknown}${visible(message)}`, '    ', width);
  return [first.replace(label, () => paint.level(level, label)), ...more, ...wrap(next, '      ', width)];
}
