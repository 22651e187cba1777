import type { Instant } from '../model/index.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import { type RecordedAnswer, subjectOf } from '../registry/answer.ts';
import { recordedOrigin } from './extended-policy.ts';
import type { Opened } from './open.ts';
import { isTransient } from './rehearsal-outcome.ts';
import type { Run } from './request.ts';

/** What the runs of a rehearsal have in common. */
interface Common {
  readonly clock: Instant;
  readonly registries: Run['collected']['registries'];
  /** The policy of another repository that the policy extends. */
  readonly extended: NonNullable<Run['effective']>['extended'];
}

/**
 * One evidence file for all changes of a rehearsal. It has no comparison of its own, so that a replay of it ends as an error
 * and not as a pass; `check --evidence` of one of the changes takes its answers. Answers that failed for the moment are left
 * out: a further run asks again.
 */
export function rehearsalEvidence(
  answers: Iterable<RecordedAnswer>,
  { preset, file, trust }: Opened,
  { clock, registries, extended }: Common,
): EvidenceFile {
  const text = typeof file?.text === 'object' ? new TextDecoder().decode(file.text) : (file?.text ?? null);
  return {
    schema: 'lockgate-evidence/1',
    evaluatedAt: clock,
    policy: {
      source: file?.source ?? 'preset',
      text,
      preset: preset ?? null,
      ...recordedOrigin(file),
      ...(extended && { extended }),
    },
    comparison: {
      ...{ mode: 'check', head: rehearsalHead, lockfiles: [], changes: [], observations: [] },
      errors: [
        {
          code: 'evidence-invalid',
          message:
            'This is the evidence of a rehearsal of several changes: continue it with check --history N --evidence FILE.',
        },
      ],
    },
    registries: registries ?? null,
    ...(Object.keys(trust).length === 0 ? {} : { trust }),
    answers: [...answers].filter(isSettled).sort((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : 1)),
  };
}

/** Whether evidence is that of a rehearsal: it has answers, and no packages to judge. */
export const isOfRehearsal = ({ comparison: { head, changes, errors } }: EvidenceFile): boolean =>
  head === rehearsalHead && changes.length === 0 && errors.some(({ code }) => code === 'evidence-invalid');

const rehearsalHead = 'history';

function isSettled(answer: RecordedAnswer): boolean {
  const given = Object.values(answer).find(
    (value): value is { readonly state: string; readonly reason?: string } =>
      typeof value === 'object' && value !== null && 'state' in value,
  );
  return given?.state !== 'unavailable' || !isTransient(given.reason ?? '');
}
