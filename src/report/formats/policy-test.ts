import type { CaseOutcome, PolicyTest } from '../../model/index.ts';
import { limits, visible } from '../../text/visible.ts';
import { logText } from '../escape.ts';
import { list, minute, packageTitle, plural, policyWords } from '../view/words.ts';
import type { Paint } from './paint.ts';
import { painter } from './paint.ts';
import { wrap } from './wrap.ts';

/** The table of cases for a person: what differs first said on its line, then the findings that made it so. */
export function policyTestText(
  test: PolicyTest,
  options: { readonly colour: boolean; readonly width: number },
): string {
  const paint = painter(options.colour);
  const { cases, counts, source } = test;
  const titles = cases.map((one) => packageTitle({ name: one.package, version: one.version }, visible));
  const column = Math.min(48, Math.max(0, ...titles.map(({ length }) => length)));
  const lines = cases.flatMap((one, index) =>
    caseLines(one, (titles[index] ?? '').padEnd(column), paint, options.width),
  );
  const tally = `${plural(counts.cases, 'case')}: ${counts.ok} as expected${counts.failed === 0 ? '' : `, ${counts.failed} not`}`;
  const word = counts.failed === 0 ? 'pass' : 'fail';
  const verdict = paint.verdict(word, word.toUpperCase());
  const closing = `Judged ${visible(source)} by ${policyWords(test, visible)}, from recorded evidence.`;
  return logText(
    [`${verdict}  ${tally}`, '', ...lines, '', ...wrap(closing, '', options.width).map(paint.faint), ''].join('\n'),
  );
}

function caseLines(one: CaseOutcome, title: string, paint: Paint, width: number): string[] {
  const { ok, name, line, verdict, expected, findings } = one;
  const sign = ok ? paint.verdict('pass', 'ok    ') : paint.verdict('fail', 'not ok');
  const what = name === null ? '' : `  ${visible(name, limits.message)}`;
  if (ok) return [`  ${sign}  ${title}  ${(verdict ?? '').padEnd(4)}${what}`.trimEnd()];
  return [
    `  ${sign}  ${title}  ${(verdict ?? '-').padEnd(4)}${what}`.trimEnd(),
    ...wrap(`line ${line}, as of ${minute(one.at)}: ${differences(one).join('; ')}`, '          ', width),
    ...findings.flatMap(({ rule, level, message }) =>
      wrap(`${level} ${visible(rule, limits.name)}: ${visible(message, limits.message)}`, '          ', width),
    ),
    ...(verdict === 'pass' && expected.verdict !== 'pass' ? ['          no rule has a finding at warn or error'] : []),
  ];
}

function differences({ differs, expected, verdict, ...said }: CaseOutcome): readonly string[] {
  return differs.map((what) => {
    if (what === 'evidence') {
      return verdict === null
        ? `the evidence does not have this package: correct the name and version, or ${record(said)}`
        : `the evidence lacks what a rule needs to judge it as newly added: ${record(said)}`;
    }
    if (what === 'lockfiles' || what === 'registries') return unjudged[what];
    if (what === 'verdict') return `expected ${expected.verdict}, but it is ${verdict ?? 'not judged'}`;
    const [wanted, found] = [named(expected[what]), named(said[what])];
    return what === 'rules'
      ? `expected findings of ${wanted ?? 'no rule'}, found ${found === undefined ? 'none' : `those of ${found}`}`
      : `expected ${wanted === undefined ? 'no code' : `the codes ${wanted}`}, found ${found ?? 'none'}`;
  });
}

const record = (one: { readonly package: string; readonly version: string }) =>
  `record it with \`vet ${visible(`${one.package}@${one.version}`, limits.name)} --preset strict --evidence-out FILE\``;

const unjudged = {
  lockfiles: 'this policy does not judge the lockfile of the evidence; see its key `lockfiles`',
  registries: 'this policy names another registry for it than the evidence has; record it again with this policy',
} as const;

const named = (ids: readonly string[] | undefined) =>
  ids === undefined || ids.length === 0 ? undefined : list(ids.map((id) => visible(id, limits.name)));
