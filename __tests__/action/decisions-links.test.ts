import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { ann, DecidedPulls, eve, policyOf, young } from '../support/decided-pull.ts';
import type { Files } from '../support/github-objects.ts';
import { actionsBot, webFlow } from '../support/github-repository.ts';

/** A decision is about what is read: the file at the end of a link, and not the link. */

let world: DecidedPulls;
beforeEach(async () => {
  world = await DecidedPulls.start(young());
  world.trunk(policyOf('', 'rules: { gate-config: error }\n'), ['young']);
});
afterEach(() => world.close());

const base = (files: Files): void => void world.commit({ files: { ...world.baseFiles, ...files }, branch: 'main' });
const push = (files: Files, by = eve): void => {
  world.repository.push(world.pull, world.commit({ files, parents: [world.pull.head], by }), { by });
};
const approveAll = (): void => {
  for (const line of world.offered) world.say(ann, line);
};

describe('an approved file behind a link of the base, and then other bytes', () => {
  const yarn = { '.yarnrc.yml': 'yarnPath: .yarn/releases/yarn-4.cjs\n', 'yarn.lock': '' };

  test.each<[string, string, (text: string) => Files]>([
    ['settings', 'script-shell=./%.sh\n', (rc) => ({ '.npmrc': { symlink: 'conf/rc' }, 'conf/rc': rc })],
    ['a build', '{"targets":["%"]}', (gyp) => ({ 'binding.gyp': { symlink: 'src/b.txt' }, 'src/b.txt': gyp })],
    [
      'a program below a link to a folder',
      '%',
      (code) => ({ ...yarn, '.yarn': { symlink: 'tools' }, 'tools/releases/yarn-4.cjs': code }),
    ],
  ])('%s', async (_, text, files) => {
    base(files(''));
    world.propose({ author: eve, by: eve, files: { ...world.baseFiles, ...files(text.replace('%', 'x')) } });
    expect((await world.run()).exitCode).toBe(1);
    expect(world.offered).not.toHaveLength(0);
    approveAll();
    expect((await world.run()).exitCode).toBe(0);
    push({ ...world.baseFiles, ...files(text.replace('%', 'y')) });
    const after = await world.run();
    expect(after.exitCode).toBe(1);
    expect(after.decisions?.offers.some(({ isApproved }) => isApproved)).toBe(false);
  });
});

describe('a lockfile or a settings file behind a link of the base', () => {
  const lock = (files: Files): Files => ({
    ...files,
    'package-lock.json': { symlink: 'docs/x.json' },
    'docs/x.json': files['package-lock.json'] ?? '',
  });

  test('an approver who commits the file at its end proposes', async () => {
    world.commit({ files: lock(world.baseFiles), branch: 'main' });
    world.propose({ author: eve, by: eve, files: { ...lock(world.baseFiles), 'README.md': 'x' } });
    const files = { ...lock(world.headFiles), 'README.md': 'x' };
    const head = world.commit({ files, parents: [world.pull.head], by: ann, committedBy: webFlow });
    world.repository.push(world.pull, head, { by: ann });
    expect((await world.run()).exitCode).toBe(1);
    approveAll();
    const judged = await world.run();
    expect(judged.exitCode).toBe(1);
    expect(judged.decisions?.refusals).toMatchObject([{ why: 'proposer' }]);
  });

  test('a bot that commits the file at its end may be driven by anybody', async () => {
    world.commit({ files: lock(world.baseFiles), branch: 'main' });
    world.propose({ author: eve, by: eve, files: { ...lock(world.baseFiles), 'README.md': 'x' } });
    push({ ...lock(world.headFiles), 'README.md': 'x' }, actionsBot);
    expect((await world.run()).exitCode).toBe(1);
    approveAll();
    const judged = await world.run();
    expect([judged.exitCode, judged.decisions?.required]).toEqual([1, 2]);
  });

  test('an approver who edits settings at its end proposes', async () => {
    const files = (rc: string): Files => ({ ...world.baseFiles, '.npmrc': { symlink: 'conf/rc' }, 'conf/rc': rc });
    base(files(''));
    world.propose({ author: eve, by: eve, files: { ...files(''), 'README.md': 'x' } });
    const edit = { ...files('script-shell=./x.sh\n'), 'README.md': 'x' };
    const head = world.commit({ files: edit, parents: [world.pull.head], by: ann, committedBy: webFlow });
    world.repository.push(world.pull, head, { by: ann });
    expect((await world.run()).exitCode).toBe(1);
    approveAll();
    const judged = await world.run();
    expect([judged.exitCode, judged.decisions?.refusals[0]?.why]).toEqual([1, 'proposer']);
  });
});
