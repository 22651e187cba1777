import type { Args } from '../model/rule.ts';
import { defineLockfileRule } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import { plain } from './subject.ts';

const put =
  'Take it out of this pull request. Records are written by lockgate: the output `records` of the run that a decision turned green, or `lockgate decisions export`.';

export default defineLockfileRule({
  id: 'approval-record',
  summary: 'No record of a decision comes in that nobody made, and none is changed or removed.',
  why:
    'A record in `.github/dependency-approvals/` lets a package in, or keeps it out, in every later pull request. It is believed because it was ' +
    'verified on its way in, and not because it lies there: so it has to follow from what approvers wrote on the pull request that it names, or approvers ' +
    'have to let this very file in, or it is signed by their security keys. A record that could be changed or taken out would be no record.',
  recommended: 'error',
  floor: 'whole',
  messages: {
    'record-unproven': {
      severity: 'mandatory',
      text: ({ path }: Args) =>
        `${quoted(path)} says that people decided about a dependency, and nothing proves it: only the check on the pull request can ask for that.`,
      remediation: () => put,
    },
    'record-altered': {
      severity: 'mandatory',
      text: ({ path, how }: Args) =>
        `${quoted(path)} is ${plain(how)}, and records of decisions are neither changed nor removed.`,
      remediation: () => 'Restore the file as the base branch has it. A record ends by another one that revokes it.',
    },
    'record-misplaced': {
      severity: 'mandatory',
      text: ({ path }: Args) => `${quoted(path)} lies where records of decisions lie, and is none.`,
      remediation: () => put,
    },
  },
  check: ({ observation: { code, path, line, args } }) => [
    { code, args: { ...args, path }, stable: { ...args, path }, line },
  ],
  examples: [
    {
      title: 'A pull request brings its own record',
      observation: {
        code: 'record-unproven',
        path: '.github/dependency-approvals/b30ee03e92f7236d59c2afa9e0289879-approve-2419077311.json',
        line: 1,
        args: { how: 'added' },
      },
      expectedCodes: ['record-unproven'],
    },
    {
      title: 'A record of a denial is removed',
      observation: {
        code: 'record-altered',
        path: '.github/dependency-approvals/b30ee03e92f7236d59c2afa9e0289879-deny-2419077312.json',
        line: 1,
        args: { how: 'removed' },
      },
      expectedCodes: ['record-altered'],
    },
    {
      title: 'The folder of records is made a link',
      observation: { code: 'record-misplaced', path: '.github/dependency-approvals', line: 1, args: { how: 'added' } },
      expectedCodes: ['record-misplaced'],
    },
  ],
});
