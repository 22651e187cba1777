import { GateFailure } from '../errors.ts';
import { canonicalJson, fingerprintOf } from '../judge/fingerprint.ts';
import type { Json } from '../model/json.ts';
import type { EvidenceSources } from '../model/index.ts';
import type { EvidenceFile } from '../recording/evidence-types.ts';
import type { RegistryMap } from '../registry/registry-map.ts';
import { registryOf } from '../registry/registry-map.ts';
import { quoted } from '../text/visible.ts';
import type { TrustSettings } from './trust-settings.ts';

/**
 * Recorded evidence brings no trust of its own: whoever proposes a change could hand over the file too. So registries, keys and
 * roots are those that base branch, policy and flags give, and a recording that names others is refused.
 */

/**
 * @param names of the packages that are judged; those that the recording has answers about are compared too
 * @throws GateFailure `evidence-invalid` where a name had another registry, or the public one was another
 */
export function demandSameRegistries(
  configured: RegistryMap,
  { registries: recorded, answers }: Pick<EvidenceFile, 'registries' | 'answers'>,
  names: readonly string[],
): void {
  const stated = answers.flatMap((answer) => ('answer' in answer ? [answer] : []));
  for (const { registry, name } of stated) demandSame(name, registry, registryOf(configured, name));
  if (recorded === null) return;
  for (const name of new Set([...names, ...stated.map(({ name }) => name)])) {
    const [before, now] = [registryOf(recorded, name), registryOf(configured, name)];
    demandSame(name, before, now);
    if ((before === recorded.publicRegistry) !== (now === configured.publicRegistry)) {
      throw new GateFailure(
        'evidence-invalid',
        `The recorded evidence takes ${quoted(recorded.publicRegistry, 200)} for the public registry, and this run takes ${quoted(configured.publicRegistry, 200)}; record it again.`,
      );
    }
  }
}

function demandSame(name: string, before: string, now: string): void {
  if (before === now) return;
  throw new GateFailure(
    'evidence-invalid',
    `The recorded evidence has ${quoted(name, 200)} from ${quoted(before, 200)}, but the base branch, the policy and the flags name ${quoted(now, 200)} for it: name the registry that you trust with --registry or in the policy. \`replay\` shows what the recording itself says.`,
  );
}

/** @throws GateFailure `evidence-invalid` where the recording was judged with other roots or keys than this run has */
export function demandSameTrust(own: TrustSettings, { trustedRoot, registryKeys, refreshed }: TrustSettings): void {
  if (trustedRoot !== undefined && trustedRoot.text !== own.trustedRoot?.text) {
    throw other('another trusted root', 'the one that you trust with --trusted-root or in the policy');
  }
  const isSame = canonicalJson((registryKeys ?? null) as Json) === canonicalJson((own.registryKeys ?? null) as Json);
  if (registryKeys !== undefined && !isSame) {
    throw other('other registry keys', 'those that you trust with --registry-keys');
  }
  if (refreshed !== undefined) {
    throw other('refreshed trust material', 'evidence that was recorded without --refresh-trust');
  }
}

function other(what: string, instead: string): GateFailure {
  return new GateFailure(
    'evidence-invalid',
    `The recorded evidence was judged with ${what}, which nobody vouches for here: give ${instead}. \`replay\` shows what the recording itself says.`,
  );
}

/** @throws GateFailure `evidence-invalid` for answers of another address, which the policy does not name as a source */
export function demandSameSources(sources: EvidenceSources, { answers }: Pick<EvidenceFile, 'answers'>): void {
  const { malware, advisories, popularity, attestations } = sources;
  const named: ReadonlySet<string | undefined> = new Set([...malware, ...advisories, popularity, attestations]);
  for (const answer of answers) {
    const asked = 'advisories' in answer ? answer.source : 'at' in answer ? answer.at : undefined;
    if (asked === undefined || asked === 'osv' || named.has(asked)) continue;
    throw new GateFailure(
      'evidence-invalid',
      `The recorded evidence has answers of ${quoted(asked, 200)}, which the policy does not name under \`sources\`; record it again. \`replay\` shows what the recording itself says.`,
    );
  }
}

/** @throws GateFailure `evidence-invalid` for a recording that says it was made in the future */
export function demandPast({ evaluatedAt }: Pick<EvidenceFile, 'evaluatedAt'>, clock: string): void {
  if (Date.parse(evaluatedAt) <= Date.parse(clock)) return;
  throw new GateFailure(
    'evidence-invalid',
    `The recorded evidence says that it was judged at ${quoted(evaluatedAt, 40)}, which is in the future; name the time to judge at with --now.`,
  );
}

/** A digest of whom a recording trusts: registries, roots and keys. */
export function trustDigest({ registries, trust, answers }: EvidenceFile): string {
  const keys = answers.filter((answer) => 'keys' in answer);
  return `sha256:${fingerprintOf({ registries, trust: trust ?? null, keys } as unknown as Json)}`;
}
