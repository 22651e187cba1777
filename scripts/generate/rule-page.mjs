import { toJSONSchema } from 'zod';

import { banner, code, table } from './markdown.mjs';
import { optionType } from './option-words.mjs';
import { examplesOf } from './rule-examples.mjs';

/** The text of docs/rules/<id>.md, from the rule itself. */
export function rulePage(rule, { presets, isWaivable, fileCodes, maySet, effectiveLevel, ...tools }) {
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
    '## Messages and fixes',
    '',
    ...Object.entries(rule.messages).flatMap((message) => messageLines(rule, message, examples)),
    '## Examples',
    '',
    'Each example runs as a test. It names only what differs from an ordinary package: left-pad 1.3.0, an old release from a registry,' +
      ` added to the lockfile as a direct dependency and judged on ${tools.now.slice(0, 10)}. The levels are those of the preset \`recommended\`.`,
    '',
    ...examples.flatMap((example) => exampleLines(rule, example, levelOf(rule, presets, effectiveLevel))),
    '## How to change or waive this rule',
    '',
    ...policyExamples(rule, { isWaivable, fileCodes, maySet }),
    '[All rules](../rules.md) · [The policy](../policy.md)',
    '',
  ].join('\n');
}

const floorWords = {
  whole: 'Its findings cannot be waived (floor): they are errors under every policy, profile, exception and mode.',
  part: 'Findings that are marked “floor” below cannot be waived: they are always errors.',
  none: 'A policy can lower all of its findings (none is floor).',
};

function levels(rule, presets) {
  const named = presets.map(([name, { settings }]) => `\`${name}\` ${settings.get(rule.id).level}`);
  return `Level: ${named.join(', ')}. ${floorWords[rule.floor]}`;
}

const severityWords = {
  mandatory: 'an error that cannot be waived (mandatory)',
  configured: "the rule's level",
  advisory: 'a warning (advisory); an error under `strict`',
  note: 'a note: listed, and never in the verdict',
};
const severityOf = (severity) =>
  typeof severity !== 'object'
    ? severityWords[severity]
    : 'presets' in severity
      ? `${Object.entries(severity.presets)
          .map(([name, level]) => `${code(name)} ${level}`)
          .join(', ')}; a level that the policy sets for the rule replaces it`
      : `set by the option ${code(severity.option)}`;

function messageLines(rule, [id, message], examples) {
  const shown = examples
    .flatMap(({ title, messages }) => messages.map((one) => ({ ...one, title })))
    .find((one) => one.id === id);
  if (shown === undefined) throw new Error(`${rule.id}: no example reports ${id}`);
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
    const { level, floor } = effectiveLevel(rule.floor, rule.messages[id].severity, setting, id);
    return floor ? 'error (floor)' : level === 'off' ? 'off, reported only at a higher level' : level;
  };
}

function exampleLines(rule, { title, input, messages }, level) {
  return [
    `**${title}**`,
    '',
    ...(input === '' ? [] : ['```', input.trimEnd(), '```', '']),
    ...(messages.length === 0
      ? ['→ passes']
      : messages
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
  if (rows.length === 0) return 'None except `level`.';
  return [
    table(['option', 'type', 'default', 'what it does'], rows),
    ...(stricter.length === 0 ? [] : ['', `Under \`strict\`: ${stricter.join(', ').replaceAll('"', '')}.`]),
  ].join('\n');
}

const block = (...lines) => ['```yaml', 'version: 1', ...lines, '```', ''];

/** Policies that change or waive the rule. Each is complete, and a test loads it. */
function policyExamples(rule, { isWaivable, fileCodes, maySet }) {
  if (rule.floor === 'whole')
    return ['You cannot: its findings cannot be waived (floor). Change what the finding names.', ''];
  const level = rule.recommended === 'error' ? 'warn' : rule.recommended === 'warn' ? 'error' : 'warn';
  const other = rule.floor === 'part' ? ' (not for floor findings)' : '';
  return [
    `To set another level everywhere${other}:`,
    '',
    ...block('rules:', `  ${rule.id}: ${level}`),
    ...(maySet(rule)
      ? [
          'To set it only for some folders, dependency types or packages, use a profile:',
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
    ...(rule.subject === 'lockfile' ? fileExceptions(rule, fileCodes) : exceptions(rule, isWaivable(rule), other)),
  ];
}

/** Findings about a file are waived only for the content that they are about. */
function fileExceptions(rule, fileCodes) {
  const codes = [...fileCodes([rule]).keys()];
  const named = codes.map((one) => `\`${one}\``).join(', ');
  return [
    `To waive a finding about one change of a file, add an exception with the fingerprint that \`--format json\` prints for it: other content is another finding. The exception may name ${named}. It covers no finding that names a package version.`,
    '',
    ...block(
      'exceptions:',
      '  - id: SEC-1413',
      "    path: 'path/to/the/file'",
      `    codes: [${codes[0]}]`,
      `    fingerprint: ${'0123456789abcdef'.repeat(4)}`,
      '    reason: Why this change is acceptable.',
      "    owner: '@acme/appsec'",
      '    expires: 2026-12-31',
    ),
  ];
}

function exceptions(rule, waivable, other) {
  if (!waivable) return [`This rule has no exceptions: ${whyNone(rule)}.`, ''];
  const advisories = rule.id === 'advisory' ? ['    advisories: [GHSA-44c6-4v22-4mhx]'] : [];
  return [
    `To waive the rule for one package${other}, add an exception with a reason and an expiry date on the base branch:`,
    '',
    ...block(
      'exceptions:',
      '  - id: SEC-1412',
      '    package: left-pad@1.3.0',
      `    rules: [${rule.id}]`,
      ...advisories,
      '    reason: Why this case is acceptable.',
      "    owner: '@acme/appsec'",
      '    expires: 2026-12-31',
    ),
  ];
}

function whyNone({ id, subject }) {
  if (subject === 'policy') return 'fix the entry that the finding names';
  if (id === 'deny') return 'remove the entry from `deny`, or narrow its range';
  throw new Error(`${id}: no text that says why there are no exceptions`);
}
