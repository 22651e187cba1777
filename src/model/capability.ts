/** What a registry may provide beside the packages themselves. */
export type Capability =
  'signatures' | 'attestations' | 'publishers' | 'publishTimes' | 'advisories' | 'scripts' | 'digests';
