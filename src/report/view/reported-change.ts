import type { Change, Dossier, ReportedChange } from '../../model/index.ts';
import { compareText } from '../../text/order.ts';
import { reportedEvidence } from './evidence-words.ts';

/** By place, regardless of the order in which lockfiles were read. */
export function inReportOrder(a: Placed, b: Placed): number {
  return (
    compareText(a.lockfile, b.lockfile) ||
    compareText(a.name, b.name) ||
    compareText(a.version, b.version) ||
    a.line - b.line ||
    compareText(a.kind, b.kind)
  );
}

type Placed = Pick<Change, 'lockfile' | 'name' | 'version' | 'line' | 'kind'>;

/** What `vet` judges although nothing about it would change: what a lockfile really updates has an aspect that changed, or is new. */
const isLockedAsIs = ({ kind, changed, basePins }: Change) =>
  kind === 'updated' && changed.length === 0 && basePins.length > 0;

/** A change in the report's words; without a dossier it was not evaluated. */
export function reportedChange(change: Change, dossier: Dossier | undefined): ReportedChange {
  const roots = (change.roots ?? []).flatMap(({ name, place }) =>
    place === undefined ? [] : [{ path: place.path, line: place.line, name }],
  );
  return {
    kind: change.kind,
    name: change.name,
    version: change.version,
    previousVersion: change.previousVersion ?? null,
    ...(isLockedAsIs(change) && { alreadyLocked: true }),
    changed: change.changed,
    lockfile: change.lockfile,
    line: change.line,
    direct: change.direct,
    dependencyTypes: change.dependencyTypes,
    importers: change.importers,
    via: change.via,
    manifests: change.manifests.map(({ path, line }) => ({ path, line })),
    ...(roots.length > 0 && { roots }),
    source: change.source.kind,
    registry: dossier?.registry ?? null,
    evidence: reportedEvidence(change, dossier),
  };
}
