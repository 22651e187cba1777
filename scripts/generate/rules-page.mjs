import { toJSONSchema } from 'zod';

import { banner, code, table } from './markdown.mjs';

const floorWords = { whole: 'yes', part: 'in part', none: 'no' };
const weightOf = (weight) =>
  typeof weight === 'object' ? `as the option \`${weight.option}\` says` : weightWords[weight];
const weightWords = { floor: 'floor', level: "the rule's level", advice: 'a warning; an error under `strict`' };

/** The text of docs/rules.md, from the rules themselves. */
export function rulesPage({ rules, presets, dossierOf, optionsSchema, now }) {
  const strict = new Map(presets).get('strict').settings;
  return [
    banner,
    '# Rules',
    '',
    'What lockgate looks for, and what it says. A rule speaks once for each package version and lockfile. Its level is',
    '`off`, `warn` or `error`; the columns give the level of the presets `recommended` and `strict`. Under the preset',
    '`audit` everything but the floor is a warning. *Floor* means that no policy, exception or mode lowers it: always an error.',
    '',
    table(
      ['rule', 'what', 'recommended', 'strict', 'floor'],
      rules.map((rule) => [
        `[${rule.id}](#${rule.id})`,
        rule.summary,
        rule.recommended,
        strictWords(rule, strict.get(rule.id)),
        floorWords[rule.floor],
      ]),
    ),
    '',
    'Evidence that a rule needs and that could not be read gives an *indeterminate* finding, at the worst level that the',
    "rule could have spoken with: nothing passes because a registry was down. The policy's `unavailable: warn` lowers those",
    'that are not floor.',
    '',
    ...rules.flatMap((rule) => section(rule, { dossierOf, optionsSchema, now })),
  ].join('\n');
}

function strictWords(rule, { level, options }) {
  const other = Object.keys(rule.strict ?? {}).map((name) => `${name} ${code(options[name])}`);
  return [level, ...other].join(', ');
}

function section(rule, tools) {
  const spoken = examplesOf(rule, tools);
  const quiet = spoken.filter(({ says }) => says.length === 0);
  return [
    `## ${rule.id}`,
    '',
    rule.summary,
    '',
    rule.why,
    '',
    ...optionsOf(rule, tools),
    '**What it says.**',
    '',
    ...Object.entries(rule.messages).flatMap(([id, message]) => {
      const shown = spoken
        .flatMap(({ title, says }) => says.map((one) => ({ ...one, title })))
        .find((one) => one.id === id);
      if (shown === undefined) throw new Error(`${rule.id}: no example speaks ${id}`);
      return [
        `- \`${id}\` (${weightOf(message.weight)}). ${shown.title}:`,
        `  - “${shown.text}”`,
        `  - ${shown.remediation}`,
      ];
    }),
    '',
    ...(quiet.length === 0 ? [] : ['**Passes.**', '', ...quiet.map(({ title }) => `- ${title}`), '']),
    ...admission(rule),
  ];
}

/** Each example with what the rule says of it. */
function examplesOf(rule, { dossierOf, optionsSchema, now }) {
  return rule.examples.map((example) => {
    const options = optionsSchema(rule).parse({ ...example.options });
    const context = { now, mode: example.mode ?? 'check' };
    const violations =
      rule.subject === 'package'
        ? checkPackage(rule, dossierOf(example.dossier), options, context)
        : rule.subject === 'lockfile'
          ? rule.check({ observation: example.observation, options, context })
          : [example.violation];
    return {
      title: example.title,
      says: violations.map(({ code: id, args }) => ({
        id,
        text: rule.messages[id].text(args),
        remediation: rule.messages[id].remediation(args),
      })),
    };
  });
}

function checkPackage(rule, { evidence, ...dossier }, options, context) {
  return rule.check({ dossier, evidence, options, context });
}

function optionsOf(rule, { optionsSchema }) {
  const { properties = {} } = toJSONSchema(optionsSchema(rule), { io: 'input' });
  const rows = Object.entries(properties).map(([name, option]) => [
    `\`${name}\``,
    code(option.default),
    option.description ?? '',
  ]);
  return rows.length === 0 ? [] : ['**Options.**', '', table(['option', 'default', 'what it does'], rows), ''];
}

function admission(rule) {
  if (rule.floor === 'whole') return ['**Exceptions.** None: the rule is part of the floor.', ''];
  if (rule.subject === 'lockfile') {
    return ['**Exceptions.** None: an exception is about a package. The level governs what is not floor.', ''];
  }
  if (rule.id === 'deny') return ['**Exceptions.** None: take the entry out of `deny`, or narrow its range.', ''];
  if (rule.subject === 'policy') return ['**Exceptions.** None: mend the exception that it names.', ''];
  const except = rule.floor === 'part' ? ' For what is not floor:' : '';
  return [
    `**Exceptions.**${except}`,
    '',
    '```yaml',
    'exceptions:',
    '  - package: left-pad@1.3.0',
    `    rules: [${rule.id}]`,
    '    reason: Why this case is fine, for whoever reads it next.',
    '    expires: 2026-12-31',
    '```',
    '',
  ];
}
