import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  approvalBy,
  denialsBy,
  whyNoApproval
} from "./chunk-decisions-ledger-claim.js";
import {
  blockedIn
} from "./chunk-run-blocked-in.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import {
  openChange
} from "./chunk-cli-subject.js";
import {
  startProgress
} from "./chunk-cli-progress.js";
import {
  requestOf
} from "./chunk-cli-request.js";
import "./chunk-cli-trust-flags.js";
import "./chunk-cli-extended-policy.js";
import {
  repositoryIdOf
} from "./chunk-cli-repository-id.js";
import {
  connectionFromEnv
} from "./chunk-cli-github-connection.js";
import {
  readText
} from "./chunk-cli-output.js";
import "./chunk-cli-judged-repository.js";
import "./chunk-repository-directory.js";
import {
  programName
} from "./chunk-cli-program.js";
import {
  DECISION_NAMESPACE,
  verifiesCurve,
  verifySshsig
} from "./chunk-decisions-keys-verify-sshsig.js";
import "./chunk-decisions-blocked.js";
import "./chunk-decisions-blocked-file.js";
import {
  statementOf,
  writeRecord
} from "./chunk-decisions-ledger-record.js";
import "./chunk-decisions-preimage.js";
import "./chunk-run-verdict.js";
import "./chunk-judge-engine.js";
import "./chunk-run-recorded-trust.js";
import "./chunk-registry-registry-map.js";
import {
  changedAspects,
  managerIds
} from "./chunk-model-changed-aspect.js";
import "./chunk-decisions-codes.js";
import {
  mayPropose
} from "./chunk-model-proposal.js";
import {
  approvalsOf
} from "./chunk-policy-approvals.js";
import "./chunk-text-security-key.js";
import "./chunk-policy-publishers.js";
import "./chunk-policy-lists.js";
import "./chunk-policy-rule-settings.js";
import "./chunk-policy-profiles.js";
import "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import "./chunk-judge-finding.js";
import {
  canonicalJson
} from "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import {
  reportOf
} from "./chunk-run-report-of.js";
import "./chunk-platform-github-policy-of.js";
import {
  runGate
} from "./chunk-run-pipeline.js";
import "./chunk-run-open.js";
import "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import "./chunk-run-verdict-of.js";
import {
  LEDGER
} from "./chunk-text-record-name.js";
import "./chunk-compare-open-lockfile.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import "./chunk-managers-bin.js";
import {
  proposedExceptions
} from "./chunk-report-view-proposed-exceptions.js";
import "./chunk-report-view-blocked.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-verdict-words.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import {
  errorLine
} from "./chunk-report-view-words.js";
import {
  plural
} from "./chunk-report-view-text-words.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import {
  milliseconds,
  splitSelector
} from "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-policy-open.js";
import "./chunk-policy-is-gated-path.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-policy-policy-file.js";
import {
  foldersAbove
} from "./chunk-text-paths.js";
import {
  logText
} from "./chunk-report-escape.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-net-loopback.js";
import {
  _enum,
  array,
  boolean,
  exactOptional,
  int,
  iso_exports,
  literal,
  object,
  record,
  strictObject,
  string,
  union
} from "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-report-view-rule-words.js";
import {
  causeWords
} from "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/report/view/undecidable.ts
var words = {
  floor: "nobody can approve what the floor holds",
  "no-bytes": "it has no bytes of a registry that an approval could be bound to",
  "no-digest": "no single SHA-512 of it is known, so there is nothing that an approval could be bound to",
  "denied-by-policy": "the policy denies it: its owners would have to change `deny`",
  "ask-again": "evidence that nobody can approve without could not be read: ask again later",
  "otherwise-elsewhere": "another comparison of the same head brings it in otherwise",
  "no-subject": "the finding is about no package and no file whose bytes are known",
  "no-repository": "the id of the repository is not known"
};
var undecidableWords = ({ why, codes: codes2 }) => `${words[why]} (${codes2.join(", ")})`;

// src/report/decisions-schema.ts
var instant = iso_exports.datetime({ offset: true });
var id = int().min(1).describe("numeric id of the account");
var account = object({
  id,
  login: string(),
  type: _enum(["User", "Bot", "Organization", "Mannequin", "EnterpriseUserAccount"])
});
var comment = string().describe("number of the comment");
var decision = object({
  login: string(),
  id,
  comment: comment.nullable(),
  record: exactOptional(string()).describe("path of the record that says it, where the comment was not heard"),
  reason: string(),
  at: instant
});
var codes = array(string()).describe("rule/code, of what blocks");
var all = (words2) => _enum(Object.keys(words2));
var undecidable = all({
  ...{ floor: true, "no-bytes": true, "no-digest": true, "denied-by-policy": true, "ask-again": true },
  ...{ "no-subject": true, "otherwise-elsewhere": true, "no-repository": true }
});
var refused = all({
  ...{
    "not-a-user": true,
    "not-listed": true,
    "team-not-asked": true,
    "no-permission": true,
    never: true,
    proposer: true,
    edited: true
  },
  ...{ minimized: true, "by-mail": true, "by-app": true, malformed: true, "other-digest": true, "other-codes": true },
  ...{ "not-here": true, "not-decidable": true, "contradicts-itself": true, superseded: true, denied: true },
  ...{
    expired: true,
    "after-report-was-edited": true,
    "no-approvers": true,
    "account-gone": true,
    "after-merge": true,
    "in-a-review": true,
    "unclear-text": true,
    "not-alone": true
  }
});
var uncounted = all({
  ...{ "not-a-file": true, "too-large": true, "not-json": true, "not-a-record": true, misnamed: true, revoked: true },
  ...{ "maybe-revoked": true, expired: true, "not-yet": true, "no-approvers": true, "not-listed": true },
  ...{ "other-facts": true, "other-codes": true, "too-few": true, "decided-here-alone": true, proposer: true },
  ...{ "proposers-unknown": true, "no-repository": true }
});
var unproven = all({
  ...{ "too-large": true, "not-json": true, "not-a-record": true, misnamed: true, "other-repository": true },
  ...{ "too-many": true, "no-platform": true, "no-pull": true, "not-merged": true, "careless-branch": true },
  ...{ "policy-unknown": true, "not-brought-in": true, "not-derived": true, "not-derivable": true, signature: true },
  ...{
    signer: true,
    proposer: true,
    "proposers-unknown": true,
    "too-few": true,
    "wrong-time": true,
    "not-as-named": true
  },
  ...{ "says-more": true, "recorded-already": true, revoked: true }
});
var decisionsSchema = object({
  asked: boolean().describe("whether comments were read"),
  repositoryId: exactOptional(int().min(1)).describe("numeric id of the repository that decisions are about"),
  pulls: exactOptional(array(int().min(1))).describe("of a merge group and of a push: the pull requests that were asked"),
  notCounted: exactOptional(string()).describe("why no decision by comment counts here, or not for everything"),
  required: int().min(1).describe("how many different people an approval needs"),
  because: exactOptional(string()).describe("why that is one more than the policy says"),
  approvers: object({
    users: array(object({ login: string(), id })),
    teams: array(object({ slug: string(), id: int().min(1) }))
  }),
  proposers: array(
    object({
      account,
      as: _enum(["author", "pusher", "commit-author", "committer", "co-author", "requester", "assigner"]),
      commit: exactOptional(string())
    })
  ).describe("who proposed the change, and so cannot approve it"),
  offers: array(
    object({
      kind: _enum(["package", "file"]),
      name: string().nullable(),
      version: string().nullable(),
      path: string().nullable(),
      digest: string().describe("what is decided, 64 hex digits"),
      codes,
      line: string().nullable().describe("the line of a comment that approves it; null where none can be written"),
      unread: array(string()).describe("kinds of evidence that could not be read"),
      approvals: array(decision),
      isApproved: boolean(),
      byOne: exactOptional(literal(true)).describe("one approver is enough for it, a proposer too")
    })
  ).describe("what a decision would let in, or has let in"),
  undecidable: array(
    object({
      name: string().nullable(),
      version: string().nullable(),
      lockfile: string(),
      codes,
      why: undecidable
    })
  ).describe("what no decision lets in"),
  denials: array(decision.extend({ name: string(), version: string() })),
  refusals: array(
    object({
      account: account.nullable(),
      comment,
      line: string(),
      why: refused,
      fix: string(),
      commit: exactOptional(string()),
      pull: exactOptional(int().min(1))
    })
  ).describe("lines that do not count"),
  deleted: array(object({ author: account.nullable(), by: account.nullable(), at: instant })).describe("deleted comments of people who may approve"),
  ledger: exactOptional(
    object({
      commit: string().describe("the state that the records were read from"),
      used: array(
        object({
          record: string().describe("its path"),
          decision: _enum(["approve", "deny"]),
          name: string().nullable(),
          version: string().nullable(),
          path: string().nullable().describe("the file that it is about"),
          by: array(string()).describe("logins"),
          reason: string(),
          expiresAt: instant.nullable()
        })
      ),
      notCounted: array(object({ record: string(), why: uncounted })),
      elsewhere: int().min(0).describe("records of other repositories"),
      notes: array(string())
    })
  ).describe("what the records of decisions say here; absent where none is about anything here"),
  keyHolders: exactOptional(
    object({
      ids: array(id).describe("accounts whose security keys the policy lists"),
      own: boolean().describe("whether they may decide about what they proposed themselves")
    })
  ).describe("who may sign a record; absent where the policy lists no keys"),
  proofs: exactOptional(
    array(
      object({
        record: string().describe("its path"),
        state: _enum(["derived", "signed", "decided-here", "kept", "unproven"]),
        why: exactOptional(unproven),
        says: exactOptional(
          object({
            decision: _enum(["approve", "approve-file", "deny", "revoke"]),
            subject: string().describe("a purl, a path, or the name of a record"),
            by: array(string()).describe("logins"),
            reason: string(),
            expiresAt: instant.nullable()
          })
        ).describe("what it says, which nothing proves")
      })
    )
  ).describe("the records that the change brings along, and what proves them; absent where it brings none")
});

// src/report/schema.ts
var maxReportLength = 64 * 1024 * 1024;
var line = int().min(0).describe("1-based; 0 means the path as a whole");
var path = string().describe("from the root of the repository, / between segments");
var instant2 = iso_exports.datetime().describe("ISO 8601 in UTC");
var objectId = string().regex(/^[0-9a-f]{40}$/);
var place = object({ path, line });
var format = _enum(managerIds);
var lockfile = object({
  path,
  format,
  formatVersion: string().describe("as the format spells it"),
  status: _enum(["added", "removed", "changed", "unchanged"]),
  packages: int().min(0).describe(
    "distinct name@version pairs that it locks from registries; workspaces, links, git and files are not counted"
  ),
  former: exactOptional(object({ path, format })).describe("what it is compared with, if that is not the lockfile with the same path and format")
});
var verificationWords = ["verified", "invalid", "absent", "unavailable", "not-applicable", "not-evaluated"];
var verification = _enum(verificationWords);
var trust = _enum(["staged", "trusted-publisher", "provenance", "none", "unavailable", "not-evaluated"]);
var evidence = object({
  existence: _enum([
    "listed",
    "version-missing",
    "no-versions",
    "security-placeholder",
    "refused",
    "absent",
    "unavailable",
    "not-applicable",
    "not-evaluated"
  ]).describe(
    "what the trusted registry answers; absent: it does not have the name; not-applicable: not a registry package"
  ),
  registrySignature: verification,
  provenance: verification,
  trust,
  publishedAt: instant2.nullable(),
  advisories: object({ state: _enum(["known", "unavailable", "not-applicable", "not-evaluated"]), ids: array(string()) }).describe("ids of the records about this version, malware included, whether or not a rule reports them"),
  provenanceIdentity: object({ repository: string(), workflow: string().nullable(), commit: string().nullable() }).nullable().describe("where a verified provenance says that it was built; null where none is verified"),
  previous: object({
    version: string(),
    provenance: _enum([...verificationWords, "claimed"]).describe("claimed: the registry says so and nothing was verified"),
    trust
  }).nullable().describe("the version that was locked at the base; null if the base did not lock the name"),
  compareUrl: exactOptional(string()).describe(
    "compares the commits that the previous and this version were built from: from two verified provenances of one repository on github.com or gitlab.com; absent: it is not certain what to compare"
  )
});
var missing = object({
  reason: _enum(["missing", "unavailable", "invalid"]).describe("missing: none is claimed; unavailable: it could not be read; invalid: it does not verify"),
  name: string(),
  version: string(),
  direct: boolean(),
  previousVersion: string().nullable(),
  previously: _enum(["had", "had-none", "unknown", "new"]).describe("what the previous version had, verified or claimed; new: there is no previous version"),
  lockfiles: array(path)
});
var atLeastOne = int().min(1);
var registry = object({
  url: string(),
  role: _enum(["public", "policy", "operator"]).describe("who names it; operator: npm configuration, or the registry flag or input"),
  packages: int().min(0).describe("distinct package versions that were judged by its answers"),
  notJudged: exactOptional(
    object({
      malware: exactOptional(atLeastOne),
      advisories: exactOptional(atLeastOne),
      signatures: exactOptional(atLeastOne),
      provenance: exactOptional(atLeastOne),
      publishers: exactOptional(atLeastOne),
      publishTimes: exactOptional(atLeastOne)
    })
  ).describe("what it did not offer, or was not asked for, with the number of package versions; absent: nothing")
});
var change = object({
  kind: _enum(["added", "removed", "updated"]),
  name: string().describe("the real package name, aliases resolved"),
  version: string(),
  previousVersion: string().nullable().describe("equal to version where only other aspects changed"),
  alreadyLocked: exactOptional(literal(true)).describe("of vet: the base locks it as it is, and nothing about it would change; not counted as updated"),
  changed: array(_enum(changedAspects)),
  lockfile: path,
  line,
  direct: boolean(),
  dependencyTypes: array(_enum(["prod", "dev", "optional", "peer"])).describe("computed by reachability, not the lockfile flags"),
  importers: array(string()).describe("folders whose manifests reach it; empty text for the root"),
  via: array(array(string())).describe("shortest paths by name, from a root dependency to this package"),
  manifests: array(place).describe("where manifests declare a direct dependency"),
  roots: exactOptional(array(place.extend({ name: string().describe("as the manifest names it") }))).describe(
    "for a transitive package with findings: where manifests declare the direct dependencies that pull it in"
  ),
  source: _enum([
    "registry",
    "git",
    "remote",
    "file",
    "link",
    "workspace",
    "exec",
    "patch",
    "portal",
    "jsr",
    "import"
  ]),
  registry: string().nullable().describe("the trusted registry that applies to the name"),
  evidence
});
var finding = object({
  rule: string(),
  level: _enum(["error", "warn", "note"]).describe("note: listed, and never in the verdict"),
  floor: boolean().describe("whether no policy, exception or approval can lower it: it cannot be waived"),
  outcome: _enum(["violation", "indeterminate"]).describe("indeterminate: evidence that the rule needs could not be read"),
  cause: exactOptional(
    object({
      evidence: _enum(causeWords.evidence).describe("what the rule needed to know"),
      asked: _enum(causeWords.asked).describe("what was asked for it; document: the document of the registry about the name"),
      reason: _enum(causeWords.reason).describe("not-provided: the answer does not include it"),
      detail: string().describe("for a person")
    })
  ).describe("why it is indeterminate; absent for a violation"),
  codes: array(string()).describe("message ids of the rule, worst first"),
  name: string().nullable(),
  version: string().nullable(),
  message: string().describe("third-party text in it stands between backticks"),
  remediation: string(),
  lockfile: path,
  line,
  places: int().min(1).describe("lockfile entries concerned"),
  packages: exactOptional(int().min(1)).describe("package versions that a folded finding stands for; absent: one, or none"),
  rules: exactOptional(array(string())).describe("every rule that could not judge them; of a finding about a registry only"),
  about: exactOptional(array(string())).describe("ids of the records (advisories) that the whole finding is about"),
  aliases: exactOptional(record(string(), array(string()))).describe("other ids of those records, by the id under `about`; an exception may name either"),
  ofFiles: exactOptional(literal(true)).describe(
    "the fingerprint is over mode and blob id, before and after, of every file that the finding is about: an exception may name the finding by path, codes and fingerprint"
  ),
  fingerprint: string().describe("SHA-256, hex, over the stable parts of the finding"),
  passesAt: exactOptional(instant2).describe("when it disappears by itself, because nothing but an age is missing"),
  queueEntry: exactOptional(strictObject({ pull: int().positive().nullable(), ahead: boolean() })).describe("the entry of the merge queue that it comes with, where the group has several"),
  status: _enum(["reported", "excepted", "approved"]),
  decision: string().nullable().describe("the exception or decision that covers it"),
  coveredBy: exactOptional(
    union([
      object({
        kind: _enum(["exception", "publisher"]),
        id: string(),
        reason: string().describe("as the policy words it"),
        owner: exactOptional(string()).describe("who answers for it"),
        expires: string().describe("the first day (UTC) on which it no longer applies"),
        origin: string().describe("file and line of the entry")
      }),
      object({
        kind: literal("decision"),
        id: string().describe("what was decided, 64 hex digits"),
        by: array(decision).describe("everybody whose approval counts for it")
      })
    ])
  ).describe("the entry of the policy, or the decision of people, that covers it; absent where none does")
});
var gateError = object({
  code: string(),
  message: string(),
  path: exactOptional(string()),
  line: exactOptional(int().min(0)),
  column: exactOptional(int().min(1)).describe("1-based, in UTF-16 units")
});
var count = int().min(0);
var tally = object({ blocks: count, warns: count, notes: count, covered: count });
var reportSchema = object({
  schema: literal("lockgate-report/1"),
  verdict: _enum(["pass", "warn", "fail", "error"]).describe("fail: the policy is violated; error: something could not be evaluated"),
  mode: _enum(["check", "audit"]).describe("check: what a change pulls in; audit: everything that is locked"),
  evaluatedAt: instant2,
  base: string().nullable(),
  head: string().nullable(),
  policy: object({
    source: string(),
    digest: string().describe("sha256: and hex, over the effective policy"),
    mode: _enum(["enforce", "observe"]),
    repository: exactOptional(string()).describe("of a policy of another repository, which the operator named: `owner/name`; absent for every other"),
    ref: exactOptional(string()).describe("the branch, tag or commit that the operator named there"),
    commit: exactOptional(objectId).describe("the commit that it was in this run"),
    unused: exactOptional(path).describe("this repository's own policy file, which does not apply then")
  }),
  lockfiles: array(lockfile),
  registries: array(registry).describe("those that were trusted for the judged packages"),
  sources: exactOptional(
    object({
      malware: exactOptional(array(string())),
      advisories: exactOptional(array(string())),
      attestations: exactOptional(array(string())),
      popularity: exactOptional(array(string()))
    })
  ).describe("who else answered, because the policy names it: `osv`, or the address of another registry"),
  changes: array(change),
  findings: array(finding).describe("worst first"),
  errors: array(gateError).describe("what could not be evaluated"),
  missingProvenance: array(missing).describe("listed versions without a verified provenance: invalid, missing, unavailable; direct ones first"),
  decisions: exactOptional(decisionsSchema).describe("who may decide about what blocks, and what was decided; absent: nothing to decide"),
  proposer: exactOptional(
    object({
      login: string(),
      id: int().nullable().describe("of the account; null: not known"),
      owner: string().nullable().describe("who answers for it; null: the policy does not list it"),
      may: _enum(mayPropose).describe("what it may propose without a decision in this change")
    })
  ).describe("the bot or agent that proposed the change, where the policy lists `proposers`; absent: a person"),
  trust: exactOptional(
    object({
      material: _enum(["embedded", "refreshed", "given"]),
      date: instant2.nullable(),
      old: boolean().describe("whether a newer lockgate or a refresh should be used")
    })
  ).describe("the keys and roots that something was verified with; absent: nothing was"),
  counts: object({
    added: count,
    updated: count,
    removed: count,
    findings: count.describe("at level warn or error, covered ones too"),
    notes: count.describe("findings at level note"),
    unjudged: count.describe("indeterminate findings, at whatever level"),
    found: tally.describe("violations by their effect: something is known against what they are about"),
    couldNotJudge: tally.describe("indeterminate findings by their effect: nothing is known"),
    errors: count
  })
});
function parseReport(text) {
  if (text.length > maxReportLength) {
    throw new GateFailure("evidence-invalid", `The report is longer than ${maxReportLength} characters.`);
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new GateFailure("evidence-invalid", "The report is not JSON; write it with `lockgate check --format json`.");
  }
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue === void 0 || issue.path.length === 0 ? "the report" : issue.path.map(String).join(".");
  throw new GateFailure(
    "evidence-invalid",
    `${visible(where, 200)} does not match lockgate-report/1: ${visible(issue?.message ?? "unreadable", 200)}.`
  );
}

// src/cli/approve-input.ts
var refuse = (message) => new GateFailure("usage", message);
function readWanted({ positionals }) {
  const [wanted, another] = positionals;
  if (wanted !== void 0 && wanted !== "" && another === void 0) return wanted;
  throw refuse(
    `approve takes one package version or one path: ${programName()} approve left-pad@1.3.0 --reason 'Read the diff.'`
  );
}
var longestReason = 500;
function readReason({ reason = "" }) {
  const trimmed = reason.trim();
  if (trimmed === "") throw refuse("--reason says why, for whoever asks a year later: name one");
  if (trimmed.length > longestReason) throw refuse(`--reason is longer than ${longestReason} characters: shorten it`);
  if (visible(trimmed) !== trimmed) throw refuse("--reason holds characters that cannot be seen: leave them out");
  return trimmed;
}
function readExpiry({ expires }, now, { maximumAge }) {
  const last = Date.parse(now) + maximumAge;
  if (expires === void 0) return new Date(last).toISOString();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(expires);
  const end = isDay ? Date.parse(`${expires}T23:59:59.000Z`) : /^[1-9]\d{0,3}[dh]$/.test(expires) ? Date.parse(now) + milliseconds(expires) : NaN;
  if (Number.isNaN(end)) throw refuse(`--expires takes a date, or a time such as 30d; not ${JSON.stringify(expires)}.`);
  if (end <= Date.parse(now)) throw refuse(`--expires ${expires} is in the past: name a later date`);
  if (end > last) {
    const until = new Date(last).toISOString().slice(0, 10);
    throw refuse(
      `--expires ${expires} is later than the policy lets an approval last (${until}): name an earlier date`
    );
  }
  return new Date(end).toISOString();
}
var maxReportBytes = 64 * 1024 * 1024;
async function readReport(path2) {
  return parseReport(await readText(path2, maxReportBytes));
}
async function demandRepositoryId(flags, report) {
  const reported = report?.decisions?.repositoryId;
  const id2 = flags.repositoryId ?? reported ?? await repositoryIdOf(flags);
  if (id2 === void 0) {
    throw refuse(
      "a decision is about one repository, and its numeric id is not known here: name it with --repository-id (gh api repos/OWNER/REPO --jq .id prints it), or with --report the JSON report of the check"
    );
  }
  if (reported !== void 0 && reported !== id2) {
    throw refuse(`--report is about the repository ${reported}, and --repository-id says ${id2}: correct one of them`);
  }
  return id2;
}
function demandAsRead(found, { digest, codes: codes2 }) {
  if (digest !== void 0 && digest !== found.digest) {
    throw refuse(`${found.what} is now ${found.digest}, not what --digest says: read the report again`);
  }
  if (codes2 === void 0) return;
  const others = found.codes.filter((code) => !codes2.includes(code));
  const unknown = codes2.filter((code) => !found.codes.includes(code));
  if (others.length > 0) {
    throw refuse(`${found.what} is also blocked by ${others.join(", ")}: read that too, and name it`);
  }
  if (unknown.length > 0) {
    throw refuse(`${quoted(unknown[0])} does not block ${found.what}: it is blocked by ${found.codes.join(",")}`);
  }
}

// src/cli/sign-statement.ts
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { dirname, resolve } from "node:path";

// src/cli/statement-lines.ts
function statementLines(statement) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(statement);
    const value = JSON.parse(text);
    return canonicalJson(value) === text ? linesOf(value, "").map((line2) => line2.replace(/^\./, "")) : void 0;
  } catch {
    return void 0;
  }
}
function linesOf(value, path2) {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) {
    return [`${path2}: ${JSON.stringify(value)}`];
  }
  return Object.entries(value).flatMap(([key, member]) => linesOf(member, path2 + step(key, Array.isArray(value))));
}
function step(key, isIndex) {
  if (isIndex) return `[${key}]`;
  return /^\w[\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

// src/cli/sign-statement.ts
function hasTerminal() {
  if (process.platform === "win32") return process.stdin.isTTY;
  try {
    closeSync(openSync("/dev/tty", "r+"));
    return true;
  } catch {
    return false;
  }
}
var PATIENCE = 5 * 6e4;
var MAX_ANSWER = 16384;
async function signStatement(request) {
  const { statement, lines, keyFile, keys, id: id2, show, env } = request;
  if (!request.hasTerminal) throw refused2("ssh-keygen asks for the PIN on a terminal; run it in one");
  const whole = statementLines(statement);
  if (whole === void 0) throw refused2("what is to be signed is not written as a record is, so it cannot be shown");
  const parts = [...lines, "", "The whole statement that the key signs:", ...whole.map((line2) => `  ${line2}`), ""];
  for (const line2 of parts) show(visible(line2, Infinity));
  show("Touch the security key when it blinks, if that is what you decide.");
  const sshsig = await sshKeygen({ statement, keyFile: resolve(keyFile), show, env });
  const message = statement;
  const answer = verifySshsig({ sshsig, message, keys, verifies: verifiesCurve, ...id2 === void 0 ? {} : { id: id2 } });
  if (!("ok" in answer)) throw new GateFailure("usage", `the signature would not count. ${answer.why}`);
  return { sshsig, ...answer.ok };
}
var refused2 = (why) => new GateFailure("usage", `nothing was signed: ${why}`);
async function sshKeygen({ statement, keyFile, show, env }) {
  const args = ["-Y", "sign", "-n", DECISION_NAMESPACE, "-f", keyFile];
  const cwd = dirname(process.execPath);
  const child = spawn("ssh-keygen", args, { cwd, env, stdio: "pipe", windowsHide: true });
  const clock = setTimeout(() => child.kill("SIGKILL"), PATIENCE);
  let answer = "";
  let last = "";
  let rest = "";
  const hear = (line2) => {
    if (line2.trim() === "") return;
    last = line2.trim();
    show(`ssh-keygen: ${visible(last, 500)}`);
  };
  child.stdout.setEncoding("latin1").on("data", (text) => {
    answer += text;
    if (answer.length > MAX_ANSWER) child.kill("SIGKILL");
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    const heard = (rest + text).slice(-MAX_ANSWER).split(/\r?\n/);
    rest = heard.pop() ?? "";
    heard.forEach(hear);
  });
  child.stdin.on("error", () => void 0);
  child.stdin.end(statement);
  const status = await new Promise((done, failed) => {
    child.once("error", (error) => failed(notStarted(error)));
    child.once("close", done);
  }).finally(() => clearTimeout(clock));
  hear(rest);
  if (status === 0) return answer.replaceAll("\r\n", "\n");
  const said = last === "" ? "it ended without a word" : visible(last, 200);
  throw refused2(
    `ssh-keygen failed (${said}); check that ${visible(keyFile)} is the file of your security key, and that the key is plugged in`
  );
}
function notStarted(error) {
  return refused2(
    error.code === "ENOENT" ? "ssh-keygen was not found; install OpenSSH 8.2 or later" : `ssh-keygen cannot be started (${error.code ?? error.name}); check that it can be run`
  );
}

// src/cli/approve-sign.ts
async function signAll(records, keyFile, { keys }, how = atTerminal()) {
  const signed = [];
  for (const record2 of records) {
    const [person, ...others] = record2.by;
    if (person === void 0 || others.length > 0) {
      throw new GateFailure("usage", "a signature is the word of one person: name one with --by");
    }
    const lines = [`${record2.decision} by ${person.login} (${person.id}): ${person.reason}`];
    const { sshsig, id: id2, fingerprint } = await signStatement({
      ...{ statement: statementOf(record2), lines, keyFile, keys, id: person.id, ...how }
    });
    signed.push({ record: record2, signatures: [{ id: id2, sshsig }], fingerprint });
  }
  return signed;
}
var atTerminal = () => ({
  show: (line2) => void process.stderr.write(`${line2}
`),
  env: process.env,
  hasTerminal: hasTerminal()
});

// src/cli/approve-who.ts
async function accountsOf({ by, offline }) {
  if (by !== void 0) {
    const all2 = by.split(",").map(readAccount);
    return [...new Map(all2.map((who) => [who.id, who])).values()].sort((a, b) => a.id - b.id);
  }
  const { apiUrl, token } = connectionFromEnv();
  const unknown = new GateFailure(
    "usage",
    `whose decision it is is not known: name the account with --by LOGIN:ID (gh api user --jq '"\\(.login):\\(.id)"' prints it)`
  );
  if (offline || !token) throw unknown;
  const { connect } = await import("./platform-github-api.js");
  const { login, id: id2 } = await (await connect({ apiUrl, token })).viewer().catch(() => ({ login: "", id: null }));
  if (id2 === null || !isLogin.test(login)) throw unknown;
  return [{ id: id2, login }];
}
var isLogin = /^[A-Za-z\d](?:[A-Za-z\d_-]{0,99})$/;
function readAccount(text) {
  const [, login = "", id2 = ""] = /^([^:]*):([1-9]\d{0,15})$/.exec(text) ?? [];
  if (isLogin.test(login) && Number.isSafeInteger(Number(id2))) return { login, id: Number(id2) };
  throw new GateFailure("usage", `--by takes LOGIN:ID, such as ann:583231; not ${JSON.stringify(text)}.`);
}

// src/cli/write-records.ts
import { lstat, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
function fileOf(record2, signatures = []) {
  const file = writeRecord(record2, signatures);
  if (file === void 0) throw new GateFailure("usage", "what is decided holds text that no digest can be taken over");
  return { path: file.path, text: new TextDecoder().decode(file.bytes) };
}
async function writeRecords(root, files) {
  for (const path2 of foldersAbove(LEDGER)) {
    const found = await lstat(join(root, path2)).catch(() => void 0);
    if (found?.isDirectory() === false) throw new GateFailure("usage", "is no folder: records lie below it", { path: path2 });
  }
  await mkdir(join(root, LEDGER), { recursive: true }).catch((cause) => {
    throw unwritten(LEDGER, cause);
  });
  for (const { path: path2, text } of files) {
    await writeFile(join(root, path2), text, { flag: "wx" }).catch((cause) => {
      throw unwritten(path2, cause);
    });
  }
}
function unwritten(path2, cause) {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "unknown reason";
  return new GateFailure("usage", code === "EEXIST" ? "is there already" : `cannot be written (${code})`, { path: path2 });
}

// src/cli/approve.ts
var refuse2 = (message) => new GateFailure("usage", message);
async function run(args) {
  const flags = readFlags(args, "approve");
  const wanted = readWanted(flags);
  const reason = readReason(flags);
  const isDenial = flags.switches?.has("deny") === true;
  if (flags.sign !== void 0 && flags.switches?.has("dry-run") === true) {
    throw refuse2("--dry-run writes nothing, so there is nothing to sign: leave out --sign");
  }
  if (isDenial && flags.expires !== void 0) throw refuse2("a denial does not end: leave out --expires");
  const isRevocation = flags.switches?.has("revoke") === true;
  if (isRevocation) demandRevocation(flags);
  const report = flags.report === void 0 ? void 0 : await readReport(flags.report);
  const repositoryId = await demandRepositoryId(flags, report);
  const who = await accountsOf(flags);
  const root = await rootOf(flags);
  if (isRevocation) {
    const { revocation } = await import("./cli-revoke.js");
    const { record: record2, approvals } = await revocation(wanted, flags, { who, reason, repositoryId });
    return await write(await signedBy([record2], flags, approvals), root, flags, void 0);
  }
  const subject = await openChange(flags);
  try {
    const request = await requestOf({ ...flags, repositoryId }, subject);
    const progress = startProgress(process.stderr, "Asking the registry");
    const run2 = await runGate({ ...request, progress: progress.step });
    progress.end();
    const [error] = run2.comparison.errors;
    if (error !== void 0 || run2.effective === void 0) {
      throw refuse2(error === void 0 ? nothingChanges : `the change could not be judged: ${errorLine(error)}`);
    }
    const isSigned = flags.sign !== void 0;
    const claim = { who, reason, now: run2.now, policy: run2.effective.digest, isSigned };
    const entry = isDenial ? void 0 : chosenFrom(await blockedIn(run2, request, repositoryId), { wanted, run: run2, flags, report });
    const records = entry === void 0 ? denied(wanted, run2, repositoryId, claim) : [approved(entry, run2, flags, claim)];
    const approvals = run2.effective.approvals ?? approvalsOf({});
    return await write(await signedBy(records, flags, approvals), root, flags, entry);
  } finally {
    await Promise.all([subject.base?.close?.(), subject.head.close?.()]);
  }
}
function demandRevocation({ switches, expires, codes: codes2, digest, report }) {
  const beside = switches?.has("deny") === true || [expires, codes2, digest, report].some((one) => one !== void 0);
  if (beside) {
    throw refuse2("--revoke ends a record as it is: leave out --deny, --expires, --codes, --digest and --report");
  }
}
var signedBy = async (records, { sign }, approvals) => sign === void 0 ? records.map((record2) => ({ record: record2, signatures: [] })) : signAll(records, sign, approvals);
var nothingChanges = "nothing that is locked changes here, so nothing waits for a decision";
async function rootOf({ headDir, repo = "." }) {
  if (headDir !== void 0) return headDir;
  const { openRepository } = await import("./repository-git.js");
  const { root, hasWorkTree } = await openRepository(repo);
  if (!hasWorkTree) throw refuse2("a bare repository has no work tree to write a record into: name a clone with --repo");
  return root;
}
function chosenFrom(blocked, { wanted, run: run2, flags, report }) {
  const { name, range: version } = splitSelector(wanted);
  const isMeant = (one) => one.kind === "file" ? one.path === wanted : one.name === name && one.version === version;
  const meant = blocked.filter(isMeant);
  const lost = meant.find((one) => one.kind === "undecidable");
  if (lost !== void 0) throw refuse2(`${quoted(wanted, limits.path)}: ${undecidableWords(lost)}${wayIn(lost, run2)}`);
  const open = meant.filter((one) => one.kind !== "undecidable");
  const found = open.filter(({ digest: digest2 }) => open.length === 1 || digest2 === flags.digest);
  const [entry] = found;
  if (entry === void 0) throw refuse2(open.length > 1 ? several(wanted, open) : notBlocked(wanted, blocked));
  const { digest, codes: codes2 } = entry;
  demandAsRead({ what: quoted(wanted, limits.path), digest, codes: codes2 }, flags);
  if (report !== void 0 && report.decisions?.offers.some((offer) => offer.digest === digest) !== true) {
    throw refuse2(`--report does not offer ${quoted(wanted, limits.path)} as it is found now: read the newest report`);
  }
  return entry;
}
var several = (wanted, open) => `${quoted(wanted, limits.path)} is blocked in ${open.length} ways; choose one with --digest: ${open.map(({ digest, codes: codes2 }) => `${digest} (${codes2.join(", ")})`).join("; ")}`;
function notBlocked(wanted, blocked) {
  const all2 = blocked.map((one) => quoted(one.kind === "file" ? one.path : `${one.name ?? ""}@${one.version ?? ""}`));
  const shown = [...new Set(all2)].slice(0, 10).join(", ");
  const what = shown === "" ? "Nothing blocks this change." : `What blocks this change: ${shown}.`;
  return `nothing about ${quoted(wanted, limits.path)} blocks this change, by this version or path. ${what}`;
}
function wayIn({ findings }, run2) {
  const own = new Set(findings);
  const report = reportOf(run2);
  const about = report.findings.filter(({ fingerprint }) => own.has(fingerprint));
  const entries = proposedExceptions({ ...report, findings: about });
  const lines = entries.join("").replaceAll("\n", " ").replaceAll(/ +/g, " ").trim();
  return lines === "" ? "" : `; an exception in the policy on the default branch would: ${lines}`;
}
function approved(entry, run2, flags, claim) {
  const approvals = run2.effective?.approvals ?? approvalsOf({});
  for (const who of claim.who) {
    const why = whyNoApproval(who, approvals);
    if (why !== void 0) throw refuse2(`${quoted(who.login)} (${who.id}) cannot approve: ${why}`);
  }
  if (claim.who.length < approvals.required) {
    throw refuse2(
      `the policy asks for ${plural(approvals.required, "approver")}: name all of them, --by LOGIN:ID,LOGIN:ID`
    );
  }
  return approvalBy(entry, claim, readExpiry(flags, claim.now, approvals));
}
function denied(wanted, run2, repositoryId, claim) {
  const { name, range: version = "" } = splitSelector(wanted);
  const records = denialsBy({ name, version }, run2.collected.dossiers, repositoryId, claim);
  if (records.length > 0) return records;
  throw refuse2(
    `${quoted(wanted, limits.path)} is no NAME@VERSION that this change brings in with bytes that are known, so there is nothing to deny by its bytes; list it under \`deny\` in the policy`
  );
}
async function write(signed, root, flags, entry) {
  const files = signed.map(({ record: record2, signatures }) => fileOf(record2, signatures));
  const isDry = flags.switches?.has("dry-run") === true;
  if (!isDry) await writeRecords(root, files);
  const [first] = signed;
  const { expiresAt = null, by = [] } = first?.record ?? {};
  const until = expiresAt === null ? "" : `, until ${expiresAt.slice(0, 10)}`;
  const people = by.map(({ login }) => quoted(login)).join(" and ");
  const { decision: decision2 = "approve" } = first?.record ?? {};
  const what = `${people} ${verbs[decision2]} ${quoted(flags.positionals[0], limits.path)}${until}`;
  const lines = [
    ...files.map(({ path: path2 }) => `${isDry ? "Would write" : "Wrote"} ${path2}: ${what}.`),
    ...entry === void 0 ? [] : [`  codes   ${entry.codes.join(", ")}`, `  digest  ${entry.digest}`],
    ...entry === void 0 || entry.unread.length === 0 ? [] : [`  unread  ${entry.unread.join(", ")}`],
    ...isDry ? files.map(({ text }) => text.trimEnd()) : [],
    ...first?.fingerprint === void 0 ? [
      `This is a claim: nothing proves yet that ${people} said so, and it ${effects[decision2]}.`,
      `next: ${nextOf(decision2, people)}`
    ] : [
      `Signed by the security key ${first.fingerprint} of ${people}: one person\u2019s statement, and nothing more.`,
      "next: commit it and propose it. The check verifies the signature, and asks of whoever signed what it asks of every approver."
    ],
    ""
  ];
  process.stdout.write(logText(lines.join("\n")));
  return 0;
}
var verbs = { approve: "approves", "approve-file": "approves", deny: "denies", revoke: "revokes" };
var effects = {
  approve: "lets nothing in",
  "approve-file": "lets nothing in",
  deny: "keeps nothing out",
  revoke: "ends nothing"
};
function nextOf(decision2, people) {
  return decision2 === "deny" || decision2 === "revoke" ? `propose it in a pull request, and let ${people} approve the file there by the line that the check offers.` : `commit it to the pull request that brings in what it is about, and let ${people}, who did not propose that, copy the lines that the check offers there. A comment without a record lets the package in as well, and the record follows from it.`;
}
export {
  run
};
