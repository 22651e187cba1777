import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { compareSnapshots } from '../../src/compare/compare.ts';
import { runRules } from '../../src/judge/engine.ts';
import type { Change, Comparison } from '../../src/model/index.ts';
import type { Rule } from '../../src/model/rule.ts';
import { optionsSchema } from '../../src/policy/schema/options.ts';
import alias from '../../src/rules/alias.ts';
import gateConfig from '../../src/rules/gate-config.ts';
import lockfile from '../../src/rules/lockfile.ts';
import override from '../../src/rules/override.ts';
import source from '../../src/rules/source.ts';
import { repositoryRoot } from './cli.ts';
import { dossierOf, exampleNow } from './dossier.ts';
import { memorySnapshot } from './memory-snapshot.ts';

/** What a package manager wrote after one state of a feature, and what the state is expected to change (scripts/managers.mjs). */
export interface ManagerState {
  readonly title: string;
  /** Name and major version. */
  readonly manager: string;
  /** Every file of the project. */
  readonly files: Readonly<Record<string, string>>;
  /** `name version` of each registry package in the lockfile, by a plain reading of its text. */
  readonly locked: readonly string[];
  readonly expected: Expected;
}

interface Expected {
  /** Beginnings of changes that there must be: `+name version`, `-name`. */
  readonly changes: readonly string[];
  /** Names of packages that may change without another version. */
  readonly moves: readonly string[];
  /** `rule name-or-path codes` of each finding that the step is about, `note` before a note. */
  readonly findings: readonly string[];
  /** Findings, without their level, that another change of lockgate may take away. */
  readonly may: readonly string[];
}

export interface ManagerStep {
  readonly title: string;
  /** Undefined: nothing was locked before. */
  readonly before?: ManagerState;
  readonly after: ManagerState;
}

interface Fixture {
  readonly versions: Readonly<Record<string, string>>;
  readonly texts: readonly string[];
  readonly runs: Readonly<
    Record<string, readonly (Omit<ManagerState, 'files'> & { readonly files: Readonly<Record<string, number>> })[]>
  >;
}

/** Every step of every manager, by `manager/feature`, in order; and the managers' versions. */
export function readManagerSteps(): {
  readonly versions: Readonly<Record<string, string>>;
  readonly runs: ReadonlyMap<string, readonly ManagerStep[]>;
} {
  const path = join(repositoryRoot, '__tests__/fixtures/managers/steps.br');
  const { versions, texts, runs } = JSON.parse(brotliDecompressSync(readFileSync(path)).toString()) as Fixture;
  const unfolded = Object.entries(runs).map(([key, folded]) => {
    const states = folded.map((state) => ({
      ...state,
      files: Object.fromEntries(Object.entries(state.files).map(([name, at]) => [name, texts[at] as string])),
    }));
    const steps = states.map((after, at): ManagerStep => {
      const before = states[at - 1];
      return { title: `${key}: ${after.title}`, after, ...(before !== undefined && { before }) };
    });
    return [key, steps] as const;
  });
  return { versions, runs: new Map(unfolded) };
}

const rules: readonly Rule[] = [lockfile, source, override, alias, gateConfig];

/** What is wrong about a step: changes that were not made or not seen, findings that nobody expects. Empty: nothing. */
export async function judgeStep({ before, after }: ManagerStep): Promise<readonly string[]> {
  const comparison = await compareSnapshots(memorySnapshot(before?.files ?? {}), memorySnapshot(after.files), {
    isGated: () => true,
    mode: 'check',
  });
  const { findings, may } = after.expected;
  const found = findingsOf(comparison).filter((each) => !may.includes(each.replace(/^note /, '')));
  return [
    ...comparison.errors.map(({ code, message }) => `error ${code}: ${message}`),
    ...differences(
      'change',
      changesOf(comparison, before?.locked ?? [], after.locked),
      madeBetween(before?.locked ?? [], after.locked),
    ),
    ...wanted(comparison.changes, after.expected),
    ...differences('finding', found, findings),
  ];
}

const isPinned = ({ source: { kind } }: Change) => kind === 'registry';

/** Versions that came and went, of registry packages. */
function changesOf({ changes }: Comparison, before: readonly string[], after: readonly string[]): readonly string[] {
  // A package manager that a manifest names is a change of the manifest.
  return changes
    .filter(({ lockfile: path }) => !path.endsWith('package.json'))
    .flatMap((change) => {
      const { kind, name, version, previousVersion } = change;
      if (kind === 'removed') return isPinned(change) ? [`-${name} ${version}`] : [];
      if (previousVersion === version) return [];
      const former = `${name} ${previousVersion ?? ''}`;
      const isGone = before.includes(former) && !after.includes(former);
      return [...(isPinned(change) ? [`+${name} ${version}`] : []), ...(isGone ? [`-${former}`] : [])];
    });
}

function madeBetween(before: readonly string[], after: readonly string[]): readonly string[] {
  return [
    ...after.filter((each) => !before.includes(each)).map((each) => `+${each}`),
    ...before.filter((each) => !after.includes(each)).map((each) => `-${each}`),
  ];
}

function differences(what: string, actual: readonly string[], expected: readonly string[]): readonly string[] {
  return [
    ...[...new Set(actual)].filter((each) => !expected.includes(each)).map((each) => `unexpected ${what} ${each}`),
    ...expected.filter((each) => !actual.includes(each)).map((each) => `missing ${what} ${each}`),
  ];
}

/** What the step was made for must be among the changes, and nothing else may change under its version. */
function wanted(changes: readonly Change[], { changes: expected, moves }: Expected): readonly string[] {
  const shown = changes.flatMap((change) => {
    const { kind, name, version, source: from, previousVersion } = change;
    const what = isPinned(change) ? version : `(${from.kind})`;
    if (kind === 'removed') return [`-${name} ${what}`];
    return [`+${name} ${what}`, ...(previousVersion === undefined ? [] : [`-${name} ${previousVersion}`])];
  });
  const same = changes.filter(
    ({ kind, name, version, previousVersion, changed }) =>
      kind === 'updated' && previousVersion === version && !moves.includes(name) && changed.length > 0,
  );
  return [
    ...expected
      .filter((each) => !shown.some((one) => `${one} `.startsWith(`${each} `)))
      .map((each) => `not seen: ${each}`),
    ...same.map(({ name, version, changed }) => `touched: ${name} ${version} ${changed.join(' ')}`),
  ];
}

function findingsOf({ changes, observations }: Comparison): readonly string[] {
  const findings = runRules({
    rules,
    settings: new Map(
      rules.map((rule) => [
        rule.id,
        { level: rule.recommended, advice: 'warn' as const, options: optionsSchema(rule).parse({}) },
      ]),
    ),
    dossiers: changes.map((change) => ({ ...dossierOf(), change })),
    observations,
    context: { now: exampleNow, mode: 'check' },
    unavailable: 'error',
  });
  return findings.map(
    ({ rule, name, lockfile: path, codes, level, message }) =>
      [level === 'note' ? 'note' : [], rule, name ?? path, ...codes].flat().join(' ') +
      (rule === 'alias' ? ` as ${/alias: `([^`]+)`/.exec(message)?.[1] ?? '?'}` : ''),
  );
}
