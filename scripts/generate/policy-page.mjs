import { banner, code, table } from './markdown.mjs';

/** A policy that holds every kind of key. A test loads it. */
export const examplePolicy = `version: 1
extends: recommended
unavailable: error
lockfiles:
  exclude: ['examples/**']
registries:
  - url: https://registry.acme.example/
    scopes: ['@acme']
    exclusive: true
    signatures: unsupported
    tokenEnv: ACME_NPM_TOKEN
sources:
  malware: [registry, osv]
trustedRoot: .github/trusted_root.json
provenance:
  - packages: ['@acme/*']
    repository: https://github.com/acme/widgets
    workflow: .github/workflows/release.yml
rules:
  abandonment: off
  cooldown: { minimumReleaseAge: 7d }
  install-scripts: { level: error, allow: [esbuild, 'sharp@>=0.33.0'] }
deny:
  - { package: request, reason: Unmaintained since 2020., useInstead: undici }
publishers:
  - packages: ['@acme-oss/*']
    identity: { sourceRepository: https://github.com/acme/oss, workflow: .github/workflows/release.yml }
    start: 2026-01-01
    end: 2026-12-31
    waives: [cooldown]
    reason: Our own packages, released from a reviewed branch.
profiles:
  experiment:
    description: Short-lived experiments without secrets or production data.
    rules: { cooldown: warn, new-package: warn }
apply:
  - { profile: experiment, paths: ['experiments/**'] }
exceptions:
  - id: SEC-1412
    package: left-pad@1.3.0
    rules: [cooldown]
    reason: Fixes the crash of last night; the diff was read by two of us.
    owner: '@acme/appsec'
    expires: 2026-12-31
`;

/** The text of docs/policy.md, from the policy's JSON Schema, the rules and the presets. */
export function policyPage({ schema, rules, presets, laterKeys }) {
  return [
    banner,
    '# The policy',
    '',
    'A YAML file at `.github/dependency-policy.yml`, read from the *base* of a pull request: a pull request cannot change the policy',
    'that judges it. Without the file the preset `recommended` applies. What the file leaves out comes from the preset.',
    '',
    '```yaml',
    examplePolicy.trimEnd(),
    '```',
    '',
    'The file is YAML 1.2, one document, at most 256 KiB and 32 levels deep, without anchors, tags, directives and merge keys. An unknown',
    'key, a wrong type or an unreadable file is an error that names line and column, never a reason to fall back to the defaults.',
    '`lockgate policy check` shows all of them at once, `lockgate policy explain` prints every effective value with its origin, and editors',
    'complete and check the file with [policy.schema.json](policy.schema.json).',
    '',
    '## Keys',
    '',
    table(['key', 'what it may be', 'default', 'what it does'], rowsOf(schema)),
    '',
    `Not supported by this version yet, and refused rather than ignored: ${laterKeys.map(code).join(', ')}.`,
    '',
    'Patterns are `*` (within a segment), `**` (across segments) and `?`, and match the whole name or path. Durations are whole hours or days:',
    '`72h`, `7d`.',
    '',
    '## Rules and presets',
    '',
    'A rule is set to a level (`off`, `warn`, `error`), or to a mapping of `level` and its options. Some of what a rule says is *floor*:',
    'an error under every policy. What each rule says, and why, is in [rules.md](rules.md).',
    '',
    table(
      ['rule', ...presets.map(([name]) => `\`${name}\``), 'floor'],
      rules.map((rule) => [
        `[${rule.id}](rules.md#${rule.id})`,
        ...presets.map(([, { settings }]) => settingWords(settings.get(rule.id))),
        { whole: 'yes', part: 'in part', none: 'no' }[rule.floor],
      ]),
    ),
    '',
    'Under `strict`, what a rule gives as advice counts as an error too. Under `audit` the key `unavailable` is `warn`, otherwise `error`.',
    '',
    '## Exceptions',
    '',
    'An exception waives rules for the versions that it selects, until midnight UTC at the start of the day in `expires`. It never covers',
    'what is floor, and a rule that is wholly floor cannot be named. Expired and too wide exceptions are findings of the rule',
    '[exception-hygiene](rules.md#exception-hygiene); unused ones are, in audits, where everything that is locked is judged.',
    '',
  ].join('\n');
}

function settingWords({ level, options }) {
  return [
    level,
    ...Object.entries(options).map(([name, value]) => `\`${name}: ${JSON.stringify(value).replaceAll('"', '')}\``),
  ].join(', ');
}

/** One row for each key, rules aside, in the order of the schema. */
function rowsOf(schema, prefix = '') {
  return Object.entries(schema.properties).flatMap(([name, value]) => {
    const path = prefix + name;
    const needed = schema.required?.includes(name) === true ? ' (needed)' : '';
    const fallback = value.default === undefined ? '' : code(value.default);
    const row = [`\`${path}\`${needed}`, typeWords(path, value), fallback, value.description ?? ''];
    if (path === 'rules' || path.endsWith('.rules')) return [row];
    const named = value.additionalProperties;
    if (named?.type === 'object') return [row, ...rowsOf(named, `${path}.<name>.`)];
    if (value.type === 'object') return [row, ...rowsOf(value, `${path}.`)];
    if (value.items?.type === 'object') return [row, ...rowsOf(value.items, `${path}[].`)];
    return [row];
  });
}

function typeWords(path, { type, format, items, anyOf, const: only, enum: words }) {
  if (anyOf !== undefined) return anyOf.map((one) => typeWords(path, one)).join(' or ');
  if (only !== undefined) return code(only);
  if (path === 'rules' || path.endsWith('>.rules')) return 'mapping of rules to settings';
  if (path === 'exceptions[].rules') return 'list of rules';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'instant';
  if (words !== undefined) return words.map(code).join(', ');
  if (type === 'array') return items.type === 'object' ? 'list of mappings' : 'list of texts';
  return { object: 'mapping', string: 'text', boolean: '`true`, `false`', number: 'number', null: '`null`' }[type];
}
