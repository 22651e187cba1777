import { createHash } from 'node:crypto';

import { Parser, type ReadEntry } from 'tar';

import { codeOf } from '../net/exchange-failure.ts';
import { feed, listingLimits } from './read-tarball.ts';

/** The hash algorithms that `packageManager` may name, as corepack accepts them. */
export const hashAlgorithms = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
export type HashAlgorithm = (typeof hashAlgorithms)[number];
/** Hexadecimal digests by algorithm. */
export type Digests = Readonly<Record<HashAlgorithm, string>>;

/** What is known of a package manager's published tarball. */
export interface ProgramDigests {
  readonly state: 'read';
  /** SHA-512 of the tarball, in SRI form. */
  readonly integrity: string;
  readonly tarball: Digests;
  /** Of the one file that runs, where it was asked for. */
  readonly program?: Digests & { readonly normalised: string };
}

export type ProgramReading =
  ProgramDigests | { readonly state: 'unreadable'; readonly reason: 'too-large' | 'timeout' | 'malformed' };

class TooLarge extends Error {}
class Ambiguous extends Error {}

/** The largest program that is read: releases of Yarn have 3 to 6 MiB. */
const maxProgram = 64 * 1024 * 1024;

/**
 * Digests of a tarball and of one file in it; nothing is unpacked to a disk and nothing is run.
 * @param member the file's path below the tarball's first folder; undefined: only the tarball's digests
 */
export async function readProgram(packed: Buffer, member: string | undefined): Promise<ProgramReading> {
  const tarball = digestsOf(packed);
  const integrity = `sha512-${Buffer.from(tarball.sha512, 'hex').toString('base64')}`;
  if (member === undefined) return { state: 'read', integrity, tarball };
  try {
    const bytes = await memberOf(packed, member);
    if (bytes === undefined) return { state: 'unreadable', reason: 'malformed' };
    return { state: 'read', integrity, tarball, program: { ...digestsOf(bytes), normalised: normalisedDigest(bytes) } };
  } catch (cause) {
    if (cause instanceof TooLarge) return { state: 'unreadable', reason: 'too-large' };
    return { state: 'unreadable', reason: codeOf(cause) === 'ABORT_ERR' ? 'timeout' : 'malformed' };
  }
}

/** The SHA-512 of a program's text with LF at the end of each line: git may have stored it so, or checked it out otherwise. */
export function normalisedDigest(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  return createHash('sha512').update(Buffer.from(text, 'latin1')).digest('hex');
}

const digestsOf = (bytes: Buffer): Digests =>
  Object.fromEntries(
    hashAlgorithms.map((algorithm) => [algorithm, createHash(algorithm).update(bytes).digest('hex')]),
  ) as Digests;

/** @throws Error for two files at the path, one that is too large, or a tarball that cannot be read. */
async function memberOf(packed: Buffer, member: string): Promise<Buffer | undefined> {
  const parser = new Parser({ strict: true });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(listingLimits.milliseconds)]);
  let found: Buffer[] | undefined;
  let [count, size] = [0, 0];
  let refuse: (why: Error) => void = () => undefined;
  const refused = new Promise<never>((_, reject) => {
    refuse = reject;
    parser.on('error', reject);
    parser.on('entry', (entry: ReadEntry) => {
      count += 1;
      if (count > listingLimits.entries) reject(new TooLarge());
      if (entry.path.split('/').slice(1).join('/') !== member) {
        entry.resume();
        return;
      }
      if (found !== undefined || entry.type !== 'File') reject(new Ambiguous());
      const chunks: Buffer[] = [];
      found = chunks;
      entry.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > maxProgram) reject(new TooLarge());
        else chunks.push(chunk);
      });
    });
  });
  try {
    await Promise.race([
      feed(packed, parser, (chunk) => parser.write(chunk), listingLimits.unpacked, signal, refuse),
      refused,
    ]);
    return found && Buffer.concat(found);
  } finally {
    stop.abort();
  }
}
