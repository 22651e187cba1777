/** Sources of evidence other than a registry's document. */

/** `registry`: the bulk endpoint of the registry that is trusted for a name. `osv`: the OSV database. */
export type AdvisorySource = 'registry' | 'osv';

export interface EvidenceSources {
  /** Each once, in the order of `AdvisorySource`; at least one. Every source is queried, and every source must answer. */
  readonly malware: readonly AdvisorySource[];
  readonly advisories: readonly AdvisorySource[];
  /** `downloads`: the downloads service that goes with the registry. */
  readonly popularity: 'downloads' | 'none';
}
