import type { Cause, Dossier, EvidenceSources, Finding, RehearsedGap } from '../model/index.ts';
import { groupBy } from '../text/group-by.ts';
import { compareText } from '../text/order.ts';
import { type Judged, obstaclesOf } from './rehearsal-outcome.ts';

/** Who did not answer, and why: each once, whatever it was asked about. */
export function gapsIn(judged: readonly Judged[]): readonly RehearsedGap[] {
  const all = judged.flatMap((each) =>
    obstaclesOf(each.run).flatMap(([finding, { kind }]) =>
      kind === 'unanswered' && finding.cause !== undefined ? [gapOf(each, finding, finding.cause)] : [],
    ),
  );
  return [...groupBy(all, ({ source, reason }) => JSON.stringify([source, reason])).values()].map((those) => {
    const [{ source, reason }] = those as [(typeof those)[number]];
    const details = [...new Set(those.map(({ detail }) => detail))];
    return {
      ...{ source, reason, detail: details.sort(plainestFirst)[0] ?? '' },
      ...{ findings: those.length, changes: new Set(those.map(({ commit }) => commit)).size },
    };
  });
}

/** What was not even requested says less than what failed before it, and what names the endpoint says more than a row has room for. */
const plainestFirst = (a: string, b: string) =>
  Number(a.startsWith('not requested')) - Number(b.startsWith('not requested')) ||
  a.length - b.length ||
  compareText(a, b);

function gapOf({ commit, run }: Judged, finding: Finding, cause: Cause) {
  const source = sourceOf(finding, cause, run.collected.dossiers, run.effective?.sources);
  return { commit: commit.id, source, reason: cause.reason, detail: cause.detail };
}

function sourceOf(
  { name, version, lockfile }: Finding,
  { asked, evidence, reason }: Cause,
  dossiers: readonly Dossier[],
  sources: EvidenceSources | undefined,
): string {
  if (asked === 'osv') return 'OSV';
  if (asked === 'authorship') return 'git';
  const named = [addressFor(asked, evidence, sources) ?? []].flat().filter((each) => each.includes('://'));
  if (named.length === 1 && named[0] !== undefined) return named[0];
  const isOwn = ({ change }: Dossier) =>
    change.name === name && change.version === version && change.lockfile === lockfile;
  const lacks = ({ evidence: { [evidence]: given } }: Dossier) =>
    given.state === 'unavailable' && given.reason === reason;
  return (dossiers.find(isOwn) ?? dossiers.find(lacks))?.registry ?? 'the registry';
}

/** The address that the policy names for it instead of the registry of the package. */
function addressFor(asked: Cause['asked'], evidence: Cause['evidence'], sources: EvidenceSources | undefined) {
  if (asked === 'advisories') return evidence === 'malware' ? sources?.malware : sources?.advisories;
  if (asked === 'attestations') return sources?.attestations;
  return asked === 'downloads' ? sources?.popularity : undefined;
}
