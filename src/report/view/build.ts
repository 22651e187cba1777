import type {
  Cause,
  Change,
  Comparison,
  CoveringDecision,
  CoveringEntry,
  Dossier,
  EvidenceSources,
  Finding,
  Instant,
  Report,
  ReportedDecisions,
  ReportedProposer,
  ReportedTrust,
  VerdictWord,
} from '../../model/index.ts';
import { identityOfChange } from '../../model/identity.ts';
import { compareText } from '../../text/order.ts';
import { missingProvenance } from './missing-provenance.ts';
import { trustedRegistries } from './registries.ts';
import { reportedSources } from './sources.ts';
import { tallies } from './tally.ts';
import { inReportOrder, reportedChange } from './reported-change.ts';
import { reportedPolicy } from './words.ts';

export interface ReportParts {
  readonly comparison: Comparison;
  /** In any order; a change without one was not evaluated, such as a removed package. */
  readonly dossiers: readonly Dossier[];
  readonly judgement: { readonly verdict: VerdictWord; readonly findings: readonly Finding[] };
  readonly policy: Report['policy'];
  /** Canonical addresses of the registries that the policy names. */
  readonly policyRegistries?: readonly string[];
  readonly sources?: EvidenceSources | undefined;
  readonly now: Instant;
  readonly trust?: ReportedTrust | undefined;
  readonly decisions?: ReportedDecisions | undefined;
  readonly proposer?: ReportedProposer | undefined;
}

/** The report of one run. The same parts give the same report, whatever the order of changes and dossiers. */
export function buildReport(parts: ReportParts): Report {
  const { comparison, dossiers, judgement, policy, policyRegistries = [], now, trust, decisions, proposer } = parts;
  const registries = trustedRegistries(dossiers, policyRegistries);
  const sources = reportedSources(parts.sources);
  const dossierOf = new Map(dossiers.map((dossier) => [identityOfChange(dossier.change), dossier]));
  const changes = comparison.changes
    .map((change) => reportedChange(change, dossierOf.get(identityOfChange(change))))
    .sort(inReportOrder);
  const counted = (kind: Change['kind']) =>
    changes.filter((change) => change.kind === kind && change.alreadyLocked !== true).length;
  return {
    schema: 'lockgate-report/1',
    verdict: judgement.verdict,
    mode: comparison.mode,
    evaluatedAt: now,
    base: comparison.base ?? null,
    head: comparison.head,
    policy: reportedPolicy(policy),
    lockfiles: comparison.lockfiles
      .map(({ path, format, formatVersion, status, packages, former }) => ({
        ...{ path, format, formatVersion, status, packages },
        ...(former === undefined ? {} : { former }),
      }))
      .sort((a, b) => compareText(a.path, b.path)),
    registries,
    ...(sources === undefined || registries.length === 0 ? {} : { sources }),
    changes,
    findings: judgement.findings.map(inContractOrder),
    errors: comparison.errors.map(({ code, message, path, line, column }) => ({
      code,
      message,
      ...(path === undefined ? {} : { path }),
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
    })),
    missingProvenance: missingProvenance(changes),
    ...(decisions === undefined ? {} : { decisions }),
    ...(proposer === undefined ? {} : { proposer }),
    ...(trust === undefined ? {} : { trust }),
    counts: {
      added: counted('added'),
      updated: counted('updated'),
      removed: counted('removed'),
      findings: judgement.findings.filter(({ level }) => level !== 'note').length,
      notes: judgement.findings.filter(({ level }) => level === 'note').length,
      unjudged: judgement.findings.filter(({ outcome }) => outcome === 'indeterminate').length,
      ...tallies({ findings: judgement.findings, policy }),
      errors: comparison.errors.length,
    },
  };
}

const causeInOrder = ({ evidence, asked, reason, detail }: Cause): Cause => ({ evidence, asked, reason, detail });

/** A finding with its keys in the order of the contract, so that equal reports are equal bytes. */
function inContractOrder(finding: Finding): Finding {
  return {
    rule: finding.rule,
    level: finding.level,
    floor: finding.floor,
    outcome: finding.outcome,
    ...(finding.cause === undefined ? {} : { cause: causeInOrder(finding.cause) }),
    codes: finding.codes,
    name: finding.name,
    version: finding.version,
    message: finding.message,
    remediation: finding.remediation,
    lockfile: finding.lockfile,
    line: finding.line,
    places: finding.places,
    ...(finding.packages === undefined ? {} : { packages: finding.packages }),
    ...(finding.rules === undefined ? {} : { rules: finding.rules }),
    ...(finding.about === undefined ? {} : { about: finding.about }),
    ...(finding.aliases === undefined ? {} : { aliases: finding.aliases }),
    ...(finding.ofFiles === undefined ? {} : { ofFiles: finding.ofFiles }),
    fingerprint: finding.fingerprint,
    ...(finding.passesAt === undefined ? {} : { passesAt: finding.passesAt }),
    ...(finding.queueEntry === undefined
      ? {}
      : { queueEntry: { pull: finding.queueEntry.pull, ahead: finding.queueEntry.ahead } }),
    status: finding.status,
    decision: finding.decision,
    ...(finding.coveredBy === undefined ? {} : { coveredBy: coverInOrder(finding.coveredBy) }),
  };
}

function coverInOrder(cover: CoveringEntry | CoveringDecision): CoveringEntry | CoveringDecision {
  if (cover.kind === 'decision') {
    const by = cover.by.map(({ login, id, comment, record, reason, at }) => {
      return { login, id, comment, ...(record === undefined ? {} : { record }), reason, at };
    });
    return { kind: cover.kind, id: cover.id, by };
  }
  const { kind, id, reason, owner, expires, origin } = cover;
  return { kind, id, reason, ...(owner === undefined ? {} : { owner }), expires, origin };
}
