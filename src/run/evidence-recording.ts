import type { Collected } from '../evidence/collect.ts';
import type { EvidenceFile } from '../recording/evidence-file.ts';
import type { Comparison, Instant } from '../model/index.ts';
import type { EffectivePolicy, PolicyText, Preset } from '../policy/load.ts';
import type { TrustSettings } from './trust-settings.ts';

/** Everything that a report is judged from, as an evidence file holds it. */
export function record(
  file: PolicyText | undefined,
  preset: Preset | undefined,
  trust: TrustSettings,
  comparison: Comparison,
  { answers, registries }: Collected,
  now: Instant,
  extended?: EffectivePolicy['extended'],
): EvidenceFile {
  const text = typeof file?.text === 'object' ? new TextDecoder().decode(file.text) : (file?.text ?? null);
  return {
    schema: 'lockgate-evidence/1',
    evaluatedAt: now,
    policy: { source: file?.source ?? 'preset', text, preset: preset ?? null, ...(extended && { extended }) },
    comparison,
    registries: registries ?? null,
    ...(Object.keys(trust).length === 0 ? {} : { trust }),
    answers,
  };
}
