import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { RecordedAnswer } from '../../src/registry/answer.ts';
import { parseEvidence, serializeEvidence } from '../../src/recording/evidence-file.ts';
import type { EvidenceFile } from '../../src/recording/evidence-types.ts';
import { readPackument } from '../../src/registry/packument.ts';
import { dossierOf } from '../support/dossier.ts';
import { pkg, startRegistry } from '../support/loopback-registry.ts';

const registry = 'https://registry.example/';

async function packumentAnswer(): Promise<RecordedAnswer> {
  const loopback = await startRegistry({
    packages: {
      'left-pad': pkg({
        '1.2.0': { deprecated: 'no', publishedAt: null },
        '1.3.0': { scripts: { install: 'x' }, dependencies: { a: '^1.0.0' }, bundleDependencies: true },
      }),
    },
  });
  try {
    const document: unknown = await (await fetch(`${loopback.url}left-pad`)).json();
    const packument = readPackument(document, 'left-pad', ['1.3.0', '1.2.0', '7.0.0']);
    if ('malformed' in packument) throw new Error(packument.malformed);
    return { registry, name: 'left-pad', answer: { state: 'packument', packument } };
  } finally {
    await loopback.close();
  }
}

async function fileOf(patch: Partial<EvidenceFile> = {}): Promise<EvidenceFile> {
  return {
    schema: 'lockgate-evidence/1',
    evaluatedAt: '2026-01-31T12:00:00.000Z',
    policy: { source: 'preset recommended', text: null, preset: null },
    comparison: {
      ...{ mode: 'check', base: 'abc', head: 'def' },
      lockfiles: [{ path: 'package-lock.json', format: 'npm', formatVersion: '3', status: 'changed', packages: 7 }],
      changes: [dossierOf().change],
      observations: [
        { code: 'unreachable', path: 'package-lock.json', line: 3, name: 'a', args: { count: 2, key: 'b' } },
      ],
      errors: [{ code: 'lockfile-empty', message: 'is empty', path: 'b/package-lock.json' }],
    },
    registries: {
      ...{ publicRegistry: registry, defaultRegistry: registry, replaceRegistryHost: 'npmjs' },
      scopes: [{ scope: '@acme', url: 'https://acme.example/' }],
    },
    answers: [
      { registry, name: 'absent', answer: { state: 'absent', authenticated: false } },
      await packumentAnswer(),
      { registry, name: 'refused', answer: { state: 'refused', status: 403 } },
      { registry, name: 'slow', answer: { state: 'unavailable', reason: 'timeout', detail: 'no answer' } },
    ],
    ...patch,
  };
}

test('what is written is read back, and written again to the same bytes', async () => {
  const file = await fileOf();
  const text = serializeEvidence(file);
  const read = await parseEvidence(text, 'evidence.json');
  expect(read).toEqual(file);
  expect(serializeEvidence(read)).toBe(text);
});

test('the order of keys does not matter to the bytes, and each answer has a line of its own', async () => {
  const file = await fileOf();
  const turned = JSON.parse(JSON.stringify(file), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  ) as EvidenceFile;
  expect(serializeEvidence(turned)).toBe(serializeEvidence(file));
  const lines = serializeEvidence(file).split('\n');
  expect(lines.filter((line) => line.includes('"name":"slow"'))).toHaveLength(1);
  expect(lines.length).toBeLessThan(60);
});

test('a change that concerned no registry leaves no registries', async () => {
  const file = await fileOf({ registries: null, answers: [] });
  expect(await parseEvidence(serializeEvidence(file), 'evidence.json')).toEqual(file);
});

describe('what is no evidence file is refused in one line', () => {
  const broken = (change: (file: Record<string, never>) => unknown) => async () => {
    const file = JSON.parse(serializeEvidence(await fileOf())) as Record<string, never>;
    return JSON.stringify(change(file) ?? file);
  };
  const set = (path: string, value: unknown) =>
    broken((file) => {
      const members = path.split('.');
      const last = members.pop() ?? '';
      const parent = members.reduce<Record<string, never>>((at, member) => at[member] as never, file);
      (parent as Record<string, unknown>)[last] = value;
    });

  test.each<[string, () => Promise<string>, RegExp]>([
    ['nothing', () => Promise.resolve(''), /not JSON/],
    ['half a file', async () => (await broken(() => undefined)()).slice(0, 500), /not JSON/],
    ['null', () => Promise.resolve('null'), /the file/],
    ['another schema', set('schema', 'lockgate-evidence/2'), /`lockgate-evidence\/2`.*record it again/],
    ['an unknown field', set('token', 'x'), /the file does not match lockgate-evidence/],
    ['an unknown field deep inside', set('comparison.changes.0.approved', true), /`comparison\.changes\.0`/],
    ['no instant', set('evaluatedAt', 'yesterday'), /`evaluatedAt`/],
    ['a local time', set('evaluatedAt', '2026-01-31T12:00:00.000'), /`evaluatedAt`/],
    ['a registry that is no URL', set('registries.defaultRegistry', 'x'), /`registries\.defaultRegistry`/],
    ['an unknown answer', set('answers.0.answer', { state: 'fine' }), /`answers\.0\.answer/],
    [
      'a wrong type in a release',
      set('answers.1.answer.packument.wanted', { '1.3.0': { listing: 'listed', release: 1 } }),
      /wanted/,
    ],
    ['an unknown kind of source', set('comparison.changes.0.source', { kind: 'cloud' }), /source/],
    ['a negative line', set('comparison.changes.0.line', -1), /line/],
    ['a key with control characters', set('registries.\u001b[31m', 1), /`registries`/],
  ])('%s', async (_, text, message) => {
    const reading = parseEvidence(await text(), 'evidence.json');
    await expect(reading).rejects.toMatchObject({ code: 'evidence-invalid', path: 'evidence.json' });
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toThrow(/^[^\n\u001b]{10,500}$/);
  });

  test('or read as one: nothing else comes of any JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        await expect(parseEvidence(text, 'evidence.json')).rejects.toMatchObject({ code: 'evidence-invalid' });
      }),
      { numRuns: 200 },
    );
  });
});
