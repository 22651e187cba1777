import { banner, code, table } from './markdown.mjs';

const floorWords = { whole: 'yes', part: 'in part', none: 'no' };

/** The text of docs/rules.md: every rule, with its levels and the page that tells the rest. */
export function rulesPage({ rules, presets }) {
  const strict = new Map(presets).get('strict').settings;
  return [
    banner,
    '# Rules',
    '',
    'What lockgate looks for; each rule has a page with the reasons, a real attack, the options, the messages, examples and how to',
    'decide otherwise. A rule speaks once for each package version and lockfile. Its level is `off`, `warn` or `error`; the columns',
    'give the level of the presets `recommended` and `strict`. Under the preset `audit` everything but the floor is a warning. *Floor*',
    'means that no policy, exception or mode lowers it: always an error.',
    '',
    table(
      ['rule', 'what', 'recommended', 'strict', 'floor'],
      rules.map((rule) => [
        `[${rule.id}](rules/${rule.id}.md)`,
        rule.summary,
        rule.recommended,
        strictWords(rule, strict.get(rule.id)),
        floorWords[rule.floor],
      ]),
    ),
    '',
    'Evidence that a rule needs and that could not be read gives an *indeterminate* finding, at the worst level that the',
    "rule could have spoken with: nothing passes because a registry was down. The policy's `unavailable: warn` lowers those",
    'that are not floor. `lockgate policy explain PACKAGE` says for a package why each finding has its level.',
    '',
  ].join('\n');
}

function strictWords(rule, { level, options }) {
  const other = Object.keys(rule.strict ?? {}).map((name) => `${name} ${code(options[name])}`);
  return [level, ...other].join(', ');
}
