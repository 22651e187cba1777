import { groupBy } from '../text/group-by.ts';
import type { RegistryConfiguration } from '../registry/configuration.ts';
import { packumentSource } from '../registry/packument-source.ts';
import type { DocumentAnswer } from '../registry/answer.ts';
import type { GateRequest } from './request.ts';
import type { Comparison, Observation } from '../model/index.ts';
import { withUnpinned } from '../resolve/resolve-unpinned.ts';
import { withVetted } from '../resolve/resolve-vet.ts';

/** A comparison with the dependencies that are not in the lockfile, and the packuments that resolving them needed. */
export interface Resolved {
  readonly comparison: Comparison;
  /** By `packumentSubject`. */
  readonly fetched?: ReadonlyMap<string, DocumentAnswer>;
}

/** Connects the resolution, which makes no requests itself, to the registries. */
export async function resolveMissing(
  compared: Comparison,
  { base, head, vet, vetFolder = '', now, offline, recorded, progress, documents, session }: GateRequest,
  configure: () => Promise<RegistryConfiguration>,
): Promise<Resolved> {
  const source = packumentSource(once(configure), progress, undefined, documents);
  const ask = offline || session !== undefined ? undefined : source.ask;
  try {
    const comparison = await (vet === undefined
      ? withUnpinned(compared, base, head, ask)
      : withVetted(compared, { requires: vet, folder: vetFolder, now }, head, ask));
    if (recorded === undefined) return { comparison, fetched: source.replies };
    return { comparison: asRecorded(compared, comparison, recorded.comparison) };
  } finally {
    source.close();
  }
}

/**
 * A recording has too little of a packument to resolve anything again, but it has what was resolved: that is used for each
 * lockfile path for which it covers everything that is asked for.
 * @param offline what is asked for, by its specs
 */
function asRecorded(compared: Comparison, offline: Comparison, recorded: Comparison): Comparison {
  const asked = groupBy(offline.changes.slice(compared.changes.length), ({ lockfile }) => lockfile);
  const changes = [...asked].flatMap(([path, specs]) => {
    const known = recorded.changes.filter(({ lockfile }) => lockfile === path);
    const direct = new Set(known.flatMap(({ name, direct }) => (direct ? [name] : [])));
    return specs.every(({ name }) => direct.has(name)) ? known : specs;
  });
  // Observations about overrides concern everything that was resolved, which only the recording knows.
  const recordedOverrides = recorded.observations.filter(({ code }) => code === 'override-unapplied').map(withoutFiles);
  return {
    ...offline,
    changes: [...compared.changes, ...changes],
    observations: [
      ...compared.observations,
      ...(recordedOverrides.length > 0 ? recordedOverrides : offline.observations.slice(compared.observations.length)),
    ],
  };
}

/** The states of its files are looked up again in this run. */
function withoutFiles({ code, path, line, name, version, args }: Observation): Observation {
  return { code, path, line, ...(name !== undefined && { name }), ...(version !== undefined && { version }), args };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
