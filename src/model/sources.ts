/** Where evidence comes from that is not about one registry's document. */

/** `registry`: the bulk endpoint of the registry that a name is trusted to. `osv`: the OSV database. */
export type AdvisorySource = 'registry' | 'osv';

export interface EvidenceSources {
  /** Each once, in the order of `AdvisorySource`; at least one. All of them are asked, and all of them must answer. */
  readonly malware: readonly AdvisorySource[];
  readonly advisories: readonly AdvisorySource[];
  /** `downloads`: the downloads service that goes with the registry. */
  readonly popularity: 'downloads' | 'none';
}
