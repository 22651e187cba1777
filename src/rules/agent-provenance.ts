import type { Absent, Authorship, Dossier, Present, ProvenanceOutcome, Release } from '../model/index.ts';
import type { RuleContext, Violation } from '../model/rule.ts';
import { marksOf } from './agents.ts';
import { spelledRepository } from './builds.ts';
import { identity } from './subject.ts';

/** `decision`: for what it adds directly; `decision-for-all`: for what that pulls in too. */
export const agentDemands = ['off', 'decision', 'decision-for-all'] as const;

export interface Proposal {
  readonly dossier: Omit<Dossier, 'evidence'>;
  readonly evidence: {
    readonly provenance: Present<ProvenanceOutcome> | Absent;
    readonly release: Present<Release> | Absent;
    readonly authorship: Present<Authorship> | Absent;
  };
  readonly agents: (typeof agentDemands)[number];
  readonly context: RuleContext;
}

/**
 * What a change with the mark of an agent adds without verified provenance from the repository that the package declares.
 * What a registry leaves out, or need not provide, is not proven.
 */
export function unprovenProposal({ dossier, evidence, agents, context }: Proposal): readonly Violation[] {
  const { change } = dossier;
  const isNew = context.mode === 'check' && change.kind === 'added' && change.baseVersions.length === 0;
  const isConcerned = agents === 'decision-for-all' || (agents === 'decision' && change.direct);
  if (!isNew || !isConcerned) return [];
  const lists = context.proposers ?? { marks: [], dependencyBots: [], formatters: [] };
  const [mark] = evidence.authorship.state === 'present' ? marksOf(evidence.authorship.value, lists) : [];
  if (mark === undefined) return [];
  const outcome = evidence.provenance.state === 'present' ? evidence.provenance.value : undefined;
  const built = outcome?.state === 'verified' ? outcome.identity.sourceRepository : undefined;
  const declared = evidence.release.state === 'present' ? evidence.release.value.repository : undefined;
  if (built !== undefined && declared !== undefined && spelledRepository(built) === spelledRepository(declared)) {
    return [];
  }
  const about = {
    ...(built === undefined ? {} : { built }),
    ...(declared === undefined ? {} : { declared }),
  };
  return [{ code: 'agent-unproven', args: { ...identity(change), ...about, who: mark.who }, stable: about }];
}
