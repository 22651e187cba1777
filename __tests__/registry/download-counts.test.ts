import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { RecordedAnswer } from '../../src/registry/answer.ts';
import { answerDownloads } from '../../src/registry/download-counts.ts';
import type { DocumentAnswer } from '../../src/registry/answer.ts';

const registry = 'https://registry.example/';
const nothing = () => undefined;
const counting = (counts: Readonly<Record<string, number>>) => {
  const requests: (readonly string[])[] = [];
  const ask = (names: readonly string[]): Promise<DocumentAnswer> => {
    requests.push(names);
    const count = (name: string) => {
      const downloads = counts[name];
      return downloads === undefined ? null : { downloads, package: name };
    };
    const document =
      names.length === 1 ? count(names[0] ?? '') : Object.fromEntries(names.map((one) => [one, count(one)]));
    return Promise.resolve(
      document === null ? { state: 'absent', authenticated: false } : { state: 'document', document },
    );
  };
  return { requests, ask };
};

const names = fc.uniqueArray(fc.stringMatching(/^(@[a-z]{1,9}\/)?[a-z][a-z0-9._-]{0,60}$/), { maxLength: 400 });

test('every name is asked for once and answered, unscoped ones at most 128 and 4,000 characters at a time', async () => {
  await fc.assert(
    fc.asyncProperty(names, async (names) => {
      const known = Object.fromEntries(names.filter((_, at) => at % 3 > 0).map((name, at) => [name, at]));
      const { requests, ask } = counting(known);
      const answers = await answerDownloads(registry, new Set(names), { known: nothing, ask });
      expect(requests.flat().sort()).toEqual([...names].sort());
      for (const batch of requests) {
        expect(batch.length).toBeLessThanOrEqual(128);
        expect(batch.join(',').length).toBeLessThanOrEqual(4000);
        if (batch.some((name) => name.startsWith('@'))) expect(batch).toHaveLength(1);
      }
      for (const name of names) {
        const monthly = known[name];
        expect(answers.get(name)).toMatchObject(
          monthly === undefined ? { state: 'absent' } : { state: 'counted', monthly },
        );
      }
    }),
    { numRuns: 30 },
  );
});

test('what fails for a batch is unavailable for all of it, and asked no more; what is recorded is not asked', async () => {
  let requests = 0;
  const failed: DocumentAnswer = { state: 'unavailable', reason: 'server-error', detail: 'HTTP 500' };
  const recorded: RecordedAnswer = { registry, name: 'pear', downloads: { state: 'counted', monthly: 7 } };
  const answers = await answerDownloads(registry, new Set(['apple', 'pear', 'plum']), {
    known: (subject) => (subject.includes(' pear ') ? recorded : undefined),
    ask: () => {
      requests += 1;
      return Promise.resolve(failed);
    },
  });
  expect(Object.fromEntries(answers)).toEqual({ apple: failed, pear: recorded.downloads, plum: failed });
  expect(requests).toBe(1);
});

test.each([
  null,
  [],
  'many',
  { apple: 7 },
  { apple: { downloads: -1, package: 'apple' } },
  { apple: { downloads: 7, package: 'plum' } },
])('an answer that is no count is unavailable: %j', async (document) => {
  const ask = () => Promise.resolve<DocumentAnswer>({ state: 'document', document });
  const answers = await answerDownloads(registry, new Set(['apple', 'plum']), { known: nothing, ask });
  expect(answers.get('apple')).toMatchObject({ state: 'unavailable', reason: 'malformed' });
});
