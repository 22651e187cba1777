import { banner, code, table } from './markdown.mjs';

const floorWords = { whole: 'yes', part: 'in part', none: 'no' };

/** The text of docs/rules.md: every rule, with its levels and a link to its own page. */
export function rulesPage({ rules, presets }) {
  const [attacks, strict] = ['attacks', 'strict'].map((name) => new Map(presets).get(name).settings);
  return [
    banner,
    '# Rules',
    '',
    'The rules that lockgate checks. Each rule has a page with its reasons, a real attack, its options, messages and examples, and how to',
    'change or waive it. A level is `off`, `note` (listed, never in the verdict), `warn` or `error`; the columns give that of each rule',
    'under the presets `attacks`, `recommended` and `strict`.',
    'Some findings cannot be waived; they are called *floor*: findings that no policy, exception or approval can lower. A floor finding is',
    'always an error. Under the preset `audit` every other finding is a warning.',
    '',
    table(
      ['rule', 'what it checks', 'attacks', 'recommended', 'strict', 'floor'],
      rules.map((rule) => [
        `[${rule.id}](rules/${rule.id}.md)`,
        rule.summary,
        attacks.get(rule.id).level,
        rule.recommended,
        strictWords(rule, strict.get(rule.id)),
        floorWords[rule.floor],
      ]),
    ),
    '',
    'If evidence that a rule needs is unavailable, the finding is *indeterminate*, at the worst level that the rule could have',
    'reported: nothing passes because a registry was down. With `unavailable: warn`, the policy lowers indeterminate findings that are',
    'not floor to warnings. `lockgate policy explain PACKAGE` says why each finding of a package has its level.',
    '',
  ].join('\n');
}

function strictWords(rule, { level, options }) {
  const other = Object.keys(rule.strict ?? {}).map((name) => `${name} ${code(options[name])}`);
  return [level, ...other].join(', ');
}
