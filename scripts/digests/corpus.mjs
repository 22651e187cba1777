/** Real lockfiles and pull requests, wherever they are kept. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { paths, root } from './sources.mjs';

const shared = process.env.LOCKGATE_SHARED ?? join(root, '..', 'shared');
const archives = {
  pairs: 'lockfile-pairs.tar.gz',
  evidence: 'pair-evidence.tar.xz',
  lockfiles: 'lockfiles.tar.gz',
};

/** The archives that are not there, by the set that is in them. */
export const missingArchives = () =>
  new Map(
    Object.entries(archives)
      .map(([set, file]) => [set, join(shared, 'data', file)])
      .filter(([, file]) => !existsSync(file)),
  );

/**
 * The entries of a set: `pairs` and `evidence` of pull requests, `lockfiles` of what is locked out of nothing. Files are
 * read when they are asked for. An empty list where its archive is not there.
 * @param {'pairs' | 'evidence' | 'lockfiles'} set
 * @returns {{ label: string, date?: string, read: () => { before: Files, after: Files } }[]} where Files is contents by
 *   path, and the label begins with the format
 */
export function readSet(set) {
  const folder = unpacked(archives[set]);
  if (folder === undefined) return [];
  const listed = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  if (set === 'lockfiles') return listed.map((entry) => loneLockfile(folder, entry));
  const places = set === 'evidence' ? join(folder, 'pairs') : folder;
  const present = new Set(readdirSync(places));
  return listed.filter(({ dir }) => present.has(dir)).map((entry) => pullRequest(places, entry));
}

/** The packuments that were recorded with the set `evidence`, by name. */
export const recordedPackuments = () =>
  JSON.parse(readFileSync(join(unpacked(archives.evidence), 'packuments.json'), 'utf8'));

/** One small project as every package manager locks it, before and after one change; kept in this repository. */
export function sameChange() {
  const { manifests, locked } = JSON.parse(readFileSync(paths.sameChange, 'utf8'));
  return Object.entries(locked).map(([manager, { lockfile, base, head, settings = {} }]) => {
    const files = (side, text) => ({
      ...Object.fromEntries(
        Object.entries(manifests[side]).map(([path, manifest]) => [path, bytes(JSON.stringify(manifest, null, 2))]),
      ),
      ...Object.fromEntries(Object.entries(settings).map(([path, content]) => [path, bytes(content)])),
      [lockfile]: bytes(text),
    });
    const read = () => ({ before: files('base', base), after: files('head', head) });
    return { label: manager, read };
  });
}

const bytes = (text) => Buffer.from(text, 'utf8');

function pullRequest(places, { dir, format, date }) {
  const folder = join(places, dir);
  const side = (name) =>
    Object.fromEntries(
      readdirSync(folder)
        .filter((file) => file.startsWith(`${name}.`))
        .map((file) => [file.slice(name.length + 1), readFileSync(join(folder, file))]),
    );
  return {
    label: `${managerOf(format)}/${dir}`,
    date,
    read: () => ({ before: side('before'), after: side('after') }),
  };
}

function loneLockfile(folder, { file, format }) {
  const path = /(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock)$/.exec(file)[0];
  const read = () => ({ before: {}, after: { [path]: readFileSync(join(folder, file)) } });
  return { label: `${managerOf(format)}/${file}`, read };
}

/** `yarn-v1` and `berry-v8` are as far apart as two managers; the versions of the others are not. */
function managerOf(format) {
  const name = format.slice(0, format.lastIndexOf('-v'));
  return { yarn: 'yarn-classic', berry: 'yarn-berry' }[name] ?? name;
}

/** The archive's folder, unpacked once for each state of it into the temporary folder. */
function unpacked(file) {
  const archive = join(shared, 'data', file);
  if (!existsSync(archive)) return undefined;
  const name = file.slice(0, file.indexOf('.tar'));
  const { mtimeMs, size } = statSync(archive);
  const folder = join(tmpdir(), `lockgate-digests-${name}-${Math.floor(mtimeMs)}-${size}`);
  if (!existsSync(folder)) {
    const fresh = mkdtempSync(`${folder}-`);
    execFileSync('tar', ['-xf', archive, '-C', fresh]);
    try {
      renameSync(fresh, folder);
    } catch (cause) {
      rmSync(fresh, { recursive: true });
      if (!existsSync(folder)) throw cause; // another process was faster
    }
  }
  return join(folder, name);
}
