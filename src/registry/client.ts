import { gzipSync } from 'node:zlib';

import semver from 'semver';
import validateName from 'validate-npm-package-name';

import type { Unavailable, UnavailableReason } from '../model/index.ts';
import { unavailable, unoffered } from '../model/evidence-values.ts';
import type { ContentsAnswer, DocumentAnswer, NoAnswer, ProgramAnswer, TarballAnswer } from './answer.ts';
import type { Connection } from './configuration.ts';
import { type ClientLimits, clientLimits } from './limits.ts';
import { countsNone } from './downloads.ts';
import { type Asking, createRequests } from './requests.ts';

export interface RegistryClient {
  /**
   * Asks for a name's full packument. Ends within the deadline, with whatever there is to say; never throws for what the
   * other side does. A name that no registry can hold is never put into a URL: it is absent.
   * @throws GateFailure `configuration-invalid` for certificates or a proxy that cannot be used.
   */
  readonly packument: (connection: Connection, name: string) => Promise<DocumentAnswer>;
  /** The keys that the registry signs with (npm docs, "About registry signatures"); `absent`: it has no such endpoint. */
  readonly keys: (connection: Connection) => Promise<DocumentAnswer>;
  /**
   * The attestations of one version, from the registry's own endpoint: the address that a packument gives is never asked.
   * A version that is no semantic version is never put into a URL: it is absent. `unoffered`: the registry has no such endpoint.
   */
  readonly attestations: (connection: Connection, name: string, version: string) => Promise<DocumentAnswer>;
  /**
   * The advisories about these names and versions, from npm's bulk endpoint; `absent`: the registry has no such endpoint.
   * A name that no registry can hold is left out.
   */
  readonly advisories: (
    connection: Connection,
    versions: ReadonlyMap<string, readonly string[]>,
  ) => Promise<DocumentAnswer>;
  /** OSV's API at this address: a POST where there is something to send. No name goes into the path. */
  readonly osv: (connection: Connection, path: string, body?: string) => Promise<DocumentAnswer>;
  /**
   * How often names were downloaded in the last month, by the downloads service at this address; `absent`: it knows no such name,
   * or has no such address.
   * @param isOptional whether it need not count at all
   */
  readonly downloads: (
    connection: Connection,
    names: readonly string[],
    isOptional?: boolean,
  ) => Promise<DocumentAnswer>;
  /** What a tarball holds. The address is at the connection's origin: the caller has seen to it. */
  readonly tarball: (connection: Connection, address: URL) => Promise<TarballAnswer>;
  /**
   * Digests of a tarball, and of one file in it.
   * @param member its path below the tarball's first folder
   */
  readonly program: (connection: Connection, address: URL, member: string | undefined) => Promise<ProgramAnswer>;
  /** The files that a tarball unpacks to. The address as for `tarball`. */
  readonly contents: (connection: Connection, address: URL) => Promise<ContentsAnswer>;
  readonly close: () => void;
}

/** A client for as many registries as it is given connections to. Close it, or its kept connections outlive it. */
export function createRegistryClient(concurrency: number, changed: Partial<ClientLimits> = {}): RegistryClient {
  const limits = { ...clientLimits, ...changed };
  const { ask, close } = createRequests(concurrency, limits);
  const failures = new Map<string, { inRow: number; last: Unavailable }>();

  return {
    packument: (connection, name) => get(connection, name, name.replace('/', '%2f')),
    keys: (connection) => get(connection, undefined, '-/npm/v1/keys', { isOptional: true }),
    attestations: async (connection, name, version) => {
      if (semver.valid(version) !== version) return { state: 'absent', authenticated: true };
      return get(connection, name, `-/npm/v1/attestations/${name.replace('/', '%2f')}@${version}`, {
        isOptional: true,
        notOffered: servesNoAttestations,
      });
    },
    advisories: (connection, versions) => {
      const possible = [...versions].filter(([name]) => isPossibleName(name));
      const payload = { bytes: gzipSync(JSON.stringify(Object.fromEntries(possible))), encoding: 'gzip' } as const;
      return get(connection, undefined, '-/npm/v1/security/advisories/bulk', { payload, isOptional: true });
    },
    osv: (connection, path, body) =>
      get(connection, undefined, path, body === undefined ? {} : { payload: { bytes: Buffer.from(body) } }),
    downloads: async (connection, names, isOptional = false) => {
      if (!names.every(isPossibleName)) return { state: 'absent', authenticated: true };
      return get(connection, undefined, `downloads/point/last-month/${names.join(',')}`, {
        isOptional,
        notOffered: countsNone,
      });
    },
    tarball: async (connection, address) => {
      const packed = await download(connection, address);
      if (!Buffer.isBuffer(packed)) return packed;
      const { listTarball } = await import('./tarball-listing.ts');
      const listed = await listTarball(packed);
      if (listed.state === 'listed') return listed;
      // How long it takes to list is the publisher's choice, so it is a bound like its size.
      return unavailable(listed.reason === 'malformed' ? 'malformed' : 'too-large', 'it cannot be listed');
    },
    program: async (connection, address, member) => {
      const packed = await download(connection, address);
      if (!Buffer.isBuffer(packed)) return packed;
      const { readProgram } = await import('./program-digests.ts');
      const read = await readProgram(packed, member);
      return read.state === 'read' ? read : unavailable(read.reason, 'its tarball cannot be read');
    },
    contents: async (connection, address) => {
      const packed = await download(connection, address);
      if (!Buffer.isBuffer(packed)) return packed;
      const { unpackTarball } = await import('./tarball-contents.ts');
      const unpacked = await unpackTarball(packed);
      return unpacked.state === 'unpacked' ? unpacked : unavailable(unpacked.reason, 'it cannot be unpacked');
    },
    close,
  };

  /** The bytes of a tarball, or why there are none. */
  async function download(connection: Connection, address: URL): Promise<Buffer | NoAnswer> {
    const before = givenUp(connection);
    if (before !== undefined) return before;
    let packed: Buffer | undefined;
    const keep = (body: Buffer): DocumentAnswer => {
      packed = body;
      return { state: 'document', document: null };
    };
    const reply = counted(connection, await ask(connection, address, { keep }));
    if (reply.state !== 'document') return reply;
    return packed ?? unavailable('malformed', 'no body');
  }

  async function get(
    connection: Connection,
    name: string | undefined,
    path: string,
    asking: Asking = {},
  ): Promise<DocumentAnswer> {
    if (name !== undefined && !isPossibleName(name)) return { state: 'absent', authenticated: true };
    const before = givenUp(connection);
    if (before !== undefined) return before;
    return counted(connection, await ask(connection, new URL(connection.url + path), asking));
  }

  function givenUp({ url }: Connection): Unavailable | undefined {
    const before = failures.get(url);
    if (before === undefined || before.inRow < limits.failuresInRow) return undefined;
    return { ...before.last, detail: `not requested, because ${before.inRow} requests in a row had failed` };
  }

  function counted(connection: Connection, reply: DocumentAnswer): DocumentAnswer {
    if (reply.state !== 'unavailable' || !systemic.has(reply.reason)) failures.delete(connection.url);
    else failures.set(connection.url, { inRow: (failures.get(connection.url)?.inRow ?? 0) + 1, last: reply });
    return reply;
  }
}

/** Other than 404, which may be about the version alone. */
const servesNoAttestations = unoffered('attestations', 'the registry serves no attestations', 'attestations');

/** Reasons that are about the registry as a whole rather than about one package. */
const systemic: ReadonlySet<UnavailableReason> = new Set(['network', 'timeout', 'throttled', 'server-error']);

function isPossibleName(name: string): boolean {
  const { validForNewPackages, validForOldPackages } = validateName(name);
  return validForNewPackages || validForOldPackages;
}
