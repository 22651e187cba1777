import { win32 } from 'node:path';

import type { ReadEntry } from 'tar';

import type { OwnManifest } from '../model/index.ts';
import { readOwnManifest } from './own-manifest.ts';
import { integrityOf, readTarball, sha1Of } from './read-tarball.ts';
import type { TarballLimits, Unreadable } from './read-tarball.ts';
import { type Places, TarHeaders } from './tar-headers.ts';

/** Bytes of one `package.json`; the largest of the 626 packages that this was tried on has 30 KiB. */
const longestManifest = 1024 * 1024;

/** What a tarball's listing tells. `integrity` and `sha1` are the SHA-512 and the SHA-1 of the packed bytes, in SRI form. */
export type Listing =
  | {
      readonly state: 'listed';
      readonly bindingGyp: boolean;
      readonly manifest: OwnManifest;
      readonly integrity: string;
      readonly sha1: string;
    }
  | Unreadable;

/**
 * What a package's tarball holds where package managers look for it: a `binding.gyp`, and its `package.json`. Entries are
 * read in a stream to the end, because the last of several files in one place counts; nothing is unpacked to a disk.
 */
export async function listTarball(packed: Buffer, limits: Partial<TarballLimits> = {}): Promise<Listing> {
  const files: string[] = [];
  const manifests: Promise<Buffer | 'no file'>[] = [];
  const links = new Set<string>();
  let bindingGyp = false;
  /** What readers may take for the manifest: how often there is something, and whether they disagree on where. */
  const walk = { manifests: 0, isAmbiguous: false };
  const headers = new TarHeaders((paths: Places) => {
    const hits = paths.map((path) => isIn(placesOf(path), 'package.json'));
    if (hits.some(Boolean)) walk.manifests += 1;
    if (new Set(hits).size > 1) walk.isAmbiguous = true;
    if (paths.some((path) => isIn(placesOf(path), 'binding.gyp'))) bindingGyp = true;
  });
  const take = (entry: ReadEntry): 'too-large' | undefined => {
    const places = placesOf(entry.path);
    const isManifest = isIn(places, 'package.json');
    if (entry.type !== 'Directory' && isIn(places, 'binding.gyp')) bindingGyp = true;
    files.push(...places.slice(0, 1));
    // Some managers write through a link: what is written at or below one may end up anywhere.
    if (places.some((place) => isBelow(place, links))) walk.isAmbiguous = true;
    if (entry.type === 'SymbolicLink' || entry.type === 'Link') {
      for (const place of places) links.add(foldedName(place));
    }
    if (entry.type === 'Directory' || !isManifest) entry.resume();
    else if (entry.type !== 'File' && entry.type !== 'OldFile' && entry.type !== 'ContiguousFile') {
      manifests.push(Promise.resolve('no file'));
      entry.resume();
    } else if (entry.size > longestManifest) return 'too-large';
    else manifests.push(entry.concat());
    return undefined;
  };
  const found = await readTarball(packed, limits, take, (chunk) => {
    headers.write(chunk);
  });
  if (found.state === 'unreadable') return found;
  const read = await Promise.all(manifests);
  const manifest: OwnManifest =
    walk.isAmbiguous || walk.manifests !== read.length ? { state: 'several' } : manifestOf(read, files);
  return { state: 'listed', bindingGyp, manifest, integrity: integrityOf(packed), sha1: sha1Of(packed) };
}

function manifestOf(manifests: readonly (Buffer | 'no file')[], files: readonly string[]): OwnManifest {
  const last = manifests.at(-1);
  if (last === undefined) return { state: 'missing' };
  const isOne = manifests.every((each) => each !== 'no file' && last !== 'no file' && each.equals(last));
  if (last === 'no file' || !isOne) return { state: 'several' };
  return readOwnManifest(last.toString(), files);
}

const isIn = (places: readonly string[], name: string): boolean => places.some((place) => foldedName(place) === name);

/** Whether a place is that of one of these links, or lies below one. */
const isBelow = (place: string, links: ReadonlySet<string>): boolean => {
  if (links.size === 0) return false;
  const parts = foldedName(place).split('/');
  return parts.some((_, at) => links.has(parts.slice(0, at + 1).join('/')));
};

/**
 * Where an entry may be unpacked, in the package's folder. npm drops the first folder, whatever its name, before it looks at
 * the rest (pacote: `strip: 1`), and then every root: a slash, a drive, a share (tar: strip-absolute-path.js), on each
 * system with its own idea of what a backslash is.
 */
function placesOf(path: string): readonly string[] {
  // No system has such paths, and roots are dropped one by one.
  if (path.length > longestPath) return /binding\.gyp|package\.json/i.exec(path)?.slice(0, 1) ?? [];
  const given = path.includes('\\') ? [path, path.replaceAll('\\', '/')] : [path];
  return given.map((each) => {
    const rest: string[] = [];
    for (const part of withoutRoots(each.split('/').slice(1).join('/')).split('/')) {
      if (part === '..') rest.pop();
      else if (part !== '' && part !== '.') rest.push(part);
    }
    return rest.join('/');
  });
}

const longestPath = 4096;

function withoutRoots(path: string): string {
  let rest = path;
  for (let { root } = win32.parse(rest); root !== ''; { root } = win32.parse(rest)) {
    rest = rest.slice(rest.startsWith('/') && !rest.startsWith('//?/') ? 1 : root.length);
  }
  return rest;
}

/** File systems that fold case also drop what cannot be seen (HFS+), or dots and spaces at the end (Windows). */
const foldedName = (name: string) =>
  name
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[. ]+$/, '')
    .toLowerCase();
