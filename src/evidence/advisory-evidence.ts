import type { Change, EvidenceSet } from '../model.ts';
import { advisoriesFor } from './advisories.ts';
import type { AdvisoryAnswer } from './answer.ts';
import { absent, present, unavailable, unneeded } from './evidence.ts';
import type { AdvisoryDemand } from './trust-options.ts';

export type AdvisoryEvidence = Pick<EvidenceSet, 'advisories' | 'predecessorAdvisories'>;

export const notAdvised: AdvisoryEvidence = { advisories: unneeded, predecessorAdvisories: unneeded };

/** What a registry's answer about a name says of one change, and of what the base locks of that name. */
export function advisoryEvidence(change: Change, answer: AdvisoryAnswer, demand: AdvisoryDemand): AdvisoryEvidence {
  const about = (versions: readonly string[]): EvidenceSet['advisories'] => {
    switch (answer.state) {
      case 'listed':
        return present({ state: 'known', records: advisoriesFor(versions, answer.advisories) });
      case 'absent':
        return demand === 'required'
          ? unavailable('not-provided', 'the registry has no advisories to ask for')
          : present({ state: 'not-applicable' });
      case 'refused':
        return unavailable('unauthorized', `HTTP ${answer.status} for its advisories`);
      case 'unavailable':
        return unavailable(answer.reason, `its advisories: ${answer.detail}`);
    }
  };
  return {
    advisories: about([change.version]),
    predecessorAdvisories: change.baseVersions.length === 0 ? absent : about(change.baseVersions),
  };
}
