import { parseArgs } from 'node:util';

import { GateFailure } from '../errors.ts';
import type { Audience } from '../init/files.ts';
import { audiences } from '../init/files.ts';
import type { Instant } from '../model/index.ts';
import type { PresetName } from '../policy/schema/names.ts';
import { presetNames } from '../policy/schema/names.ts';
import { nearest } from '../policy/nearest.ts';

export const formats = ['text', 'json', 'markdown', 'sarif'] as const;

export type Preset = PresetName;
export type Format = (typeof formats)[number];

/** Flags of every command that judges. */
export interface JudgingFlags {
  readonly policy?: string;
  readonly preset?: Preset;
  readonly registry?: string;
  readonly osv?: string;
  readonly now?: Instant;
  readonly format: Format;
  readonly output?: string;
  readonly evidence?: string;
  readonly evidenceOut?: string;
  readonly trustedRoot?: string;
  readonly registryKeys?: string;
  readonly refreshTrust: boolean;
  readonly tufMirror?: string;
  readonly tufRoot?: string;
  /** The numeric id of the judged repository, which records of decisions are about. */
  readonly repositoryId?: number;
  readonly offline: boolean;
  readonly verbose: boolean;
}

export interface Flags extends JudgingFlags {
  /** `vet --format answer`: `format` is then that of what cannot be an answer. */
  readonly isAnswer?: boolean;
  /** `--format csv`, of a command that has it: `format` is then `text`. */
  readonly isCsv?: boolean;
  /** Flags without a value that only some commands have. */
  readonly switches?: ReadonlySet<Switch>;
  readonly reason?: string;
  readonly expires?: string;
  /** `rule/code`, as they were given. */
  readonly codes?: readonly string[];
  readonly digest?: string;
  readonly by?: string;
  readonly report?: string;
  /** The file of a security key. */
  readonly sign?: string;
  readonly since?: Instant;
  /** The file with admissions, and who has to have signed them. */
  readonly admissions?: string;
  readonly signer?: string;
  readonly ownerId?: number;
  readonly as?: 'agent';
  readonly base?: string;
  readonly head?: string;
  readonly repo?: string;
  readonly baseDir?: string;
  readonly headDir?: string;
  readonly rev?: string;
  readonly dir?: string;
  /** How many of the last lockfile changes to rehearse. */
  readonly history?: number;
  readonly branch?: string;
  /** Files of other tools whose options become lines of the policy. */
  readonly from?: readonly string[];
  readonly for?: Audience;
  readonly org?: string;
  /** `explain --rule`: the rule, or the rule and one of its codes, to print the page of. */
  readonly rule?: string;
  /** The file with the example cases of a policy. */
  readonly cases?: string;
  /** The second policy of a rehearsal. */
  readonly comparePolicy?: string;
  readonly comparePreset?: Preset;
  readonly positionals: readonly string[];
}

export type StringFlag =
  | ('base' | 'head' | 'repo' | 'base-dir' | 'head-dir' | 'rev' | 'dir' | 'as')
  | ('history' | 'branch' | 'org' | 'rule' | 'cases')
  | ('reason' | 'expires' | 'codes' | 'digest' | 'by' | 'report' | 'since' | 'sign')
  | ('admissions' | 'signer' | 'owner-id')
  | ('from' | 'for' | 'compare-policy' | 'compare-preset')
  | ('policy' | 'preset' | 'registry' | 'osv' | 'now' | 'format' | 'output' | 'evidence' | 'evidence-out')
  | 'repository-id'
  | ('trusted-root' | 'registry-keys' | 'tuf-mirror' | 'tuf-root');

const judgingFlags: readonly StringFlag[] = ['policy', 'preset', 'now', 'format', 'output'];
const collectingFlags: readonly StringFlag[] = [
  ...judgingFlags,
  ...([
    'registry',
    'osv',
    'registry-keys',
    'trusted-root',
    'tuf-mirror',
    'tuf-root',
    'evidence',
    'evidence-out',
    'repository-id',
  ] as const),
];

/** Flags of a command that explains a package: it reads one state, or two. */
const subjectFlags = ['base', 'head', 'base-dir', 'head-dir', 'rev', 'repo', 'dir'] as const;
const askingFlags = collectingFlags.filter((flag) => flag !== 'evidence-out');

/** How packages are asked about; not by which policy, and not from a recording. */
const liveFlags = ['registry', 'osv', 'registry-keys', 'trusted-root', 'tuf-mirror', 'tuf-root'] as const;

/** The flags with a value, per command. */
export const flagsOf = {
  check: [
    ...(['base', 'head', 'repo', 'base-dir', 'head-dir'] as const),
    ...(['history', 'branch', 'compare-policy', 'compare-preset'] as const),
    ...collectingFlags,
  ],
  audit: ['rev', 'repo', 'dir', ...collectingFlags],
  vet: ['as', 'dir', 'repo', ...collectingFlags, 'admissions', 'signer', 'owner-id'],
  explain: ['rule', ...subjectFlags, ...askingFlags],
  replay: judgingFlags,
  'policy check': ['now', 'format'],
  'policy explain': ['preset', 'format'],
  'policy test': ['cases', 'format'],
  'policy explain PACKAGE': [...subjectFlags, ...askingFlags],
  init: ['from', 'for', 'dir', 'registry', 'now', 'preset'],
  doctor: ['org', 'repo', 'format', 'output'],
  approve: [
    ...(['reason', 'expires', 'codes', 'digest', 'by', 'report', 'sign', 'repository-id'] as const),
    ...(['base', 'head', 'repo', 'base-dir', 'head-dir'] as const),
    ...liveFlags,
  ],
  'decisions list': [
    ...(['since', 'branch', 'repo', 'now', 'admissions', 'signer', 'repository-id', 'owner-id'] as const),
    ...(['trusted-root', 'tuf-mirror', 'tuf-root', 'format', 'output'] as const),
  ],
  'decisions verify': [
    ...(['policy', 'signer', 'repository-id', 'owner-id', 'trusted-root', 'tuf-mirror', 'tuf-root'] as const),
    ...(['format', 'output'] as const),
  ],
} as const satisfies Readonly<Record<string, readonly StringFlag[]>>;

export type FlaggedCommand = keyof typeof flagsOf;

/** Flags without a value that only some commands have. */
export type Switch = 'deny' | 'dry-run' | 'all' | 'health' | 'require-decision';

export const switchesOf: Partial<Record<FlaggedCommand, readonly Switch[]>> = {
  approve: ['deny', 'dry-run'],
  vet: ['require-decision'],
  'decisions list': ['all', 'health'],
};

/** What a command writes beside reports of a run. */
const ownFormats: Partial<Record<FlaggedCommand, readonly string[]>> = {
  vet: [...formats, 'answer'],
  'decisions list': ['text', 'json', 'csv'],
  'decisions verify': ['text', 'json'],
};

/**
 * Reads a command's arguments. A flag that the command does not have is refused rather than ignored.
 * @throws GateFailure `usage`, with the flag and what it takes, or the flag that was probably meant.
 */
export function readFlags(args: readonly string[], command: FlaggedCommand): Flags {
  const { values, positionals } = parse(args, command);
  const flag = (name: StringFlag): string | undefined => {
    const value = values[name];
    if (value === '') throw new GateFailure('usage', `--${name} needs a value.`);
    return typeof value === 'string' ? value : undefined;
  };
  const preset = flag('preset');
  const asked = flag('format') ?? 'text';
  const known = ownFormats[command] ?? formats;
  oneOf('format', asked, known);
  const [isAnswer, isCsv] = [asked === 'answer', asked === 'csv'];
  const comparePreset = flag('compare-preset');
  const as = flag('as');
  const now = flag('now');
  const history = flag('history');
  const [repositoryId, ownerId] = [flag('repository-id'), flag('owner-id')];
  const audience = flag('for');
  const switches = (switchesOf[command] ?? []).filter((name) => values[name] === true);
  const [since, codes] = [flag('since'), flag('codes')];
  const from = (values.from ?? []) as readonly string[];
  if (from.includes('')) throw new GateFailure('usage', '--from needs a value.');
  return {
    ...defined({
      base: flag('base'),
      head: flag('head'),
      repo: flag('repo'),
      baseDir: flag('base-dir'),
      headDir: flag('head-dir'),
      rev: flag('rev'),
      dir: flag('dir'),
      branch: flag('branch'),
      org: flag('org'),
      rule: flag('rule'),
      cases: flag('cases'),
      comparePolicy: flag('compare-policy'),
      comparePreset: comparePreset === undefined ? undefined : oneOf('compare-preset', comparePreset, presetNames),
      history: history === undefined ? undefined : count('history', history, 1000),
      from: from.length === 0 ? undefined : from,
      for: audience === undefined ? undefined : oneOf('for', audience, audiences),
      repositoryId: repositoryId === undefined ? undefined : numericId('repository-id', repositoryId),
      ownerId: ownerId === undefined ? undefined : numericId('owner-id', ownerId),
      admissions: flag('admissions'),
      signer: flag('signer'),
      policy: flag('policy'),
      registry: flag('registry'),
      osv: flag('osv'),
      output: flag('output'),
      evidence: flag('evidence'),
      evidenceOut: flag('evidence-out'),
      trustedRoot: flag('trusted-root'),
      registryKeys: flag('registry-keys'),
      tufMirror: flag('tuf-mirror'),
      tufRoot: flag('tuf-root'),
      preset: preset === undefined ? undefined : oneOf('preset', preset, presetNames),
      now: now === undefined ? undefined : instant('now', now),
      since: since === undefined ? undefined : instant('since', since),
      codes: codes === undefined ? undefined : codes.split(','),
      switches: switches.length === 0 ? undefined : new Set(switches),
      reason: flag('reason'),
      expires: flag('expires'),
      digest: flag('digest'),
      by: flag('by'),
      report: flag('report'),
      sign: flag('sign'),
      as: as === undefined ? undefined : oneOf('as', as, ['agent'] as const),
    }),
    ...{ isAnswer, isCsv },
    format: isAnswer ? 'json' : (formats.find((format) => format === asked) ?? 'text'),
    offline: values.offline === true,
    verbose: values.verbose === true,
    refreshTrust: values['refresh-trust'] === true,
    positionals,
  };
}

function parse(
  args: readonly string[],
  command: FlaggedCommand,
): { values: Readonly<Record<string, unknown>>; positionals: readonly string[] } {
  const options: Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }> = {
    offline: { type: 'boolean' },
    verbose: { type: 'boolean' },
  };
  const allowed: readonly StringFlag[] = flagsOf[command];
  for (const name of allowed) options[name] = { type: 'string', multiple: name === 'from' };
  for (const name of switchesOf[command] ?? []) options[name] = { type: 'boolean' };
  if (allowed.includes('tuf-mirror')) options['refresh-trust'] = { type: 'boolean' };
  try {
    const parsed: unknown = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return parsed as { values: Readonly<Record<string, unknown>>; positionals: readonly string[] };
  } catch (cause) {
    throw new GateFailure('usage', `${reasonOf(cause, Object.keys(options))} See: lockgate ${command} --help`);
  }
}

function reasonOf(cause: unknown, flags: readonly string[]): string {
  const reason = cause instanceof Error ? (cause.message.split(/\. To specify|\n/)[0] ?? '') : '';
  const [, unknown] = /^Unknown option '--(.*)'$/s.exec(reason) ?? [];
  const meant = unknown === undefined ? undefined : nearest(unknown, flags);
  return `${reason.replace(/\.?$/, '.')}${meant === undefined ? '' : ` Did you mean --${meant}?`}`;
}

/** The object without its undefined members, as `exactOptionalPropertyTypes` requires. */
function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    (Object.entries(members) as [string, unknown][]).filter(([, value]) => value !== undefined),
  ) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) {
    throw new GateFailure('usage', `--${name} takes ${choices.join(', ')}; not ${JSON.stringify(value)}.`);
  }
  return choice;
}

function count(name: string, value: string, most: number): number {
  const number = /^[1-9]\d{0,5}$/.test(value) ? Number(value) : Infinity;
  if (number > most) {
    throw new GateFailure('usage', `--${name} takes a number from 1 to ${most}; not ${JSON.stringify(value)}.`);
  }
  return number;
}

function numericId(flag: string, value: string): number {
  const id = /^[1-9]\d{0,15}$/.test(value) ? Number(value) : NaN;
  if (Number.isSafeInteger(id)) return id;
  const hint = `gh api ${flag === 'owner-id' ? 'users/OWNER' : 'repos/OWNER/REPO'} --jq .id prints it`;
  throw new GateFailure(
    'usage',
    `--${flag} takes the numeric id, such as 1296269; not ${JSON.stringify(value)}: ${hint}.`,
  );
}

/** ISO 8601 with a zone, or a date alone (midnight UTC). A local time would judge differently on another machine. */
function instant(flag: string, value: string): Instant {
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value);
  const time = iso ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new GateFailure(
      'usage',
      `--${flag} takes an instant such as 2026-01-31T12:00:00Z; not ${JSON.stringify(value)}.`,
    );
  }
  return new Date(time).toISOString();
}
