import type { EvidenceFile } from '../recording/evidence-types.ts';
import { recordedOrigin } from './extended-policy.ts';
import type { Run } from './request.ts';

/** All evidence behind a run, for an evidence file; undefined if the run ended without a judgement. */
export function recordingOf({
  now,
  preset,
  file,
  effective,
  trust,
  comparison,
  collected,
  failed,
}: Run): EvidenceFile | undefined {
  if (failed) return undefined;
  const { answers, registries } = collected;
  const text = typeof file?.text === 'object' ? new TextDecoder().decode(file.text) : (file?.text ?? null);
  const extended = effective?.extended;
  return {
    schema: 'lockgate-evidence/1',
    evaluatedAt: now,
    policy: {
      source: file?.source ?? 'preset',
      text,
      preset: preset ?? null,
      ...recordedOrigin(file),
      ...(extended && { extended }),
    },
    comparison,
    registries: registries ?? null,
    ...(Object.keys(trust).length === 0 ? {} : { trust }),
    answers,
  };
}
