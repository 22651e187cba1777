import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  lockfileHistory
} from "./chunk-repository-git-history.js";
import "./chunk-repository-git-range.js";
import "./chunk-repository-git-work-tree.js";
import {
  commitSnapshot
} from "./chunk-repository-git.js";
import "./chunk-repository-directory.js";
import "./chunk-repository-git-process.js";
import {
  lockedSha512
} from "./chunk-decisions-preimage.js";
import "./chunk-policy-profiles.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-managers-bin.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  purlOf
} from "./chunk-model-identity.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-repository-refusals.js";
import "./chunk-repository-path-bytes.js";
import "./chunk-repository-listing.js";
import "./chunk-repository-object-id.js";
import "./chunk-text-paths.js";
import "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-errors.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/run/entered-versions.ts
var MAX_COMMITS = 2e3;
async function enteredVersions(asked) {
  const { repository, tip, opened, since } = asked;
  const history = await lockfileHistory(repository, tip, { most: MAX_COMMITS, isGated: opened.policy.isGated });
  const wanted = history.commits.filter(
    ({ committedAt }) => since === void 0 || Date.parse(committedAt) >= Date.parse(since)
  );
  const entered = [];
  const unread = [];
  for (const commit of wanted) {
    const { changes, errors } = await opened.compare(
      commitSnapshot(repository, commit.id),
      commitSnapshot(repository, commit.parent)
    );
    if (errors.length > 0) unread.push(commit.id.slice(0, 12));
    const coming = changes.filter(({ kind, source }) => kind !== "removed" && source.kind !== "workspace");
    for (const same of groupBy(coming, keyOf).values()) entered.push(enteredOf(same, commit, asked));
  }
  const isAll = wanted.length === history.commits.length;
  const isCut = isAll && (history.isCut || history.commits.length >= MAX_COMMITS);
  return {
    entered,
    notes: [
      ...isAll ? [isCut ? "Older history is not here: fetch more of it." : firstCommitWords] : [],
      ...unread.length === 0 ? [] : [`Lockfiles could not be read in ${unread.join(", ")}: what they brought is missing.`],
      ...asked.admissions === void 0 ? ["Whether a check let in what nobody decided about is not known here: name its admissions (`--admissions`)."] : []
    ]
  };
}
var firstCommitWords = "What the first commit of the branch has in its lockfiles entered with nothing before it, and is not listed.";
var keyOf = (change) => JSON.stringify([change.name, change.version, lockedSha512(change) ?? change.source]);
function enteredOf(same, { id: commit, committedAt }, { entries, repositoryId, admissions }) {
  const [{ name, version, ...first }] = same;
  const sha512 = lockedSha512(first) ?? null;
  const purl = purlOf(name, version);
  const at = Date.parse(committedAt);
  const isThen = ({ record }) => Date.parse(record.issuedAt) <= at && (record.expiresAt === null || at <= Date.parse(record.expiresAt));
  const about = (decision) => entries.filter(
    ({ record }) => record.decision === decision && record.about.purl === purl && record.about.sha512 === sha512 && (repositoryId === void 0 || record.about.repositoryId === repositoryId)
  );
  const revoked = new Set(
    entries.flatMap(
      ({ record }) => record.decision === "revoke" && Date.parse(record.issuedAt) <= at ? [record.about.record] : []
    )
  );
  const approving = about("approve").filter((entry) => isThen(entry) && !revoked.has(entry.sha256));
  const isAdmitted = admissions?.some(
    (one) => one.commit === commit && one.subjects.some((each) => each.name === purl && each.sha512 === sha512)
  );
  const without = admissions === void 0 ? "not-known" : "none";
  return {
    ...{ commit, committedAt, name, version, lockfiles: same.map(({ lockfile }) => lockfile), sha512 },
    by: approving.length > 0 ? "decision" : isAdmitted === true ? "admission" : without,
    records: approving.map(({ path }) => path),
    people: [...new Set(approving.flatMap(({ record }) => record.by.map(({ login }) => login)))],
    denied: about("deny").filter((entry) => isThen(entry) && !revoked.has(entry.sha256)).map(({ path }) => path)
  };
}
export {
  enteredVersions
};
