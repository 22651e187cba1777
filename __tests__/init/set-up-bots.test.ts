import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { withWaiting } from '../../src/init/set-up-bots.ts';
import { daysToWait, waitsEnough } from '../../src/managers/bots/bot.ts';
import { readDependabot } from '../../src/managers/bots/dependabot.ts';
import { readRenovate, renovateOf } from '../../src/managers/bots/renovate.ts';
import { present } from '../../src/model/example.ts';
import cooldown from '../../src/rules/cooldown.ts';
import { runs } from '../support/effort.ts';

/** What `init` writes so that the update bots wait as long as the policy asks for, and one day more. */

const hour = 3_600_000;
const dependabot = (text: string, minimum = 72 * hour) => {
  const bot = readDependabot(text, '.github/dependabot.yml');
  return bot && withWaiting(bot, text, minimum);
};
const renovate = (text: string, minimum = 72 * hour) => withWaiting(readRenovate(text, 'renovate.json'), text, minimum);

describe('Dependabot', () => {
  test('gets a cooldown in each entry for npm packages; comments and the rest stay', () => {
    const text = `# Ours.
version: 2
updates:
  - package-ecosystem: "npm" # the shop
    directory: "/"
    schedule: { interval: weekly }
  - directory: /tools
    package-ecosystem: bun
    schedule:
      interval: daily
  - package-ecosystem: github-actions
    directory: /
`;
    expect(dependabot(text)).toBe(`# Ours.
version: 2
updates:
  - package-ecosystem: "npm" # the shop
    cooldown:
      default-days: 4
    directory: "/"
    schedule: { interval: weekly }
  - directory: /tools
    package-ecosystem: bun
    cooldown:
      default-days: 4
    schedule:
      interval: daily
  - package-ecosystem: github-actions
    directory: /
`);
  });

  test('keeps its line ends, and a last line without one', () => {
    expect(dependabot('version: 2\r\nupdates:\r\n  - package-ecosystem: npm\r\n    directory: /\r\n')).toBe(
      'version: 2\r\nupdates:\r\n  - package-ecosystem: npm\r\n    cooldown:\r\n      default-days: 4\r\n    directory: /\r\n',
    );
    expect(dependabot('updates:\n  - directory: /\n    package-ecosystem: npm')).toBe(
      'updates:\n  - directory: /\n    package-ecosystem: npm\n    cooldown:\n      default-days: 4\n',
    );
  });

  test.each([
    ['has a cooldown already', 'updates:\n  - package-ecosystem: npm\n    cooldown: { default-days: 1 }\n'],
    ['is written in flow style', 'updates:\n  - { package-ecosystem: npm, directory: / }\n'],
    ['updates nothing from npm', 'updates:\n  - package-ecosystem: docker\n'],
    ['only makes security updates', 'updates:\n  - package-ecosystem: npm\n    open-pull-requests-limit: 0\n'],
  ])('that %s is left to its owner', (_, text) => {
    expect(dependabot(text)).toBeUndefined();
  });
});

describe('Renovate', () => {
  test('gets an age in front; comments and the rest stay', () => {
    expect(renovate('{\n  // ours\n  "extends": ["config:recommended"], // all\n  "labels": ["x"]\n}\n')).toBe(
      '{\n  // ours\n  "minimumReleaseAge": "4 days",\n  "extends": ["config:recommended"], // all\n  "labels": ["x"]\n}\n',
    );
    expect(renovate('{ "labels": ["x"] }')).toBe('{ "minimumReleaseAge": "4 days", "labels": ["x"] }');
  });

  test.each([
    ['says an age already', '{ "minimumReleaseAge": "1 day" }', 72],
    ['extends a preset that nobody reads', '{ "extends": ["local>acme/renovate"] }', 72],
    ['extends a preset whose rules count after it', '{ "extends": ["config:best-practices"] }', 168],
    ['does not hold its pull requests back', '{ "internalChecksFilter": "none" }', 72],
    [
      'has a rule of its own for all packages',
      '{ "packageRules": [{ "matchDatasources": ["npm"], "minimumReleaseAge": "1 day" }] }',
      72,
    ],
    ['is empty', '{}', 72],
  ])('that %s is left to its owner', (_, text, hours) => {
    expect(renovate(text, hours * hour)).toBeUndefined();
  });
});

test('Renovate in a package.json is left to its owner: its part is no file of its own', () => {
  const text = '{ "name": "a", "renovate": { "labels": ["x"] } }';
  const bot = renovateOf(undefined, 'package.json');
  expect(withWaiting(bot, text, 72 * hour)).toBeUndefined();
});

test('a policy that asks for no age sets up nothing', () => {
  expect(dependabot('updates:\n  - package-ecosystem: npm\n', 0)).toBeUndefined();
  expect(renovate('{ "labels": [] }', 0)).toBeUndefined();
});

describe('a bot that waits as init sets it is never too young for the policy', () => {
  const day = 24 * hour;
  const instant = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2035-01-01') });
  const hours = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.constantFrom(72, 168, 24, 1, 720));

  /** What the rule says of a version that was published at one time and is judged at another. */
  const codes = (publishedAt: number, now: number, minimumReleaseAge: string) => {
    const at = new Date(publishedAt).toISOString();
    const change = { kind: 'updated', name: 'a', version: '2.0.0', previousVersion: '1.0.0', baseVersions: ['1.0.0'] };
    const evidence = {
      publishedAt: present(at),
      history: { state: 'absent' },
      signedAt: { state: 'absent' },
      advisories: { state: 'absent' },
      predecessorAdvisories: { state: 'absent' },
    };
    const violations = cooldown.check({
      ...{ dossier: { change }, evidence, options: { minimumReleaseAge, securityFixBypass: true } },
      context: { now: new Date(now).toISOString() },
    } as never);
    return violations.map(({ code }) => code);
  };

  test('by elapsed time, and by dates', () => {
    fc.assert(
      fc.property(instant, hours, fc.integer({ min: 0, max: 30 * day }), (published, minimum, later) => {
        const days = daysToWait(minimum * hour);
        // The first moments at which a tool may see the days as over: by its clock, and when as many midnights have passed.
        const byTime = published + days * day;
        const byDate = (Math.floor(published / day) + days) * day;
        for (const first of [byTime, byDate]) expect(codes(published, first + later, `${minimum}h`)).toEqual([]);
      }),
      runs(300, 5_000),
    );
  });

  test('one day less is too early for a tool that compares dates', () => {
    const published = Date.parse('2026-06-10T23:00:00Z');
    const byDate = Date.parse('2026-06-13T00:00:00Z');
    expect(codes(published, byDate, '72h')).toEqual(['too-young']);
    expect(daysToWait(72 * hour)).toBe(4);
  });

  test('what init writes is what waits enough, for every age that a policy may ask for', () => {
    fc.assert(
      fc.property(hours, (minimum) => {
        const [one, other] = [
          dependabot('updates:\n  - package-ecosystem: npm\n', minimum * hour) ?? '',
          renovate('{ "labels": [] }', minimum * hour) ?? '',
        ];
        const bots = [readDependabot(one, 'a'), readRenovate(other, 'b')];
        for (const bot of bots) {
          expect(bot !== undefined && waitsEnough(bot, minimum * hour)).toBe(true);
          expect(bot?.hours).toBeGreaterThanOrEqual(minimum + 24);
        }
      }),
      runs(100, 1_000),
    );
  });
});
