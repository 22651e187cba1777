import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Comparison } from '../../src/model/index.ts';
import { haveSameProfiles } from '../../src/policy/same-profiles.ts';
import { compareSnapshots } from '../../src/compare/compare.ts';
import type { MemoryFile } from '../support/memory-snapshot.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import { loadPolicy } from '../support/load-policy.ts';

type Files = Readonly<Record<string, MemoryFile>>;

const check = (base: Files, head: Files, isJudgedAlike?: (former: string, path: string) => boolean) =>
  compareSnapshots(memorySnapshot(base), memorySnapshot(head), {
    isGated: () => true,
    mode: 'check',
    ...(isJudgedAlike && { isJudgedAlike }),
  });
const changed = ({ changes }: Comparison): string[] =>
  changes.map(({ kind, name, version, lockfile }) => `${kind} ${name}@${version} in ${lockfile}`);
const said = ({ observations }: Comparison): string[] =>
  observations.map(({ code, path, args }) => `${code} ${path} ${String(args.former ?? '')}`.trim());

const sri = (name: string) => `sha512-${name.repeat(85).slice(0, 85)}A==`;
type Locked = Readonly<Record<string, string>>;

/** By name, a version, with a `!` behind it for other bytes. */
function npm(locked: Locked): object {
  const entries = Object.entries(locked).map(([name, text]) => {
    const version = text.replace('!', '');
    const integrity = text.endsWith('!') ? sri('Z') : sri(name);
    return [`node_modules/${name}`, { version, integrity, resolved: `https://registry.example/${name}.tgz` }] as const;
  });
  const dependencies = Object.fromEntries(entries.map(([place, { version }]) => [place.slice(13), version]));
  return { lockfileVersion: 3, packages: { '': { dependencies }, ...Object.fromEntries(entries) } };
}

function pnpm(locked: Locked): string {
  const lines = ["lockfileVersion: '9.0'", 'importers:', '  .:', '    dependencies:'];
  for (const [name, version] of Object.entries(locked)) {
    lines.push(`      ${name}: { specifier: ${version}, version: ${version} }`);
  }
  lines.push('packages:');
  for (const [name, version] of Object.entries(locked)) {
    lines.push(`  ${name}@${version}: { resolution: { integrity: ${sri(name)} } }`);
  }
  lines.push('snapshots:', ...Object.entries(locked).map(([name, version]) => `  ${name}@${version}: {}`), '');
  return lines.join('\n');
}

function project(folder: string, locked: Locked, name = 'web', file = 'package-lock.json'): Files {
  const dependencies = Object.fromEntries(
    Object.entries(locked).map(([each, version]) => [each, version.replace('!', '')]),
  );
  const at = folder === '' ? '' : `${folder}/`;
  return {
    [`${at}package.json`]: { name, dependencies },
    [`${at}${file}`]: file === 'pnpm-lock.yaml' ? pnpm(locked) : npm(locked),
  };
}

const abc = { a: '1.0.0', b: '1.0.0', c: '1.0.0' };

describe('a lockfile in another folder is compared with what the same project had', () => {
  test('nothing is changed where all is locked as it was, and the move is told', async () => {
    const comparison = await check(project('web', abc), project('apps/web', abc));
    expect(changed(comparison)).toEqual([]);
    expect(said(comparison)).toEqual(['moved-folder apps/web/package-lock.json web/package-lock.json']);
    expect(comparison.lockfiles.map(({ path, status }) => [path, status])).toEqual([
      ['apps/web/package-lock.json', 'added'],
      ['web/package-lock.json', 'removed'],
    ]);
  });

  test('what is new in name, version or bytes is a change, and what went is removed once', async () => {
    const head = project('apps/web', { a: '1.0.0!', b: '2.0.0', d: '1.0.0' });
    const comparison = await check(project('web', abc), head);
    expect(changed(comparison)).toEqual([
      'updated a@1.0.0 in apps/web/package-lock.json',
      'updated b@2.0.0 in apps/web/package-lock.json',
      'removed c@1.0.0 in apps/web/package-lock.json',
      'added d@1.0.0 in apps/web/package-lock.json',
    ]);
    expect(comparison.changes[0]?.changed).toEqual(['integrity']);
  });

  test('in another format too', async () => {
    const comparison = await check(project('web', abc), project('', abc, 'web', 'pnpm-lock.yaml'));
    expect([changed(comparison), said(comparison)]).toEqual([
      [],
      ['moved-folder pnpm-lock.yaml web/package-lock.json'],
    ]);
  });

  test('several at once, each by its name', async () => {
    const base = { ...project('a', abc, 'one'), ...project('b', { d: '1.0.0' }, 'two') };
    const head = { ...project('x', { d: '1.0.0' }, 'two'), ...project('y', abc, 'one') };
    expect(said(await check(base, head))).toEqual([
      'moved-folder x/package-lock.json b/package-lock.json',
      'moved-folder y/package-lock.json a/package-lock.json',
    ]);
    expect(changed(await check(base, head))).toEqual([]);
  });

  test('one with another name, or none, where it locks mostly the same', async () => {
    const renamed = await check(project('web', abc), project('site', { ...abc, d: '1.0.0' }, 'site'));
    expect(changed(renamed)).toEqual(['added d@1.0.0 in site/package-lock.json']);
    const bare = await check({ 'web/package-lock.json': npm(abc) }, { 'site/package-lock.json': npm(abc) });
    expect(changed(bare)).toEqual([]);
  });

  const all = (folder: string, locked: Locked, kind = 'added') =>
    Object.entries(locked).map(([name, version]) => `${kind} ${name}@${version} in ${folder}/package-lock.json`);

  test('and otherwise all of it is new', async () => {
    const half = { a: '1.0.0', x: '1.0.0' };
    const other = await check(project('web', abc), project('site', half, 'site'));
    expect(changed(other).sort()).toEqual([...all('site', half), ...all('web', abc, 'removed')].sort());
    const stays = await check(project('web', abc), { ...project('web', abc), ...project('site', abc) });
    expect(changed(stays)).toEqual(all('site', abc));
    // Which of two it was is not known.
    const two = await check(project('web', abc), { ...project('x', abc), ...project('y', abc) });
    expect(changed(two).filter((each) => each.startsWith('added'))).toHaveLength(6);
    const unreadable = await check({ 'web/package-lock.json': '{' }, { 'site/package-lock.json': npm(abc) });
    expect(changed(unreadable)).toEqual(all('site', abc));
  });

  test('what the manifest said before it moved is no new disagreement', async () => {
    const stale = (folder: string): Files => ({
      [`${folder}/package.json`]: { name: 'web', dependencies: { ...abc, e: '^1.0.0' } },
      [`${folder}/package-lock.json`]: npm(abc),
    });
    expect(said(await check(stale('web'), stale('apps/web')))).toEqual([
      'moved-folder apps/web/package-lock.json web/package-lock.json',
    ]);
    const asking = { ...stale('apps/web'), 'apps/web/package.json': { name: 'web', dependencies: { ...abc, f: '1' } } };
    expect(said(await check(stale('web'), asking))).toContain('not-locked apps/web/package-lock.json');
  });
});

describe('a lockfile beside the former one is compared with it', () => {
  test('what the former locks alike is known, and nothing is removed while it stays', async () => {
    const base = project('', abc);
    const head = { ...base, 'pnpm-lock.yaml': pnpm({ a: '1.0.0', b: '2.0.0' }) };
    const comparison = await check(base, head);
    expect(changed(comparison)).toEqual(['updated b@2.0.0 in pnpm-lock.yaml']);
    expect(said(comparison)).toContain('competes pnpm-lock.yaml');
    expect(said(await check(base, { ...base, 'pnpm-lock.yaml': pnpm(abc) }))).toEqual(['competes pnpm-lock.yaml']);
  });
});

describe('profiles', () => {
  const policy = (apply: string) =>
    haveSameProfiles(
      loadPolicy({ source: 'p.yml', text: `version: 1\napply:\n  - { profile: sandbox, ${apply} }\n` }).apply,
    );

  test('what one profile let in is not in under another', async () => {
    const lenient = policy('paths: ["experiments/**"]');
    const head = project('apps/web', abc);
    expect(changed(await check(project('experiments/web', abc), head, lenient))).toHaveLength(6);
    expect(lenient('experiments/package-lock.json', 'experiments/yarn.lock')).toBe(true);
    const byName = policy('paths: ["**/package-lock.json"]');
    expect(byName('package-lock.json', 'yarn.lock')).toBe(false);
    expect(policy('workspaces: [tools]')('a/yarn.lock', 'b/yarn.lock')).toBe(false);
    expect(policy('dependencyTypes: [dev]')('a/yarn.lock', 'b/yarn.lock')).toBe(true);
  });
});

test('whatever is locked before and after, what the former lockfile does not lock alike is a change', async () => {
  const locked = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('1.0.0', '1.0.0!', '2.0.0'), {
    minKeys: 1,
  });
  await fc.assert(
    fc.asyncProperty(locked, locked, fc.constantFrom('web', 'other'), async (base, head, name) => {
      const comparison = await check(project('old', base), project('new', head, name));
      const told = new Set(
        changed(comparison)
          .filter((each) => !each.startsWith('removed'))
          .map((each) => each.split(' ')[1]),
      );
      for (const [each, version] of Object.entries(head)) {
        if (base[each] !== version) expect(told).toContain(`${each}@${version.replace('!', '')}`);
      }
    }),
    { numRuns: 60 },
  );
});
