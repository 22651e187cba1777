import { parseArgs } from 'node:util';

import { GateFailure } from '../errors.ts';
import type { Instant } from '../model.ts';

export const presets = ['audit', 'recommended', 'strict'] as const;
export const formats = ['text', 'json', 'markdown', 'sarif'] as const;

export type Preset = (typeof presets)[number];
export type Format = (typeof formats)[number];

/** What every command that judges understands. */
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
  readonly offline: boolean;
  readonly verbose: boolean;
}

export interface Flags extends JudgingFlags {
  readonly base?: string;
  readonly head?: string;
  readonly repo?: string;
  readonly baseDir?: string;
  readonly headDir?: string;
  readonly rev?: string;
  readonly dir?: string;
  readonly positionals: readonly string[];
}

type StringFlag =
  | ('base' | 'head' | 'repo' | 'base-dir' | 'head-dir' | 'rev' | 'dir')
  | ('policy' | 'preset' | 'registry' | 'osv' | 'now' | 'format' | 'output' | 'evidence' | 'evidence-out')
  | ('trusted-root' | 'registry-keys' | 'tuf-mirror' | 'tuf-root');

/**
 * Reads a command's arguments.
 * @param allowed the string flags of this command; another flag is refused rather than ignored.
 * @throws GateFailure `usage`, with the flag and what it takes.
 */
export function readFlags(args: readonly string[], allowed: readonly StringFlag[]): Flags {
  const { values, positionals } = parse(args, allowed);
  const flag = (name: StringFlag): string | undefined => {
    const value = values[name];
    if (value === '') throw new GateFailure('usage', `--${name} needs a value.`);
    return typeof value === 'string' ? value : undefined;
  };
  const preset = flag('preset');
  const format = flag('format') ?? 'text';
  const now = flag('now');
  return {
    ...defined({
      base: flag('base'),
      head: flag('head'),
      repo: flag('repo'),
      baseDir: flag('base-dir'),
      headDir: flag('head-dir'),
      rev: flag('rev'),
      dir: flag('dir'),
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
      preset: preset === undefined ? undefined : oneOf('preset', preset, presets),
      now: now === undefined ? undefined : instant(now),
    }),
    format: oneOf('format', format, formats),
    offline: values.offline === true,
    verbose: values.verbose === true,
    refreshTrust: values['refresh-trust'] === true,
    positionals,
  };
}

export const judgingFlags: readonly StringFlag[] = ['policy', 'preset', 'now', 'format', 'output'];
export const collectingFlags: readonly StringFlag[] = [
  ...judgingFlags,
  ...([
    'registry',
    'osv',
    'evidence',
    'evidence-out',
    'trusted-root',
    'registry-keys',
    'tuf-mirror',
    'tuf-root',
  ] as const),
];

function parse(
  args: readonly string[],
  allowed: readonly StringFlag[],
): { values: Readonly<Record<string, unknown>>; positionals: readonly string[] } {
  const options: Record<string, { readonly type: 'string' | 'boolean' }> = {
    offline: { type: 'boolean' },
    verbose: { type: 'boolean' },
  };
  for (const name of allowed) options[name] = { type: 'string' };
  if (allowed.includes('tuf-mirror')) options['refresh-trust'] = { type: 'boolean' };
  try {
    const parsed: unknown = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return parsed as { values: Readonly<Record<string, unknown>>; positionals: readonly string[] };
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split(/\. To specify|\n/)[0] ?? '') : '';
    throw new GateFailure('usage', `${reason.replace(/\.?$/, '.')} See: lockgate --help`);
  }
}

/** The object without its undefined members: what `exactOptionalPropertyTypes` asks for. */
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

/** ISO 8601 with a zone, or a date alone (midnight UTC). A local time would judge differently on another machine. */
function instant(value: string): Instant {
  const iso = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/.test(value);
  const time = iso ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new GateFailure(
      'usage',
      `--now takes an instant such as 2026-01-31T12:00:00Z; not ${JSON.stringify(value)}.`,
    );
  }
  return new Date(time).toISOString();
}
