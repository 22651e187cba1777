import { beforeAll, describe, expect, test } from '@jest/globals';

import type { Finding } from '../../src/model/index.ts';
import { explaining, explanationOf } from '../../src/run/explain.ts';
import { policyExplanationOf } from '../../src/run/explain-policy.ts';
import { recordingOf } from '../../src/run/evidence-recording.ts';
import { runGate } from '../../src/run/pipeline.ts';
import { reportOf } from '../../src/run/report-of.ts';
import type { GateRequest, Run } from '../../src/run/request.ts';
import { incidents } from '../attacks/incidents.ts';
import type { Stage } from '../attacks/replay.ts';
import { openStage } from '../attacks/replay.ts';

/** Whoever asks about one package is told what a check or an audit of the same input says of it, no more and no less. */

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});

const policy = {
  source: 'policy.yml',
  text: [
    'version: 1',
    'extends: strict',
    'profiles: { lax: { rules: { cooldown: warn, abandonment: off } } }',
    'apply: [{ profile: lax, dependencyTypes: [dev] }]',
    'exceptions:',
    '  - { package: "left-pad@*", rules: [cooldown], reason: Nothing of this is locked., expires: 2017-01-01 }',
    '',
  ].join('\n'),
};

const told = (findings: readonly Finding[]) =>
  findings
    .map(({ rule, codes, level, status, outcome, fingerprint, lockfile, version }) =>
      [rule, codes.join(), level, status, outcome, fingerprint, lockfile, version].join(' '),
    )
    .sort();

async function sayTheSame(run: (differs: Partial<GateRequest>) => Promise<Run>, differs: Partial<GateRequest>) {
  const whole = await run(differs);
  expect(whole.comparison.errors).toEqual([]);
  const names = new Set([
    ...whole.judgement.findings.flatMap(({ name }) => name ?? []),
    ...whole.comparison.changes.slice(0, 3).map(({ name }) => name),
  ]);
  let compared = 0;
  for (const name of names) {
    const wanted = { name };
    const own = told(whole.judgement.findings.filter((finding) => finding.name === name));
    const explained = explanationOf(await run({ ...differs, focus: explaining(wanted) }), wanted);
    expect(told([...explained.packages.flatMap(({ findings }) => findings), ...explained.findings])).toEqual(own);
    const asked = await run({ ...differs, focus: { wanted } });
    if (asked.effective === undefined) throw new Error('nothing was judged');
    const weighed = policyExplanationOf(asked, asked.effective, wanted);
    expect(told([...weighed.packages.flatMap(({ findings }) => findings), ...weighed.findings])).toEqual(own);
    compared += own.length;
  }
  return { whole, compared };
}

describe.each(incidents)('of $title', (incident) => {
  test.each([
    ['a check', { mode: 'check', policy }],
    ['an audit', { mode: 'audit', policy }],
    ['a check by the preset alone', { mode: 'check', preset: 'recommended' }],
  ] as const)('explain and policy explain say what %s says', async (_, differs) => {
    const compared = await stage.runs(incident, async (run) => {
      if (differs.mode === 'check') return (await sayTheSame(run, differs)).compared;
      return (await sayTheSame(run, differs)).compared;
    });
    expect(compared).toBeGreaterThan(0);
  });

  test('a replay of the recording says what the check said', async () => {
    const { report, again } = await stage.runs(incident, async (run) => {
      const judged = await run({ policy });
      const replay = recordingOf(judged);
      if (replay === undefined) throw new Error('nothing was recorded');
      return { report: reportOf(judged), again: reportOf(await runGate({ replay })) };
    });
    expect(again).toEqual(report);
  });
});
