import { wrap } from '../report/formats/wrap.ts';
import { examples, overviewExamples } from './help-examples.ts';
import type { FlaggedCommand, StringFlag, Switch } from './flags.ts';
import { flagsOf } from './flags.ts';
import { installed } from './program.ts';

type Flag = StringFlag | Switch | 'refresh-trust' | 'offline' | 'verbose' | 'yes';

/** What each flag takes, what it does, and its default. */
const flagWords: Readonly<Record<Flag, readonly [value: string, says: string]>> = {
  base: ['REV', 'the state before the change (default: where the head left the default branch)'],
  head: ['REV', 'the proposed state (default: the work tree)'],
  repo: ['DIR', 'a folder of the git repository (default: this one)'],
  'base-dir': ['DIR', 'a folder with the state before the change; needs --head-dir, and no git'],
  'head-dir': ['DIR', 'a folder with the proposed state'],
  history: [
    'N',
    'judge the last N lockfile changes of a branch, each as of its commit time, and print a table; nothing is admitted (default: judge one change)',
  ],
  org: ['ORG', 'examine every repository of this organisation, a line for each (default: one repository)'],
  branch: ['NAME', 'with --history: the branch (default: the default branch)'],
  rule: ['RULE', 'print the page of this rule, or with RULE/CODE of one of its messages (default: explain a package)'],
  cases: ['FILE', 'the example cases (default: beside the policy, with .cases.yml instead of .yml)'],
  'compare-policy': [
    'FILE',
    'with --history: judge by this policy too, and print only where the two differ (default: one policy)',
  ],
  'compare-preset': [
    'NAME',
    'with --history: judge by this preset too, instead of what the second policy extends (default: what it extends)',
  ],
  rev: ['REV', 'the revision to read (default: the work tree)'],
  dir: ['DIR', 'the folder to read, without git (default: the repository)'],
  from: [
    'FILE',
    'write the options of this file into the policy: of actions/dependency-review-action or a workflow that uses it, lockfile-lint, or a package manager; may be given several times (default: none)',
  ],
  for: [
    'WHO',
    'person: the policy and the check; team: also code owners, comments on forks, reruns and audits (default: asked on a terminal, else the policy, the check, reruns and code owners)',
  ],
  policy: [
    'FILE',
    'this policy instead of .github/dependency-policy.yml on the base branch; of another repository, with GITHUB_TOKEN: OWNER/REPO/PATH@REF (default: that file, else the preset recommended)',
  ],
  preset: ['NAME', 'audit, attacks, recommended or strict, instead of what the policy extends'],
  as: ['WHO', 'agent: judge as if an agent proposed them (default: whoever the commits name)'],
  registry: [
    'URL',
    'replaces the public registry for this run, plain http only on loopback (default: what npm is configured for)',
  ],
  osv: ['URL', "the OSV API to ask if the policy's sources name osv (default: the public one)"],
  'registry-keys': [
    'FILE',
    "keys that the registry must sign with, as its /-/npm/v1/keys lists them (default: the policy's, else the public registry's, which are built in)",
  ],
  'trusted-root': [
    'FILE',
    "trusted_root.json to verify attestations against (default: the policy's, else the public Sigstore's, which is built in)",
  ],
  'refresh-trust': ['', 'fetch the current trust material by TUF (default: use what is built in)'],
  'tuf-mirror': ['URL', "with --refresh-trust: the TUF repository to ask (default: the public Sigstore's)"],
  'tuf-root': [
    'FILE',
    'with --tuf-mirror: the root.json that its chain of trust starts from (default: the built-in one)',
  ],
  now: [
    'INSTANT',
    'judge as of this time: 2026-01-31T12:00:00Z, with another offset, or a date for its midnight in UTC (default: now, or when the evidence was recorded)',
  ],
  format: ['FORMAT', 'text, json, markdown or sarif (default: text)'],
  output: ['FILE', 'write the report there (default: standard output)'],
  evidence: ['FILE', 'take evidence from this recording and make no request (default: ask the registry)'],
  'evidence-out': ['FILE', 'record there all evidence behind the verdict (default: record nothing)'],
  'repository-id': [
    'ID',
    "the repository's numeric id, which records of decisions are about (default: GITHUB_REPOSITORY_ID, else asked of GitHub with GITHUB_TOKEN)",
  ],
  reason: [
    'TEXT',
    'why, at most 500 characters; it stands in the record for ever (default: none, and it is asked for)',
  ],
  expires: [
    'WHEN',
    'the last day of the approval, or how long it lasts, such as 30d (default: as long as approvals.maximumAge allows)',
  ],
  codes: [
    'CODES',
    'what you have read that blocks, as rule/code,rule/code: anything else that blocks is refused (default: all that blocks now)',
  ],
  digest: [
    'DIGEST',
    'the 64 digits of the report that you have read: anything else is refused (default: what is found now)',
  ],
  by: [
    'WHO',
    'whose decision it is, as LOGIN:ID with the numeric id of the account, with commas between several (default: the account of GITHUB_TOKEN)',
  ],
  report: [
    'FILE',
    "the gate's JSON report that you have read: whatever it shows otherwise is refused (default: none is compared)",
  ],
  sign: [
    'KEY',
    'the file of a security key: shows what is signed, and calls ssh-keygen; run it where no agent types (default: a claim that nobody signed)',
  ],
  since: ['DATE', 'with --all and --health: nothing that is older (default: from the beginning)'],
  admissions: [
    'FILE',
    'with --require-decision: what the action wrote with `admissions: sign`; what it let in is answered yes too (default: the records alone)',
  ],
  signer: [
    'URL',
    'with admissions: the workflow that has to have signed them, as SERVER/OWNER/REPO/PATH@refs/heads/BRANCH (default: none, and it is asked for)',
  ],
  'owner-id': [
    'ID',
    "with admissions: the numeric id of the repository's owner (default: GITHUB_REPOSITORY_OWNER_ID in a job of that repository)",
  ],
  deny: ['', 'deny these bytes, whatever is known of them, instead of approving them'],
  all: ['', 'every version that entered the lockfiles of the branch, with the decision that let it in'],
  health: ['', 'whether decisions are more than a formality: how fast, how many, by whom, why'],
  'require-decision': ['', 'answer yes only to what an admission or a decision in force lets in'],
  offline: ['', 'make no request: evidence that is not recorded is unavailable'],
  verbose: ['', 'show where an unexpected failure came from'],
  'dry-run': ['', 'print what would be written, and write nothing'],
  yes: ['', 'ask nothing, and take the defaults'],
};

const judging = ['refresh-trust', 'offline', 'verbose'] as const;

/** What each command does, its usage, its flags without a value, and descriptions that differ. */
const commands: Readonly<Record<string, Command>> = {
  check: {
    about: 'judges what a lockfile change would pull in.',
    lines: [
      'check [--base REV] [--head REV] [--repo DIR]',
      'check --base-dir DIR --head-dir DIR',
      'check --history N [--branch NAME] [--compare-policy FILE]',
      'check --history N [--branch NAME] --compare-preset NAME',
    ],
    more: judging,
    words: {
      evidence: [
        'FILE',
        'take evidence from this recording and make no request; with --history ask for what it lacks (default: ask the registry)',
      ],
    },
  },
  audit: {
    about: 'judges everything that is locked.',
    lines: ['audit [--rev REV] [--repo DIR]', 'audit --dir DIR'],
    more: judging,
  },
  vet: {
    about: 'judges whether these would be admitted, with everything that they pull in. Nothing is installed.',
    lines: ['vet SPEC... [--as agent] [--dir DIR | --repo DIR]', 'vet SPEC... --require-decision [--admissions FILE]'],
    more: ['require-decision', ...judging],
    words: {
      dir: ['DIR', 'the project that they would be added to (default: this folder)'],
      format: ['FORMAT', 'text, json, markdown, sarif, or answer: one small JSON answer for each spec (default: text)'],
    },
  },
  explain: {
    about: 'says why a package is here, what is known about it, and which rules have findings; or what a rule is for.',
    lines: [
      'explain PACKAGE[@VERSION] [--rev REV | --dir DIR]',
      'explain PACKAGE[@VERSION] --base REV [--head REV]',
      'explain PACKAGE[@VERSION] --base-dir DIR --head-dir DIR',
      'explain --rule RULE[/CODE]',
    ],
    more: judging,
    words: { format: ['FORMAT', 'text or json; with --rule also markdown (default: text)'] },
  },
  replay: {
    about: 'judges recorded evidence again, without network.',
    lines: ['replay EVIDENCE [--policy FILE]'],
    more: [],
    words: { policy: ['FILE', 'judge by this policy (default: the recorded one)'] },
  },
  'policy check': {
    about: 'lints a policy.',
    lines: ['policy check [FILE | OWNER/REPO/PATH@REF]'],
    more: [],
    words: {
      now: ['INSTANT', 'judge expiry as of this time (default: now)'],
      format: ['FORMAT', 'text or json (default: text)'],
    },
  },
  'policy explain': {
    about: 'prints every effective value and where it comes from, or how one package is judged.',
    lines: ['policy explain [FILE | OWNER/REPO/PATH@REF]'],
    more: [],
    words: { format: ['FORMAT', 'text or json (default: text)'] },
  },
  'policy explain PACKAGE': {
    about: 'prints which profile and rules apply to a package, and why each of its findings has its level.',
    lines: [
      'policy explain PACKAGE[@VERSION] [--rev REV | --dir DIR]',
      'policy explain PACKAGE[@VERSION] --base REV [--head REV]',
      'policy explain PACKAGE[@VERSION] --base-dir DIR --head-dir DIR',
    ],
    more: judging,
    words: { format: ['FORMAT', 'text or json (default: text)'] },
  },
  'policy test': {
    about: 'judges example cases by a policy, from recorded evidence and without asking a registry.',
    lines: ['policy test [FILE] [--cases FILE]'],
    more: ['offline'],
    words: { format: ['FORMAT', 'text or json (default: text)'] },
  },
  'policy schema': { about: "prints the policy's JSON Schema, for editors.", lines: ['policy schema'], more: [] },
  init: {
    about:
      'writes a policy, the workflows and the CODEOWNERS lines, and makes update bots wait as the policy does. Existing content is kept. On a terminal it asks at most four questions first, unless --yes, --preset, --for, --dry-run or --from is given.',
    lines: ['init [--dir DIR] [--preset NAME] [--for person|team] [--dry-run]', 'init --from FILE...'],
    more: ['yes', 'dry-run', 'offline'],
    words: {
      dir: ['DIR', 'the root of the repository (default: this folder)'],
      preset: ['NAME', 'the step to begin with: audit, attacks, recommended or strict (default: recommended)'],
    },
  },
  doctor: {
    about:
      "asks GitHub, with GITHUB_TOKEN, whether the repository's protection makes the check effective, and compares the policy with what package managers and update bots keep out.",
    lines: ['doctor [OWNER/NAME]', 'doctor --org ORG'],
    more: [],
    words: {
      repo: [
        'DIR',
        'a folder of the git repository whose remote origin to examine, if none is named (default: this one)',
      ],
      format: ['FORMAT', 'text, json, or with --org markdown (default: text)'],
    },
  },
  approve: {
    about:
      'writes the record of a decision about something that blocks the change in the work tree. It is a claim, and lets nothing in, until the gate has verified it on its way into the default branch.',
    lines: ['approve NAME@VERSION|PATH --reason TEXT', 'approve --deny NAME@VERSION --reason TEXT'],
    more: ['deny', 'dry-run', ...judging],
  },
  'decisions list': {
    about:
      'lists the decisions that the default branch has recorded: in force, expiring within 30 days, expired, unused, revoked. `lockgate decisions` is the same.',
    lines: [
      'decisions [list] [--branch NAME] [--repo DIR]',
      'decisions list --all [--since DATE] [--admissions FILE]',
      'decisions list --health [--since DATE]',
    ],
    more: ['all', 'health', 'refresh-trust', 'offline', 'verbose'],
    words: {
      admissions: [
        'FILE',
        'with --all: what the action wrote with `admissions: sign`; what it let in is told apart (default: none is read)',
      ],
      branch: ['NAME', 'the branch whose records are read (default: the default branch)'],
      now: ['INSTANT', 'judge expiry as of this time (default: now)'],
      format: ['FORMAT', 'text, json or csv (default: text)'],
    },
  },
  'decisions verify': {
    about:
      'reads records of decisions, and admissions that the action has written, and says what each proves and what it does not. Exit status 1: one is not what it says.',
    lines: ['decisions verify FILE...', 'decisions verify FILE... --signer URL --owner-id ID'],
    more: ['refresh-trust', 'offline', 'verbose'],
    words: {
      policy: ['FILE', 'the policy whose `approvals.keys` signatures have to be by (default: they are not verified)'],
      'repository-id': ['ID', "with admissions: the repository's numeric id (default: none, and it is asked for)"],
      format: ['FORMAT', 'text or json (default: text)'],
    },
  },
};

interface Command {
  readonly about: string;
  readonly lines: readonly string[];
  readonly more: readonly Exclude<Flag, StringFlag>[];
  readonly words?: Partial<typeof flagWords>;
}

/** The default columns of a terminal. */
const width = 80;
const flagColumn = 26;

/** A title and, from a column on, its description. */
function column(title: string, says: string, from: number): string[] {
  const [first = '', ...rest] = wrap(says, ' '.repeat(from), width, '');
  return [`${title.padEnd(from)}${first.trimStart()}`, ...rest];
}

/** What `lockgate --help` prints, in 80 columns. */
export function overview(program = installed): string {
  return [
    'lockgate: judges what a lockfile change would pull in, before it is merged.',
    '',
    'Usage: lockgate COMMAND [FLAGS]',
    ...startedAs(program),
    '',
    'Commands',
    ...Object.entries(commands).flatMap(([name, { about }]) =>
      name.includes('PACKAGE') ? [] : column(`  ${name}`, about, 18),
    ),
    '',
    'Flags',
    ...column('  COMMAND --help', 'the flags of a command, each with its default', 18),
    ...column('  --version', 'the version of lockgate', 18),
    '',
    'Exit status',
    '  0  pass, warnings included',
    '  1  the policy is violated, or evidence that it needs is unavailable',
    '  2  could not evaluate: bad usage, bad policy, unreadable lockfile',
    '',
    'Examples',
    ...overviewExamples.map((line) => `  lockgate ${line}`),
    '',
  ].join('\n');
}

/** What `lockgate COMMAND --help` prints, in 80 columns; of `policy` all three of its commands. Undefined for no command. */
export function commandHelp(command: string, program = installed): string | undefined {
  const names = Object.keys(commands).filter((name) => name === command || name.startsWith(`${command} `));
  return names.length === 0
    ? undefined
    : names.map((name) => helpOf(name, commands[name] as Command, program)).join('\n');
}

/** What `lockgate` stands for, where it is not installed. The command stays whole on its line. */
const startedAs = (program: string) => (program === installed ? [] : [`Here, instead of lockgate: ${program}`]);

function helpOf(name: string, { about, lines, more, words = {} }: Command, program: string): string {
  const valued: readonly StringFlag[] = Object.hasOwn(flagsOf, name) ? flagsOf[name as FlaggedCommand] : [];
  const flags = [...valued, ...more].map((flag) => {
    const [value, says] = words[flag] ?? flagWords[flag];
    const title = `  --${flag}${value === '' ? '' : ` ${value}`}`;
    return column(title, says, flagColumn);
  });
  return [
    ...wrap(`lockgate ${name}: ${about}`, '', width),
    '',
    'Usage',
    ...lines.map((line) => `  lockgate ${line}`),
    ...startedAs(program),
    ...(flags.length === 0 ? [] : ['', 'Flags', ...flags.flat()]),
    '',
    'Examples',
    ...(examples[name] ?? []).map((line) => `  lockgate ${line}`),
    '',
  ].join('\n');
}
