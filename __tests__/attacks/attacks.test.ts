import { beforeAll, describe, expect, test } from '@jest/globals';

import { incidents } from './incidents.ts';
import type { Stage } from './replay.ts';
import { openStage } from './replay.ts';

/** Real attacks, judged an hour after they were published. The table of what fires is docs/attacks.md. */

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

describe.each(incidents.map((incident) => [incident.title, incident] as const))('%s', (_, incident) => {
  test('is blocked under `recommended`', async () => {
    const { verdict, errors } = await stage.replay(incident, 'recommended');
    expect(errors).toEqual([]);
    expect(verdict).toBe('fail');
  });

  test(`without the cooldown: ${incident.withoutCooldown}`, async () => {
    const { verdict, errors, findings } = await stage.replay(incident, 'without cooldown');
    expect(errors).toEqual([]);
    const blocking = findings.filter(({ level }) => level === 'error').map(({ rule, outcome }) => `${rule} ${outcome}`);
    // Blocked by what was seen, and by nothing that could not be read.
    expect(blocking.filter((one) => one.endsWith('indeterminate'))).toEqual([]);
    expect([verdict === 'fail' ? 'blocked' : 'passes', blocking]).toEqual([
      incident.withoutCooldown,
      incident.withoutCooldown === 'passes' ? [] : expect.any(Array),
    ]);
  });
});
