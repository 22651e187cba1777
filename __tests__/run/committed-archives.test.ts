import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { jsonReport } from '../../src/report/formats/json.ts';
import { parseEvidence, serializeEvidence } from '../../src/recording/evidence-file.ts';
import { recordingOf } from '../../src/run/evidence-recording.ts';
import { runGate } from '../../src/run/pipeline.ts';
import { reportOf } from '../../src/run/report-of.ts';
import { sha512Of } from '../../src/repository/contents.ts';
import { archiveName } from '../../src/managers/yarn/archive-names.ts';
import type { LoopbackRegistry } from '../support/loopback-registry.ts';
import { fixtureRegistry, judgeFiles, loud, zeroInstall } from '../support/zero-install.ts';
import type { Files } from '../support/zero-install.ts';
import { withFile, zipOf } from '../support/zip.ts';

let registry: LoopbackRegistry;
beforeAll(async () => {
  registry = await fixtureRegistry();
});
afterAll(() => registry.close());

const base = zeroInstall('yarn4-0-2.0.0');
const head = zeroInstall('yarn4-0-2.1.0');
const archive = '.yarn/cache/beta-npm-2.1.0-bd8e6173d7-9eccde466e.zip';
const platform = '.yarn/cache/@acme-plat-npm-1.0.0-8a120bcc26-10c0.zip';
const tarballsAsked = () => registry.requests.filter(({ path }) => path.endsWith('.tgz')).length;
const without = (files: Files, ...paths: readonly string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));
/** A fixture's archive with other bytes in one place. */
const withText = (path: string, from: string, to: string): Buffer => {
  const bytes = Buffer.from(head[path] as Buffer);
  bytes.write(to, bytes.indexOf(from), 'latin1');
  return bytes;
};
const text = (files: Files, path: string) => Buffer.from(files[path] as Uint8Array).toString();
const evil = zipOf([{ path: 'node_modules/beta/index.js', data: 'evil();\n' }]);

describe('quiet list, rows 24 and 25', () => {
  test.each([
    ['quiet list, row 24: an update at compressionLevel 0', 'yarn4-0-2.0.0', 'yarn4-0-2.1.0'],
    [
      'quiet list, row 24: an update at compressionLevel 9, which renames all archives',
      'yarn4-0-2.0.0',
      'yarn4-9-2.1.0',
    ],
    ['quiet list, row 24: an update at compressionLevel mixed', 'yarn4-0-2.0.0', 'yarn4-mixed-2.1.0'],
    ['quiet list, row 24: an update by Yarn 3', 'yarn3-mixed-2.0.0', 'yarn3-mixed-2.1.0'],
  ])('%s', async (_title, before, after) => {
    for (const ids of [true, false]) {
      const run = await judgeFiles(zeroInstall(before), zeroInstall(after), { registry, ids });
      expect(run.comparison.errors).toEqual([]);
      expect(loud(run)).toEqual([]);
      expect(run.judgement.verdict).toBe('pass');
    }
  });

  test('the attack beside row 24: one changed entry of an archive that the lockfile pins', async () => {
    const run = await judgeFiles(base, { ...head, [archive]: evil }, { registry });
    expect(loud(run)).toEqual([`floor committed-bytes archive-differs ${archive}`]);
  });

  test('the attack beside row 24: the archive of a platform package swapped alone', async () => {
    const swapped = zipOf([{ path: 'node_modules/@acme/plat/bin.node', data: 'another program\n', mode: 0o100755 }]);
    const run = await judgeFiles(head, { ...head, [platform]: swapped }, { registry });
    expect(loud(run)).toEqual([`floor committed-bytes archive-differs ${platform}`]);
    expect(run.comparison.changes).toEqual([]);
  });
});

describe('an archive that this change adds or changes', () => {
  test.each([
    ['an extra entry', [{ path: 'node_modules/beta/postinstall.js', data: '' }]],
    ['a symbolic link', [{ path: 'node_modules/beta/link', data: '/etc/passwd', mode: 0o120777 }]],
  ])('with %s is not what the registry has', async (_title, more) => {
    const entries = ['package.json', 'cli.js', 'index.js'].map((path) => ({
      path: `node_modules/beta/${path}`,
      data: '',
    }));
    const run = await judgeFiles(base, { ...head, [archive]: zipOf([...entries, ...more]) }, { registry });
    expect(loud(run)).toContain(`floor committed-bytes archive-differs ${archive}`);
  });

  test('in a form that Yarn does not write cannot be shown, whatever it holds', async () => {
    const bytes = Buffer.concat([head[archive] as Buffer, Buffer.alloc(3)]);
    const run = await judgeFiles(base, { ...head, [archive]: bytes }, { registry });
    expect(loud(run)).toEqual([`error committed-bytes archive-unshown ${archive}`]);
  });

  test('is the base branch’s where the base branch’s lockfile has its SHA-512, and costs no request', async () => {
    const before = tarballsAsked();
    expect(loud(await judgeFiles(without(head, archive), head, { registry }))).toEqual([]);
    expect(tarballsAsked()).toBe(before);
  });

  test('is not the base branch’s where only the head’s lockfile has its SHA-512', async () => {
    const run = await judgeFiles(base, head);
    expect(loud(run)).toContain(`error committed-bytes archive-unshown ${archive}`);
  });

  test('is an error where the registry does not serve its tarball, and where it serves another', async () => {
    registry.fail('beta/-/beta-2.1.0.tgz', { status: 404, times: 1 });
    expect(loud(await judgeFiles(base, head, { registry }))).toEqual([
      `error committed-bytes archive-unshown ${archive}`,
    ]);
    registry.fail('beta/-/beta-2.1.0.tgz', { text: 'no tarball', times: 1 });
    expect(loud(await judgeFiles(base, head, { registry }))).toEqual([
      `error committed-bytes archive-unshown ${archive}`,
    ]);
  });

  test('that is a pointer of Git LFS, a link or too large is an error that an exception for the file covers', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 667\n`;
    const run = await judgeFiles(base, { ...head, [archive]: pointer }, { registry });
    expect(loud(run)).toEqual([`error committed-bytes archive-unshown ${archive}`]);
    const [found] = run.judgement.findings.filter(({ rule }) => rule === 'committed-bytes');
    const exception = `{ id: X, path: '${archive}', codes: [archive-unshown], fingerprint: ${found?.fingerprint ?? ''}, reason: r, expires: 2026-12-31 }`;
    const policy = `version: 1\nexceptions: [${exception}]\n`;
    expect(loud(await judgeFiles(base, { ...head, [archive]: pointer }, { registry, policy }))).toEqual([]);
    expect(loud(await judgeFiles(base, { ...head, [archive]: `${pointer}\n` }, { registry, policy }))).toContain(
      `error committed-bytes archive-unshown ${archive}`,
    );
    const linked = { ...head, [archive]: { mode: 'symlink' as const, id: 'a'.repeat(40) } };
    expect(loud(await judgeFiles(base, linked, { registry }))).toEqual([
      `error committed-bytes archive-unshown ${archive}`,
    ]);
  });

  test('of no entry of the lockfile is an error', async () => {
    const path = '.yarn/cache/alpha-npm-1.0.0-86fad34e44-346a8bc1e5.zip';
    expect(loud(await judgeFiles(base, { ...base, [path]: evil }, { registry }))).toEqual([
      `error committed-bytes archive-unshown ${path}`,
    ]);
  });

  test('in the folder that `cacheFolder` names is compared as well, and what lay there before it was named', async () => {
    const moved = { [`vendor/${archive.slice(12)}`]: evil };
    const rc = `${(head['.yarnrc.yml'] as Buffer).toString()}cacheFolder: ./vendor\n`;
    const run = await judgeFiles({ ...base, ...moved }, { ...head, ...moved, '.yarnrc.yml': rc }, { registry });
    expect(loud(run)).toContain(`floor committed-bytes archive-differs vendor/${archive.slice(12)}`);
  });

  test('is not looked at below an excluded folder', async () => {
    const below = (files: Files) =>
      Object.fromEntries(Object.entries(files).map(([path, file]) => [`ex/${path}`, file]));
    const policy = "version: 1\nlockfiles: { exclude: ['ex/**'] }\n";
    const run = await judgeFiles(below(base), below({ ...head, [archive]: evil }), { registry, policy });
    expect(loud(run)).toEqual([]);
  });

  test('is judged the same from a recording', async () => {
    for (const bytes of [head[archive] as Buffer, evil]) {
      const run = await judgeFiles(base, { ...head, [archive]: bytes }, { registry });
      const recording = recordingOf(run);
      if (recording === undefined) throw new Error('nothing was recorded');
      const text = serializeEvidence(recording);
      const again = await runGate({ replay: await parseEvidence(text, 'evidence.json') });
      expect(jsonReport(reportOf(again))).toBe(jsonReport(reportOf(run)));
      expect(recording.answers.some((each) => 'contents' in each)).toBe(true);
    }
  });
});

describe('more archives than one run reads', () => {
  const many = Array.from({ length: 160 }, (_, at) => `p${at}`);
  const lock = `__metadata:\n  version: 8\n  cacheKey: 10c0\n\n${many
    .map(
      (name) =>
        `"${name}@npm:1.0.0":\n  version: 1.0.0\n  resolution: "${name}@npm:1.0.0"\n  languageName: node\n  linkType: hard\n`,
    )
    .join('\n')}`;
  const files: Files = {
    'package.json': { name: 'app', dependencies: Object.fromEntries(many.map((name) => [name, '1.0.0'])) },
    'yarn.lock': lock,
  };
  const archives = Object.fromEntries(
    many.map((name) => {
      const bytes = zipOf([{ path: `node_modules/${name}/index.js`, data: '' }]);
      return [`.yarn/cache/${name}-npm-1.0.0-${archiveName(name, 'npm:1.0.0').hash}-10c0.zip`, bytes];
    }),
  );

  test('through a platform’s API are one error with their count, beside those that were read', async () => {
    const run = await judgeFiles(files, { ...files, ...archives }, { isRemote: true });
    const found = run.judgement.findings.filter(({ rule }) => rule === 'committed-bytes');
    expect(found.map(({ level, message }) => [level, message])).toEqual([
      ['error', expect.stringContaining('Archives in `.yarn/cache` (160) could not be compared')],
    ]);
    const [observed] = run.comparison.observations.filter(({ code }) => code === 'archive-unshown');
    expect(observed?.files?.length).toBeGreaterThanOrEqual(160);
    const local = await judgeFiles(files, { ...files, ...archives });
    const [read] = local.comparison.observations.filter(({ code }) => code === 'archive-unshown');
    expect(read?.args).toEqual({ count: 160, reason: 'no request was allowed' });
  });
});

describe('an archive of a patched package', () => {
  const patched = zeroInstall('patched');
  const path = '.yarn/cache/beta-patch-88afe61dc5-cf94d33216.zip';

  test('is listed with the files that the patch changes', async () => {
    const found = loud(await judgeFiles(base, patched, { registry }));
    expect(found).toContain(`warn committed-bytes archive-patched ${path}`);
  });

  test('that differs in a file that the patch does not name is an error', async () => {
    const found = loud(await judgeFiles(base, { ...patched, [path]: evil }, { registry }));
    expect(found).toContain(`error committed-bytes archive-unshown ${path}`);
  });

  test('that changes while the entry of its locator does not is an error', async () => {
    const changed = withFile(patched[path] as Buffer, 'node_modules/beta/index.js', 'evil();\n');
    const lock = text(patched, 'yarn.lock').replace(/cf94d33216[0-9a-f]+/, sha512Of(changed));
    expect(loud(await judgeFiles(patched, { ...patched, [path]: changed, 'yarn.lock': lock }, { registry }))).toContain(
      `error committed-bytes archive-unshown ${path}`,
    );
  });

  test('that Yarn is said to patch itself, and does not, is an error', async () => {
    const lock = (patched['yarn.lock'] as Buffer)
      .toString()
      .replaceAll('#~/.yarn/patches/beta.patch', '#optional!builtin<compat/beta>');
    const name = '.yarn/cache/beta-patch-0000000000-cf94d33216.zip';
    const run = await judgeFiles(base, { ...without(patched, path), 'yarn.lock': lock, [name]: evil }, { registry });
    expect(loud(run)).toContain(`error committed-bytes archive-unshown ${name}`);
  });
});

test('a byte of an archive that changes under an unchanged lockfile is an error', async () => {
  const changed = { ...head, [archive]: withText(archive, 'beta 2.1.0', 'beta 6.6.6') };
  expect(loud(await judgeFiles(head, changed, { registry }))).toEqual([
    `error committed-bytes archive-unshown ${archive}`,
  ]);
});
