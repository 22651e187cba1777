import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  everySha512
} from "./chunk-decisions-preimage.js";
import {
  LEDGER
} from "./chunk-text-record-name.js";
import {
  purlOf
} from "./chunk-model-identity.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/decisions/ledger/claim.ts
function approvalBy(entry, claim, expiresAt) {
  const decided = entry.kind === "package" ? { decision: "approve", about: entry.preimage } : { decision: "approve-file", about: entry.preimage };
  return { ...decided, ...saidBy(claim, entry.kind === "package" ? entry.codes : [], expiresAt) };
}
function denialsBy({ name, version }, dossiers, repositoryId, claim) {
  const own = dossiers.filter(
    ({ change }) => change.kind !== "removed" && change.name === name && change.version === version
  );
  const bytes = [...new Set(own.flatMap(everySha512))].sort();
  const purl = purlOf(name, version);
  return bytes.map((sha512) => ({
    ...{ decision: "deny", about: { repositoryId, purl, sha512 } },
    ...saidBy(claim, [], null)
  }));
}
function revocationBy({ path, sha256, record }, claim) {
  const { repositoryId } = record.about;
  return {
    ...{ decision: "revoke", about: { repositoryId, record: sha256, file: path.slice(LEDGER.length) } },
    ...saidBy(claim, [], null)
  };
}
function saidBy({ who, reason, now, policy, isSigned }, codes, expiresAt) {
  const by = who.map(({ id, login }) => {
    const authenticated = isSigned ? "security-key" : "claim";
    return { id, login, authenticated, comment: null, codes, reason, at: now };
  });
  return { by, pull: null, policy, issuedAt: now, expiresAt };
}
function whyNoApproval({ id, login }, { users, teams, never }) {
  const listed = users.find((one) => one.id === id);
  if (listed !== void 0 && listed.login.toLowerCase() !== login.toLowerCase()) {
    return `the policy has ${quoted(listed.login)} for this id`;
  }
  if (never.some((one) => one.id === id)) return "`approvals.never` of the policy lists the account";
  if (users.length + teams.length === 0) return "the policy names nobody under `approvals.approvers`";
  if (teams.length > 0 || users.some((one) => one.id === id)) return void 0;
  return "`approvals.approvers` of the policy does not list the account";
}

export {
  approvalBy,
  denialsBy,
  revocationBy,
  whyNoApproval
};
