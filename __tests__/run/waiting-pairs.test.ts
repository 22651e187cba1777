import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

import { compareSnapshots } from '../../src/compare/compare.ts';
import type { Change, Dossier } from '../../src/model/index.ts';
import { daysToWait } from '../../src/managers/bots/bot.ts';
import { effectOf } from '../../src/model/effect.ts';
import { minimumAgeOf } from '../../src/policy/agreement.ts';
import { rules } from '../../src/rules/index.ts';
import { corpus, filesOf } from '../support/corpus.ts';
import { dossierOf, history, present } from '../support/dossier.ts';
import { judgeUnder } from '../support/judge-policy.ts';
import { loadPolicy } from '../support/load-policy.ts';
import { memorySnapshot } from '../support/memory-snapshot.ts';
import '../support/seed.ts';

const now = Date.parse('2026-06-15T12:00:00.000Z');
const [minute, day] = [60_000, 86_400_000] as const;
const at = (time: number) => new Date(time).toISOString();

/** The rules that speak of ages; what else the real changes contain is judged elsewhere. */
const ofAge = rules.filter(({ id }) => ['cooldown', 'new-package'].includes(id));
const judged = (dossiers: readonly Dossier[], time: number) =>
  judgeUnder('extends: recommended', { dossiers, rules: ofAge, now: at(time) });

/** A pull request's packages from registries; its changes are compared once. */
const pairs = corpus().pairs.map((pair) => {
  const files = [...filesOf(pair)];
  const side = (name: string) =>
    memorySnapshot(
      Object.fromEntries(
        files.flatMap(([path, bytes]) => (path.startsWith(`${name}.`) ? [[path.slice(name.length + 1), bytes]] : [])),
      ),
    );
  const compared = compareSnapshots(side('before'), side('after'), { isGated: () => true, mode: 'check' });
  const changes = compared.then(({ changes: all }) =>
    all.filter(({ kind, source }) => kind !== 'removed' && source.kind === 'registry'),
  );
  return [pair.dir, changes] as const;
});

/** What `init` writes for bots: its shortest reading, by a tool that compares dates. */
const least = daysToWait(minimumAgeOf(loadPolicy(undefined))) - 1;

/** The package as published then; a name that the base does not have is as old as its version. */
function published(change: Change, time: number, isPulledIn: boolean): Dossier {
  const earlier = change.baseVersions.map((version) => [version, at(now - 400 * day)] as const);
  const first = earlier.length === 0 ? at(time) : at(now - 400 * day);
  return dossierOf({
    change,
    evidence: {
      publishedAt: present(at(time)),
      firstPublishedAt: present(first),
      history: history(Object.fromEntries([...earlier, [change.version, at(time)]])),
      ...(isPulledIn && { upgrades: present([{ name: 'updated', version: '2.0.0', previous: '1.0.0', fixes: [] }]) }),
    },
  });
}

/** Ages in minutes, one for each change in turn. */
const ages = (least: number, most: number) =>
  fc.array(fc.integer({ min: least, max: most }), { minLength: 7, maxLength: 7 });
const aged = (changes: readonly Change[], minutes: readonly number[], isPulledIn = false) =>
  changes.map((change, at) => published(change, now - (minutes[at % minutes.length] ?? 0) * minute, isPulledIn));

describe.each(pairs)('%s', (_, compared) => {
  test('red for age alone names one time: red a minute before it, green at it', async () => {
    const changes = await compared;
    fc.assert(
      fc.property(ages(0, (40 * day) / minute), (minutes) => {
        const dossiers = aged(changes, minutes);
        const { verdict, findings } = judged(dossiers, now);
        if (verdict !== 'fail') return;
        const blocking = findings.filter((finding) => effectOf(finding, 'enforce') === 'blocks');
        const times = blocking.map(({ passesAt = '' }) => Date.parse(passesAt));
        const last = Math.max(...times);
        expect(last).toBeGreaterThan(now);
        expect(judged(dossiers, last - minute).verdict).toBe('fail');
        expect(judged(dossiers, last).verdict).not.toBe('fail');
      }),
      { numRuns: 3 },
    );
  });

  test('never red for age alone where a bot waited as init sets it', async () => {
    const changes = await compared;
    fc.assert(
      fc.property(ages((least * day) / minute, ((least + 3) * day) / minute), (minutes) => {
        expect(judged(aged(changes, minutes, true), now).verdict).not.toBe('fail');
      }),
      { numRuns: 3 },
    );
  });
});
