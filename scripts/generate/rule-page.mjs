import { toJSONSchema } from 'zod';

import { banner, code, table } from './markdown.mjs';
import { optionType } from './option-words.mjs';
import { examplesOf } from './rule-examples.mjs';

/** The text of docs/rules/<id>.md, from the rule itself. */
export function rulePage(rule, { presets, isWaivable, maySet, effectiveLevel, ...tools }) {
  const examples = examplesOf(rule, tools);
  return [
    banner,
    `# ${rule.id}`,
    '',
    rule.summary,
    '',
    levels(rule, presets),
    '',
    '## Why',
    '',
    rule.why,
    '',
    ...(rule.incident === undefined ? [] : [`**${rule.incident.date}.** ${rule.incident.what}`, '']),
    '## Options',
    '',
    optionsOf(rule, tools.optionsSchema),
    '',
    '## What it says, and how to fix it',
    '',
    ...Object.entries(rule.messages).flatMap((message) => messageLines(rule, message, examples)),
    '## Examples',
    '',
    'Each runs as a test. What is not named is unremarkable: left-pad 1.3.0, an old release of a registry, new to the lockfile' +
      ` as a direct dependency, judged on ${tools.now.slice(0, 10)}. The levels are those of the preset \`recommended\`.`,
    '',
    ...examples.flatMap((example) => exampleLines(rule, example, levelOf(rule, presets, effectiveLevel))),
    '## How to decide otherwise',
    '',
    ...decisions(rule, { isWaivable, maySet }),
    '[All rules](../rules.md) · [The policy](../policy.md)',
    '',
  ].join('\n');
}

const floorWords = {
  whole: 'It is floor: always an error, which no policy, profile, exception or mode lowers.',
  part: 'A part of it is floor: what is marked so below is always an error.',
  none: 'Nothing of it is floor.',
};

function levels(rule, presets) {
  const named = presets.map(([name, { settings }]) => `\`${name}\` ${settings.get(rule.id).level}`);
  return `Level: ${named.join(', ')}. ${floorWords[rule.floor]}`;
}

const severityWords = {
  mandatory: 'mandatory: always an error, which cannot be waived',
  configured: "the rule's level",
  advisory: 'a warning; an error under `strict`',
};
const severityOf = (severity) =>
  typeof severity === 'object' ? `as the option \`${severity.option}\` says` : severityWords[severity];

function messageLines(rule, [id, message], examples) {
  const shown = examples
    .flatMap(({ title, says }) => says.map((one) => ({ ...one, title })))
    .find((one) => one.id === id);
  if (shown === undefined) throw new Error(`${rule.id}: no example expects ${id}`);
  return [
    `### \`${id}\``,
    '',
    `Severity: ${severityOf(message.severity)}.`,
    '',
    `> ${shown.text}`,
    '',
    `Fix: ${shown.remediation}`,
    '',
  ];
}

function levelOf(rule, presets, effectiveLevel) {
  const setting = new Map(presets).get('recommended').settings.get(rule.id);
  return (id) => {
    const { level, floor } = effectiveLevel(rule.floor, rule.messages[id].severity, setting);
    return floor ? 'error (floor)' : level === 'off' ? 'off: said where the level is higher' : level;
  };
}

function exampleLines(rule, { title, input, says }, level) {
  return [
    `**${title}**`,
    '',
    ...(input === '' ? [] : ['```', input.trimEnd(), '```', '']),
    ...(says.length === 0
      ? ['→ passes']
      : says
          .map(({ id, text }) => `→ \`${id}\`, ${level(id)}: “${text}”`)
          .join('\n\n')
          .split('\n')),
    '',
  ];
}

function optionsOf(rule, optionsSchema) {
  const { properties = {} } = toJSONSchema(optionsSchema(rule), { io: 'input' });
  const rows = Object.entries(properties).map(([name, option]) => [
    `\`${name}\``,
    optionType(option),
    code(option.default),
    option.description ?? '',
  ]);
  const stricter = Object.entries(rule.strict ?? {}).map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``);
  if (rows.length === 0) return 'None beside `level`.';
  return [
    table(['option', 'type', 'default', 'what it does'], rows),
    ...(stricter.length === 0 ? [] : ['', `Under \`strict\`: ${stricter.join(', ').replaceAll('"', '')}.`]),
  ].join('\n');
}

const block = (...lines) => ['```yaml', 'version: 1', ...lines, '```', ''];

/** Blocks of policy that a test loads, each complete. */
function decisions(rule, { isWaivable, maySet }) {
  if (rule.floor === 'whole') return ['Not at all: it is part of the floor. Change what it speaks of.', ''];
  const level = rule.recommended === 'error' ? 'warn' : rule.recommended === 'warn' ? 'error' : 'warn';
  const other = rule.floor === 'part' ? ' (of what is not floor)' : '';
  return [
    `Another level${other} everywhere:`,
    '',
    ...block('rules:', `  ${rule.id}: ${level}`),
    ...(maySet(rule)
      ? [
          'Or for some folders, types of dependency or packages only, by a profile:',
          '',
          ...block(
            'profiles:',
            '  experiment:',
            '    rules:',
            `      ${rule.id}: ${level}`,
            'apply:',
            "  - { profile: experiment, paths: ['experiments/**'] }",
          ),
        ]
      : []),
    ...exceptions(rule, isWaivable(rule), other),
  ];
}

function exceptions(rule, waivable, other) {
  if (!waivable) return [`There are no exceptions from it: ${whyNone(rule)}.`, ''];
  const advisories = rule.id === 'advisory' ? ['    advisories: [GHSA-44c6-4v22-4mhx]'] : [];
  return [
    `For one package${other}, an exception: a decision with a reason and an end, on the base branch.`,
    '',
    ...block(
      'exceptions:',
      '  - id: SEC-1412',
      '    package: left-pad@1.3.0',
      `    rules: [${rule.id}]`,
      ...advisories,
      '    reason: Why this case is fine, for whoever reads it next.',
      "    owner: '@acme/appsec'",
      '    expires: 2026-12-31',
    ),
  ];
}

function whyNone({ id, subject }) {
  if (subject === 'lockfile') return 'an exception is about a package, and this rule about a file';
  if (subject === 'policy') return 'mend the entry that it names';
  if (id === 'deny') return 'take the entry out of `deny`, or narrow its range';
  throw new Error(`${id}: no word on why there are no exceptions`);
}
