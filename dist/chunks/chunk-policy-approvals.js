import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  keyLine,
  readKeyLine
} from "./chunk-text-security-key.js";
import {
  milliseconds
} from "./chunk-model-options.js";
import {
  compareText
} from "./chunk-text-order.js";

// src/policy/approvals.ts
function approvalsOf({
  approvers = {},
  never = [],
  required = 1,
  maximumAge = "180d",
  ...own
}) {
  const { users = [], teams = [], minimumPermission = "write" } = approvers;
  const { keys = [], ownChanges = "never" } = own;
  return {
    ...{ users, teams, minimumPermission, never, required, maximumAge: milliseconds(maximumAge) },
    ...{ accept: ["comment", "ledger"], keys: keys.flatMap(withoutComment), ownChanges }
  };
}
function withoutComment({ id, key }) {
  const read = readKeyLine(key);
  return typeof read === "string" ? [] : [{ id, key: keyLine(read) }];
}
function approvalsMeaning({ users, teams, minimumPermission, never, required, ...more }) {
  const { maximumAge, keys, ownChanges } = more;
  const ids = (all) => all.map(({ id }) => id).sort((a, b) => a - b);
  const held = keys.map(({ id, key }) => ({ id, key })).sort((a, b) => a.id - b.id || compareText(a.key, b.key));
  return {
    ...{ ...{ users: ids(users), teams: ids(teams), never: ids(never) }, minimumPermission, required, maximumAge },
    ...held.length === 0 ? {} : { keys: held },
    ...ownChanges === "never" ? {} : { ownChanges }
  };
}

export {
  approvalsOf,
  approvalsMeaning
};
