import type { Authorship, Bundle, Change, Comparison, Evidence, EvidenceKind, EvidenceSet } from '../model/index.ts';
import type { EvidenceSources } from '../model/index.ts';
import type { Broker } from '../registry/broker.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import type { TrustOptions } from '../trust/trust-options.ts';
import type { Found, Packuments } from './packuments.ts';

/** Which tarballs are listed: all, or those that are small and at the registry's own origin, as far as they can be had. */
export type Listings = 'all' | 'small';

/** What the policy and the operator say of where evidence comes from. */
export interface ProviderOptions extends TrustOptions {
  /** What the enabled rules need. Empty: no registry is asked. */
  readonly needs: ReadonlySet<EvidenceKind>;
  /** Which tarballs are listed, where a rule needs it. Default: all. */
  readonly listings?: Listings;
  /** Where advisories and downloads are asked for. Default: of the registry, and the service that goes with it. */
  readonly sources?: EvidenceSources;
}

/** What all providers of one run share. */
export interface Run extends ProviderOptions {
  readonly mode: Comparison['mode'];
  readonly sources: EvidenceSources;
  readonly registries: RegistryMap;
  readonly broker: Broker;
  readonly packuments: Packuments;
  /** The changes that a registry is asked about. */
  readonly changes: readonly Change[];
  /** Packages that claim to be in other packages' tarballs; empty if no rule needs it. */
  readonly bundles: readonly Bundle[];
  readonly authorship: Evidence<Authorship>;
}

/** Evidence of another provider about a change, as soon as it is known. */
export type Read<Needed extends EvidenceKind> = <K extends Needed>(kind: K, change: Change) => Promise<EvidenceSet[K]>;

/** Undefined where the registry has no packument for the change's name: what it answered instead is all there is. */
export type Collector<Kind extends EvidenceKind> = (
  change: Change,
) => Promise<Pick<EvidenceSet, Kind> | undefined> | Pick<EvidenceSet, Kind>;

/** One source of evidence. A new one is a file with this and a line in `providers.ts`. */
export interface Provider<Kind extends EvidenceKind, Needed extends EvidenceKind> {
  /** What it yields. */
  readonly kinds: readonly Kind[];
  /** What it reads of the providers above it in the table. */
  readonly needs: readonly Needed[];
  /** It is skipped, and all of its kinds are unneeded, if no rule needs one of these. Absent: it always runs. */
  readonly onlyFor?: readonly EvidenceKind[];
  /** It starts once all others are done, so that what a run may ask for goes to theirs first. */
  readonly startsLast?: true;
  /** Called once for a run, before anything is answered. */
  readonly collect: (run: Run, read: Read<Needed>) => Collector<Kind>;
}

/** Holds a provider to the kinds that it lists. */
export function provider<const Kind extends EvidenceKind, const Needed extends EvidenceKind = never>(
  given: Provider<Kind, Needed>,
): Provider<Kind, Needed> {
  return given;
}

/** Collects what rests on the packument of a change's name. */
export function fromPackument<Kind extends EvidenceKind>(
  { packuments }: Run,
  collect: (found: Found) => Promise<Pick<EvidenceSet, Kind>> | Pick<EvidenceSet, Kind>,
): Collector<Kind> {
  return async (change) => {
    const found = await packuments.find(change);
    return found && collect(found);
  };
}
