import type { Change, Evidence, EvidenceKind, EvidenceSet, EvidenceSources, Instant, Lookalike } from '../model.ts';
import type { AdvisoryEvidence } from './advisory-evidence.ts';
import type { DownloadsAnswer } from './answer.ts';
import type { Asking } from './asking.ts';
import { downloadsService } from './downloads.ts';
import { absent, present, unavailable, unneeded } from './evidence.ts';
import { type RegistryMap, registryOf } from './registry-map.ts';

export type Appraised = Pick<EvidenceSet, 'prominence' | 'lookalike' | 'downloads'>;
export type Appraise = (change: Change) => Appraised;

export const notAppraised: Appraised = { prominence: unneeded, lookalike: unneeded, downloads: unneeded };

export interface AppraisalOptions {
  readonly needs: ReadonlySet<EvidenceKind>;
  readonly sources: EvidenceSources;
  readonly mode: 'check' | 'audit';
  readonly now: Instant | undefined;
  readonly registries: RegistryMap;
  readonly asking: Asking;
  readonly changes: readonly Change[];
  readonly advisories: (change: Change) => AdvisoryEvidence;
  readonly firstPublished: (change: Change) => Evidence<Instant>;
}

/** A name that has been there for longer needs no downloads to be believed in; no policy's window should be wider. */
const youngFor = 366 * 86_400_000;

/**
 * How well known the packages of changes are. The list of popular names is loaded, and the downloads service asked, only
 * where something rests on it: a new name that is close to a popular one, a young name, a malware record without a version.
 */
export async function createAppraisal(options: AppraisalOptions): Promise<Appraise> {
  const { needs, sources, mode, now, registries, asking, changes, advisories, firstPublished } = options;
  const isNew = ({ baseVersions }: Change) => mode === 'check' && baseVersions.length === 0;
  const compares = (change: Change) => needs.has('lookalike') && isNew(change);
  const ranks = (change: Change) => needs.has('prominence') && isAccused(advisories(change));
  if (!changes.some((change) => compares(change) || ranks(change) || counts(change, undefined))) {
    return () => notAppraised;
  }
  const { lookalikeOf, rankOf } = await import('./well-known-names.ts');
  const appraised = new Map(
    await Promise.all(changes.map(async (change) => [change, await appraise(change)] as const)),
  );
  return (change) => appraised.get(change) ?? notAppraised;

  async function appraise(change: Change): Promise<Appraised> {
    const rank = rankOf(change.name);
    const near = compares(change) ? lookalikeOf(change.name) : undefined;
    const [downloads, monthly] = await Promise.all([
      counts(change, near) ? countOf(change, change.name) : undefined,
      near === undefined ? undefined : countOf(change, near.name),
    ]);
    return {
      prominence: rank === undefined ? absent : present(rank),
      lookalike: near === undefined ? absent : present(withCount(near, monthly)),
      downloads: downloads === undefined ? unneeded : evidenceOf(downloads),
    };
  }

  function counts(change: Change, near: Lookalike | undefined): boolean {
    if (!needs.has('downloads') || !isNew(change)) return false;
    if (near !== undefined) return true;
    const first = firstPublished(change);
    return first.state === 'present' && now !== undefined && Date.parse(now) - Date.parse(first.value) < youngFor;
  }

  async function countOf({ name }: Change, asked: string): Promise<DownloadsAnswer> {
    if (sources.popularity === 'none') return unavailable('not-provided', 'the policy names no source of popularity');
    const registry = registryOf(registries, name);
    return asking.downloads(registry, downloadsService(registry, registries), asked);
  }
}

function isAccused({ malware }: AdvisoryEvidence): boolean {
  return malware.state === 'present' && malware.value.state === 'known' && malware.value.records.length > 0;
}

function withCount(near: Lookalike, answer: DownloadsAnswer | undefined): Lookalike {
  return answer?.state === 'counted' ? { ...near, monthly: answer.monthly } : near;
}

function evidenceOf(answer: DownloadsAnswer): Evidence<number> {
  switch (answer.state) {
    case 'counted':
      return present(answer.monthly);
    case 'absent':
      return absent;
    case 'refused':
      return unavailable('unauthorized', `HTTP ${answer.status} from the downloads service`);
    case 'unavailable':
      return unavailable(answer.reason, `its downloads: ${answer.detail}`);
  }
}
