import type { Finding, GateError, Instant, Report, ReportedChange, ReportedTrust } from '../model.ts';
import { limits, visible } from '../text.ts';
import type { ChainLink } from './chain.ts';
import { logText } from './escape.ts';
import type { Paint } from './paint.ts';
import { painter } from './paint.ts';
import { minute, pathWords, placeWords, policyWords, roleWords, trustWords } from './words.ts';

/** `lockgate-explanation/1`: one package name of one state of a repository. */
export interface Explanation {
  readonly schema: 'lockgate-explanation/1';
  readonly wanted: { readonly name: string; readonly version: string | null };
  readonly evaluatedAt: Instant;
  readonly head: string;
  readonly policy: Report['policy'];
  /** Ids of the rules that are on. */
  readonly rules: readonly string[];
  readonly trust?: ReportedTrust;
  /** One for each version in each lockfile; empty where it is not locked. */
  readonly packages: readonly (ReportedChange & {
    readonly findings: readonly Finding[];
    readonly chain: readonly ChainLink[];
  })[];
  /** What may have been meant, where it is not locked. */
  readonly similar: readonly string[];
  readonly errors: readonly GateError[];
}

type Explained = Explanation['packages'][number];

/** The explanation for a person: why it is here, the chain link by link, and what the rules say. */
export function explanationText(explanation: Explanation, colour = false): string {
  const paint = painter(colour);
  const { wanted, packages, head, similar, policy } = explanation;
  const asked = `${visible(wanted.name, limits.name)}${wanted.version === null ? '' : ` ${visible(wanted.version, limits.version)}`}`;
  const meant = similar.map((name) => visible(name, limits.name)).join(', ');
  const lines =
    packages.length === 0
      ? [`${asked} is not locked in ${visible(head)}.${meant === '' ? '' : ` Locked here: ${meant}.`}`]
      : packages.flatMap((each) => [...packageLines(each, paint), '']);
  const words = [`Judged ${visible(head)}`, policyWords({ policy }, visible), trustWords(explanation)];
  const end = packages.length === 0 ? [] : [paint.faint(`${words.filter((word) => word !== undefined).join('; ')}.`)];
  return logText(`${[...lines, ...end].join('\n')}\n`);
}

function packageLines(each: Explained, paint: Paint): string[] {
  const { name, version, lockfile, line, via, direct, manifests, source, registry, evidence, chain, findings } = each;
  const paths = direct ? [] : via.map((path) => `  why        ${pathWords(path, visible, '>')}`);
  const declared = manifests.map((place) => placeWords(place)).join(', ');
  const published = evidence.publishedAt === null ? '' : `, published ${minute(evidence.publishedAt)}`;
  return [
    `${paint.strong(`${visible(name, limits.name)} ${visible(version, limits.version)}`)}  ${roleWords(each)}`,
    `  locked at  ${placeWords({ path: lockfile, line })}`,
    ...(declared === '' ? [] : [`  asked for  ${declared}`]),
    ...paths,
    `  source     ${registry === null ? source : visible(registry)}${published}`,
    `  trust      ${evidence.trust}`,
    '',
    ...chain.flatMap((link, index) => linkLines(link, index, paint)),
    ...findings.flatMap((finding) => findingLines(finding, paint)),
  ];
}

const good = ['matches', 'verified', 'pass'];
const bad = ['differs', 'invalid', 'error'];

function linkLines({ link, state, checked, says }: ChainLink, index: number, paint: Paint): string[] {
  const word = good.includes(state)
    ? paint.verdict('pass', state)
    : paint.level(bad.includes(state) ? 'error' : 'warn', state);
  return [
    `  ${index === 0 ? '  ' : '→ '}${paint.strong(link)}: ${state === 'not-applicable' ? state : word}`,
    `      ${visible(says)}`,
    `      ${paint.faint(`checked: ${checked}`)}`,
  ];
}

function findingLines(
  { rule, level, outcome, message, remediation, status, decision }: Finding,
  paint: Paint,
): string[] {
  const label = `${level === 'error' ? 'error' : 'warning'}[${visible(rule, limits.name)}]`;
  const unknown = outcome === 'indeterminate' ? 'not judged: ' : '';
  return [
    `    ${paint.level(level, label)} ${unknown}${visible(message)}`,
    `      ${status === 'reported' ? `next: ${visible(remediation)}` : `covered by ${visible(decision ?? 'a decision')}`}`,
  ];
}
