import type { MayPropose, Report } from '../../model/index.ts';

const without: Readonly<Record<MayPropose, string>> = {
  nothing: 'no change of a direct dependency',
  updates: 'updates of direct dependencies',
  dev: 'updates of direct dependencies, and new ones for development',
  prod: 'updates of direct dependencies, and new ones',
};

/** Who proposed it and who answers for it; an empty text for a person's change, and where the policy lists nobody. */
export function proposerWords({ proposer }: Report, shown: (text: string) => string): string {
  if (proposer === undefined) return '';
  const { login, owner, may } = proposer;
  const answers = owner === null ? 'nobody is listed who answers for it' : `${shown(owner)} answers for it`;
  return `Proposed by ${shown(login)}: ${answers}. It may propose without a decision here: ${without[may]}.`;
}
