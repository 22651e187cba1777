import type { Args } from '../model/rule.ts';
import { quoted } from '../text/visible.ts';
import type { Proposal } from './proposals.ts';

/** What a finding says of the policy's list of proposers. */

/** What the words are made from; nothing where the policy does not list who proposed it. */
export function proposalArgs({ entry, why }: Proposal): Args {
  return {
    ...(entry === undefined ? {} : { owner: entry.owner, may: entry.may }),
    ...(why === undefined ? {} : { why: why.why }),
    ...(why?.who === undefined ? {} : { other: why.who }),
    ...(why?.id === undefined ? {} : { id: why.id }),
    ...(why?.detail === undefined ? {} : { detail: why.detail }),
  };
}

const updates = 'a higher version of a direct dependency (same name, registry and kind)';
const without: Readonly<Partial<Record<string, string>>> = {
  nothing: 'nothing',
  updates,
  dev: `${updates}, and new ones for development`,
  prod: `${updates}, and new ones`,
};

/** Sentences that follow the finding's own, or an empty text. */
export function proposalWords(args: Args): string {
  const { owner, may, why } = args;
  if (owner === undefined && why === undefined) return '';
  const because = why === undefined ? undefined : becauseOf(args);
  if (owner === undefined) return ` ${because ?? ''}`;
  const listed = `${quoted(owner, 1000)} answers for it. The policy lets it propose without a decision: ${without[String(may)] ?? 'nothing'}`;
  return because === undefined ? ` ${listed}.` : ` ${listed}. That does not count here: ${because}`;
}

function becauseOf({ why, other, id, detail }: Args): string {
  switch (why) {
    case 'not-listed':
      return `The policy does not list the account that opened the pull request${id === undefined ? '' : ` (id ${id})`} under \`proposers\`, so a bot or an agent may propose nothing without a decision.`;
    case 'other-mark':
      return `the change has the mark of ${quoted(other)} too.`;
    case 'other-proposer':
      return `${quoted(other)} is a proposer of the change too.`;
    case 'not-told':
      return detail === undefined
        ? 'who else proposed the change was not asked.'
        : `who else proposed the change is not known (${quoted(detail, 1000)}).`;
    default:
      return 'Which account proposed the change is not known here, so it may propose nothing without a decision.';
  }
}
