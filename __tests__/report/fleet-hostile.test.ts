import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { Fleet, FleetRepository, GateRequirement } from '../../src/model/index.ts';
import { fleetMarkdown } from '../../src/report/formats/fleet-markdown.ts';
import { fleetText } from '../../src/report/formats/fleet-text.ts';
import { jsonText } from '../../src/report/formats/json.ts';
import { quoted } from '../../src/text/visible.ts';
import { readCommands } from '../support/runner-commands.ts';
import { hostileText } from './hostile.ts';
import { linked, pageOf } from './page.ts';

/** Every text that is somebody else's in a fleet. */
function fleetOf(says: string): Fleet {
  const requirement: GateRequirement = {
    ...{ kind: 'workflow', name: says, repository: says, app: null, by: 'organisation-ruleset', bypassUnread: null },
    ruleset: { id: 1, name: says },
    bypass: [
      { kind: 'team', name: says, mode: 'always' },
      { kind: 'other', name: says, mode: 'exempt' },
    ],
  };
  const check: GateRequirement = { ...requirement, kind: 'check', repository: null, ruleset: { id: 2, name: says } };
  const message = `It is ${quoted(says)}.`;
  const line: FleetRepository = {
    ...{ repository: says, private: false, fork: true, state: 'open', defaultBranch: says },
    requiredBy: [requirement, check],
    installs: [{ workflow: says, job: says, command: says, privileged: true, secrets: [says] }],
    problems: [
      { code: 'no-gate', level: 'error', message, fix: message },
      { code: 'untold', level: 'unknown', message, fix: message },
    ],
  };
  const counts = { open: 1, unknown: 0, protected: 0, 'no-lockfile': 0, archived: 0 };
  return { schema: 'lockgate-fleet/1', organisation: says, hidden: 1, repositories: [line], counts };
}

test('in Markdown, a browser shows the texts of others as nothing but words', () => {
  const { shape } = pageOf(fleetMarkdown(fleetOf('a')));
  expect(shape.filter((part) => !/^<\/?[a-z\d]+>$/u.test(part))).toEqual([]);
  fc.assert(
    fc.property(hostileText, (says) => {
      const page = pageOf(fleetMarkdown(fleetOf(says)));
      expect(
        page.shape.filter((part) => !/^<\/?(?:code|p|strong|h[23]|table|thead|tbody|tr|th|td|ul|li)>$/u.test(part)),
      ).toEqual([]);
      for (const pattern of linked) expect(page.words).not.toMatch(pattern);
    }),
    { numRuns: 100 },
  );
});

test('no control character reaches a terminal or a JSON file, and a runner obeys nothing', () => {
  fc.assert(
    fc.property(hostileText, fc.constantFrom(60, Infinity), (says, width) => {
      const text = fleetText(fleetOf(says), { colour: false, width });
      expect(readCommands(text)).toEqual([]);
      expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      expect(readCommands(jsonText(fleetOf(says)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
