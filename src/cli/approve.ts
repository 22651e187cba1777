import type { Decidable } from '../decisions/apply.ts';
import type { Claim } from '../decisions/ledger/claim.ts';
import { approvalBy, denialsBy, whyNoApproval } from '../decisions/ledger/claim.ts';
import { GateFailure } from '../errors.ts';
import { splitSelector } from '../model/options.ts';
import type { Approvals, Blocked, DecisionRecord, Report } from '../model/index.ts';
import { approvalsOf } from '../policy/approvals.ts';
import { logText } from '../report/escape.ts';
import { proposedExceptions } from '../report/view/proposed-exceptions.ts';
import { undecidableWords } from '../report/view/undecidable.ts';
import { errorLine, plural } from '../report/view/words.ts';
import { blockedIn } from '../run/blocked-in.ts';
import { runGate } from '../run/pipeline.ts';
import { reportOf } from '../run/report-of.ts';
import type { Run } from '../run/request.ts';
import { limits, quoted } from '../text/visible.ts';
import { demandAsRead, demandRepositoryId, readExpiry, readReason, readReport, readWanted } from './approve-input.ts';
import { signAll } from './approve-sign.ts';
import type { SignedRecord } from './approve-sign.ts';
import { accountsOf } from './approve-who.ts';
import type { Flags } from './flags.ts';
import { readFlags } from './flags.ts';
import { startProgress } from './progress.ts';
import { requestOf } from './request.ts';
import { openChange } from './subject.ts';
import { fileOf, writeRecords } from './write-records.ts';

const refuse = (message: string) => new GateFailure('usage', message);

/**
 * `lockgate approve`: writes the record of a decision about the change into the work tree. A file proves nothing of who wrote it:
 * it is a claim, until the gate has let it in.
 * @returns 0
 */
export async function run(args: readonly string[]): Promise<number> {
  const flags = readFlags(args, 'approve');
  const wanted = readWanted(flags);
  const reason = readReason(flags);
  const isDenial = flags.switches?.has('deny') === true;
  if (flags.sign !== undefined && flags.switches?.has('dry-run') === true) {
    throw refuse('--dry-run writes nothing, so there is nothing to sign: leave out --sign');
  }
  if (isDenial && flags.expires !== undefined) throw refuse('a denial does not end: leave out --expires');
  const isRevocation = flags.switches?.has('revoke') === true;
  if (isRevocation) demandRevocation(flags);
  const report = flags.report === undefined ? undefined : await readReport(flags.report);
  const repositoryId = await demandRepositoryId(flags, report);
  const who = await accountsOf(flags);
  const root = await rootOf(flags);
  if (isRevocation) {
    const { revocation } = await import('./revoke.ts');
    const { record, approvals } = await revocation(wanted, flags, { who, reason, repositoryId });
    return await write(await signedBy([record], flags, approvals), root, flags, undefined);
  }
  const subject = await openChange(flags);
  try {
    const request = await requestOf({ ...flags, repositoryId }, subject);
    const progress = startProgress(process.stderr, 'Asking the registry');
    const run = await runGate({ ...request, progress: progress.step });
    progress.end();
    const [error] = run.comparison.errors;
    if (error !== undefined || run.effective === undefined) {
      throw refuse(error === undefined ? nothingChanges : `the change could not be judged: ${errorLine(error)}`);
    }
    const isSigned = flags.sign !== undefined;
    const claim: Claim = { who, reason, now: run.now, policy: run.effective.digest, isSigned };
    const entry = isDenial
      ? undefined
      : chosenFrom(await blockedIn(run, request, repositoryId), { wanted, run, flags, report });
    const records =
      entry === undefined ? denied(wanted, run, repositoryId, claim) : [approved(entry, run, flags, claim)];
    const approvals = run.effective.approvals ?? approvalsOf({});
    return await write(await signedBy(records, flags, approvals), root, flags, entry);
  } finally {
    await Promise.all([subject.base?.close?.(), subject.head.close?.()]);
  }
}

function demandRevocation({ switches, expires, codes, digest, report }: Flags): void {
  const beside = switches?.has('deny') === true || [expires, codes, digest, report].some((one) => one !== undefined);
  if (beside) {
    throw refuse('--revoke ends a record as it is: leave out --deny, --expires, --codes, --digest and --report');
  }
}

const signedBy = async (
  records: readonly DecisionRecord[],
  { sign }: Flags,
  approvals: Pick<Approvals, 'keys'>,
): Promise<readonly SignedRecord[]> =>
  sign === undefined ? records.map((record) => ({ record, signatures: [] })) : signAll(records, sign, approvals);

const nothingChanges = 'nothing that is locked changes here, so nothing waits for a decision';

async function rootOf({ headDir, repo = '.' }: Flags): Promise<string> {
  if (headDir !== undefined) return headDir;
  const { openRepository } = await import('../repository/git.ts');
  const { root, hasWorkTree } = await openRepository(repo);
  if (!hasWorkTree) throw refuse('a bare repository has no work tree to write a record into: name a clone with --repo');
  return root;
}

interface Choice {
  readonly wanted: string;
  readonly run: Run;
  readonly flags: Flags;
  readonly report: Report | undefined;
}

/** The one thing that blocks and that is meant. */
function chosenFrom(blocked: readonly Blocked[], { wanted, run, flags, report }: Choice): Decidable {
  const { name, range: version } = splitSelector(wanted);
  const isMeant = (one: Blocked) =>
    one.kind === 'file' ? one.path === wanted : one.name === name && one.version === version;
  const meant = blocked.filter(isMeant);
  const lost = meant.find((one) => one.kind === 'undecidable');
  if (lost !== undefined) throw refuse(`${quoted(wanted, limits.path)}: ${undecidableWords(lost)}${wayIn(lost, run)}`);
  const open = meant.filter((one) => one.kind !== 'undecidable');
  const found = open.filter(({ digest }) => open.length === 1 || digest === flags.digest);
  const [entry] = found;
  if (entry === undefined) throw refuse(open.length > 1 ? several(wanted, open) : notBlocked(wanted, blocked));
  const { digest, codes } = entry;
  demandAsRead({ what: quoted(wanted, limits.path), digest, codes }, flags);
  if (report !== undefined && report.decisions?.offers.some((offer) => offer.digest === digest) !== true) {
    throw refuse(`--report does not offer ${quoted(wanted, limits.path)} as it is found now: read the newest report`);
  }
  return entry;
}

const several = (wanted: string, open: readonly Decidable[]) =>
  `${quoted(wanted, limits.path)} is blocked in ${open.length} ways; choose one with --digest: ${open.map(({ digest, codes }) => `${digest} (${codes.join(', ')})`).join('; ')}`;

function notBlocked(wanted: string, blocked: readonly Blocked[]): string {
  const all = blocked.map((one) => quoted(one.kind === 'file' ? one.path : `${one.name ?? ''}@${one.version ?? ''}`));
  const shown = [...new Set(all)].slice(0, 10).join(', ');
  const what = shown === '' ? 'Nothing blocks this change.' : `What blocks this change: ${shown}.`;
  return `nothing about ${quoted(wanted, limits.path)} blocks this change, by this version or path. ${what}`;
}

/** The lines of the policy that would let in what no decision can; empty where none would. */
function wayIn({ findings }: Blocked, run: Run): string {
  const own = new Set(findings);
  const report = reportOf(run);
  const about = report.findings.filter(({ fingerprint }) => own.has(fingerprint));
  const entries = proposedExceptions({ ...report, findings: about });
  const lines = entries.join('').replaceAll('\n', ' ').replaceAll(/ +/g, ' ').trim();
  return lines === '' ? '' : `; an exception in the policy on the default branch would: ${lines}`;
}

function approved(entry: Decidable, run: Run, flags: Flags, claim: Claim): DecisionRecord {
  const approvals = run.effective?.approvals ?? approvalsOf({});
  for (const who of claim.who) {
    const why = whyNoApproval(who, approvals);
    if (why !== undefined) throw refuse(`${quoted(who.login)} (${who.id}) cannot approve: ${why}`);
  }
  if (claim.who.length < approvals.required) {
    throw refuse(
      `the policy asks for ${plural(approvals.required, 'approver')}: name all of them, --by LOGIN:ID,LOGIN:ID`,
    );
  }
  return approvalBy(entry, claim, readExpiry(flags, claim.now, approvals));
}

function denied(wanted: string, run: Run, repositoryId: number, claim: Claim): readonly DecisionRecord[] {
  const { name, range: version = '' } = splitSelector(wanted);
  const records = denialsBy({ name, version }, run.collected.dossiers, repositoryId, claim);
  if (records.length > 0) return records;
  throw refuse(
    `${quoted(wanted, limits.path)} is no NAME@VERSION that this change brings in with bytes that are known, so there is nothing to deny by its bytes; list it under \`deny\` in the policy`,
  );
}

/** @returns 0 */
async function write(
  signed: readonly SignedRecord[],
  root: string,
  flags: Flags,
  entry: Decidable | undefined,
): Promise<number> {
  const files = signed.map(({ record, signatures }) => fileOf(record, signatures));
  const isDry = flags.switches?.has('dry-run') === true;
  if (!isDry) await writeRecords(root, files);
  const [first] = signed;
  const { expiresAt = null, by = [] } = first?.record ?? {};
  const until = expiresAt === null ? '' : `, until ${expiresAt.slice(0, 10)}`;
  const people = by.map(({ login }) => quoted(login)).join(' and ');
  const { decision = 'approve' } = first?.record ?? {};
  const what = `${people} ${verbs[decision]} ${quoted(flags.positionals[0], limits.path)}${until}`;
  const lines = [
    ...files.map(({ path }) => `${isDry ? 'Would write' : 'Wrote'} ${path}: ${what}.`),
    ...(entry === undefined ? [] : [`  codes   ${entry.codes.join(', ')}`, `  digest  ${entry.digest}`]),
    ...(entry === undefined || entry.unread.length === 0 ? [] : [`  unread  ${entry.unread.join(', ')}`]),
    ...(isDry ? files.map(({ text }) => text.trimEnd()) : []),
    ...(first?.fingerprint === undefined
      ? [
          `This is a claim: nothing proves yet that ${people} said so, and it ${effects[decision]}.`,
          `next: ${nextOf(decision, people)}`,
        ]
      : [
          `Signed by the security key ${first.fingerprint} of ${people}: one person’s statement, and nothing more.`,
          'next: commit it and propose it. The check verifies the signature, and asks of whoever signed what it asks of every approver.',
        ]),
    '',
  ];
  process.stdout.write(logText(lines.join('\n')));
  return 0;
}

const verbs = { approve: 'approves', 'approve-file': 'approves', deny: 'denies', revoke: 'revokes' } as const;

/** What a claim does not do yet. */
const effects = {
  approve: 'lets nothing in',
  'approve-file': 'lets nothing in',
  deny: 'keeps nothing out',
  revoke: 'ends nothing',
} as const;

function nextOf(decision: DecisionRecord['decision'], people: string): string {
  return decision === 'deny' || decision === 'revoke'
    ? `propose it in a pull request, and let ${people} approve the file there by the line that the check offers.`
    : `commit it to the pull request that brings in what it is about, and let ${people}, who did not propose that, copy the lines that the check offers there. A comment without a record lets the package in as well, and the record follows from it.`;
}
