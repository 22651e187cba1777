/** Sources of evidence other than a registry's document. */

/** Another registry, by its canonical address: it is asked instead of the one that is trusted for a name. */
export type AnotherRegistry = `https://${string}` | `http://${string}`;

/** `registry`: the bulk endpoint of the registry that is trusted for a name. `osv`: the OSV database. */
export type AdvisorySource = 'registry' | 'osv' | AnotherRegistry;

export interface EvidenceSources {
  /** Each once, in the order of `AdvisorySource`; empty: nobody is asked. Every source is queried, and every source must answer. */
  readonly malware: readonly AdvisorySource[];
  readonly advisories: readonly AdvisorySource[];
  /** `downloads`: the downloads service that goes with the registry. */
  readonly popularity: 'downloads' | 'none' | AnotherRegistry;
  /** Absent: the registry that is trusted for the name. */
  readonly attestations?: 'none' | AnotherRegistry;
}
