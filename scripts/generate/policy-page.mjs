import { banner, code, table } from './markdown.mjs';

/** A policy with every kind of key. A test loads it. */
export const examplePolicy = `version: 1
extends: recommended
baselines: [7.x, 'release/*']
unavailable: error
lockfiles:
  exclude: ['examples/**']
registries:
  - url: https://registry.acme.example/
    scopes: ['@acme']
    exclusive: true
    signatures: none
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
  - path: .yarnrc.yml
    codes: [setting-changed]
    fingerprint: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    reason: Our own registry, set up by the platform team.
    expires: 2026-12-31
approvals:
  approvers:
    users:
      - { login: octocat, id: 583231 }
      - { login: mona, id: 1001 }
    minimumPermission: write
  never:
    - { login: acme-ci, id: 99 }
  required: 1
  keys:
    - id: 583231
      key: sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAID6BUnFXQfwEnT88eoq755hUlLeYaBIJhD+8qAxpIRwJAAAADHNzaDpsb2NrZ2F0ZQ==
  ownChanges: never
  maximumAge: 180d
admissions:
  publicLog: false
`;

/** The text of docs/policy.md, from the policy's JSON Schema, the rules and the presets. */
export function policyPage({ schema, rules, presets, laterKeys }) {
  return [
    banner,
    '# The policy',
    '',
    'The policy is a YAML file at `.github/dependency-policy.yml`. lockgate reads it from the *default branch* (on the command line, from the',
    'base that is named), so a pull request cannot change the policy that judges it. Without the file the preset `recommended` applies. Keys',
    'that the file leaves out take their values from the preset.',
    '',
    '```yaml',
    examplePolicy.trimEnd(),
    '```',
    '',
    'The file is YAML 1.2, one document, at most 256 KiB and 32 levels deep, without anchors, tags, directives and merge keys. An unknown',
    'key, a wrong type or an unreadable file is an error that names line and column; lockgate never falls back to the defaults.',
    '`lockgate policy check` shows all errors at once, and `lockgate policy explain` prints every effective value with its origin. Editors',
    'complete and check the file with [policy.schema.json](policy.schema.json).',
    '',
    '## Keys',
    '',
    table(['key', 'type', 'default', 'what it does'], rowsOf(schema)),
    '',
    `This version does not support these keys yet; it refuses them rather than ignoring them: ${laterKeys.map(code).join(', ')}.`,
    '',
    'Patterns may contain `*` (within a segment), `**` (across segments) and `?`, and must match the whole name or path. Durations are whole',
    'hours or days: `72h`, `7d`.',
    '',
    '## Rules and presets',
    '',
    'Set a rule to a level (`off`, `note`, `warn`, `error`), or to a mapping of `level`, the options of the rule, and levels of single codes',
    "of it, by their names on the rule's page: `provenance: { missing: error, depth: direct }`. The level of a code replaces what the rule's",
    'level would give it, also where the rule is off. A note is listed, and never in the verdict. Some findings cannot be waived; they are called *floor*: findings that no policy, exception or approval can lower.',
    'The last column says whether the findings of a rule are floor. [rules.md](rules.md) describes each rule.',
    '',
    table(
      ['rule', ...presets.map(([name]) => `\`${name}\``), 'floor'],
      rules.map((rule) => [
        `[${rule.id}](rules/${rule.id}.md)`,
        ...presets.map(([, { settings }]) => settingWords(settings.get(rule.id))),
        { whole: 'yes', part: 'in part', none: 'no' }[rule.floor],
      ]),
    ),
    '',
    '`attacks` blocks only what points at an attack: the floor, malware, signs of a takeover and install scripts on first sight. Under',
    '`strict`, advisory findings are errors too. The key `unavailable` is `warn` under `audit`, and `error` under the other presets.',
    '',
    '## Exceptions',
    '',
    'An exception waives rules for the versions that it selects, until midnight UTC at the start of the day in `expires`. It never covers a',
    'floor finding, and it cannot name a rule whose findings are all floor. The rule [exception-hygiene](rules/exception-hygiene.md) reports',
    'exceptions that have expired or are too wide. In audits, which judge every locked package, it also reports unused exceptions.',
    '',
    'An exception for a finding about a file, which names no package version, has `path`, `codes` and `fingerprint` instead of `package` and `rules`.',
    'The fingerprint is in the JSON report, of findings with `ofFiles: true`. It is over mode and content, before and after, of every file',
    'that the finding is about: other content is another finding, which this exception does not cover. Once the change is merged, an audit',
    'reports the exception as unused: remove it.',
    '',
    '## Approvals',
    '',
    'The accounts under `approvals` may let in, by a comment on a pull request, what blocks it: [approvals.md](approvals.md) says how, and what',
    'GitHub cannot tell.',
    '',
    'A security key under `keys` is one of its own, made for decisions alone:',
    '`ssh-keygen -t ed25519-sk -O application=ssh:lockgate -O verify-required -f lockgate_sk`. Its signature counts only where the key was touched and',
    'knew by PIN or finger who touched it. That a key is hardware cannot be told from its line: whoever lets the line in believes it.',
    '`ownChanges: security-key` lets an approver decide about their own pull request by a signed record, as a repository of one person needs.',
    'Have two keys: who loses the only one is locked out.',
    '',
  ].join('\n');
}

function settingWords({ level, options }) {
  return [
    level,
    ...Object.entries(options).map(([name, value]) => `\`${name}: ${JSON.stringify(value).replaceAll('"', '')}\``),
  ].join(', ');
}

/** One row for each key, except the rules, in the order of the schema. */
function rowsOf(schema, prefix = '', required = 'required') {
  return Object.entries(schema.properties).flatMap(([name, value]) => {
    const path = prefix + name;
    const needed = schema.required?.includes(name) === true ? ` (${required})` : '';
    const fallback = value.default === undefined ? '' : code(value.default);
    const row = [`\`${path}\`${needed}`, typeWords(path, value), fallback, value.description ?? ''];
    if (path === 'rules' || path.endsWith('.rules')) return [row];
    const named = value.additionalProperties;
    if (named?.type === 'object') return [row, ...rowsOf(named, `${path}.<name>.`)];
    if (value.type === 'object') return [row, ...rowsOf(value, `${path}.`)];
    const shapes = (value.anyOf ?? []).filter((one) => one.type === 'object');
    if (shapes.length > 1)
      return [row, ...shapes.flatMap((shape, at) => rowsOf(shape, `${path}.`, `required in form ${at + 1}`))];
    if (shapes.length > 0) return [row, ...rowsOf(shapes[0], `${path}.`)];
    if (value.items?.type === 'object') return [row, ...rowsOf(value.items, `${path}[].`)];
    return [row];
  });
}

function typeWords(path, { type, format, items, anyOf, const: only, enum: words }) {
  if (anyOf?.every((one) => one.type === 'object')) return `mapping in one of ${anyOf.length} forms`;
  if (anyOf !== undefined) return anyOf.map((one) => typeWords(path, one)).join(' or ');
  if (only !== undefined) return code(only);
  if (path === 'rules' || path.endsWith('>.rules')) return 'mapping of rules to settings';
  if (path === 'exceptions[].rules') return 'list of rules';
  if (path === 'exceptions[].codes') return 'list of codes';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'date and time';
  if (words !== undefined) return words.map(code).join(', ');
  if (type === 'array') return items.type === 'object' ? 'list of mappings' : 'list of strings';
  const plain = { object: 'mapping', string: 'string', number: 'number', integer: 'whole number', null: '`null`' };
  return { ...plain, boolean: '`true`, `false`' }[type];
}
