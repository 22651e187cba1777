import { beforeAll, expect, test } from '@jest/globals';

import { compareAfter } from '../../src/decisions/compare-after.ts';
import { digestOf } from '../../src/decisions/digest.ts';
import { packagePreimage } from '../../src/decisions/preimage.ts';
import type { PackagePreimage } from '../../src/model/decision.ts';
import { rules } from '../../src/rules/index.ts';
import type { GateRequest, Run } from '../../src/run/request.ts';
import { incidents } from '../attacks/incidents.ts';
import { openStage } from '../attacks/replay.ts';
import type { Stage } from '../attacks/replay.ts';

/** What is collected from a registry depends on the time, on the base and on what else changes; the digest does not. */

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

type Preimages = ReadonlyMap<string, PackagePreimage>;

function preimagesOf({ collected, effective: policy }: Run): Preimages {
  if (policy === undefined) throw new TypeError('no policy applies');
  const all = collected.dossiers.flatMap((dossier) => {
    const preimage = packagePreimage({ dossier, policy, repositoryId: 1, rules });
    return typeof preimage === 'string' ? [] : [[preimage.purl, preimage] as const];
  });
  return new Map(all);
}

const digests = (preimages: Preimages) => new Map([...preimages].map(([purl, one]) => [purl, digestOf(one)]));

test.each(incidents.map((incident) => [incident.title, incident] as const))(
  '%s: the same after an hour, four days and two months, and after the merge',
  async (_, incident) => {
    await stage.runs(incident, async (run) => {
      const judged = async (differs: Partial<GateRequest>) => preimagesOf(await run(differs));
      const at = (hours: number) => new Date(Date.parse(incident.publishedAt) + hours * 3_600_000).toISOString();
      const approved = await judged({ now: at(1) });
      expect(approved.size).toBeGreaterThan(incident.title.startsWith('react-codeshift') ? -1 : 0);
      for (const hours of [96, 24 * 62]) expect(digests(await judged({ now: at(hours) }))).toEqual(digests(approved));
      const audited = await judged({ now: at(96), mode: 'audit' });
      for (const [purl, preimage] of approved) {
        const now = audited.get(purl);
        const codes = rules.flatMap(({ id, messages }) => Object.keys(messages).map((code) => `${id}/${code}`));
        expect([purl, now !== undefined && compareAfter({ preimage, codes }, now)]).toEqual([purl, true]);
      }
    });
  },
);
