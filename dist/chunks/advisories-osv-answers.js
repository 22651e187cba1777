import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  advisoriesSubject,
  recordedAdvisories
} from "./chunk-registry-answer.js";
import {
  isRecord
} from "./chunk-registry-release.js";
import "./chunk-managers-bin.js";
import {
  unavailable
} from "./chunk-model-evidence-values.js";
import {
  require_semver
} from "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/advisories/cvss.ts
var weights = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  PR: { N: 0.85, L: 0.62, H: 0.27 },
  UI: { N: 0.85, R: 0.62 },
  S: { U: 0, C: 1 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 }
};
var changedPrivileges = { N: 0.85, L: 0.68, H: 0.5 };
function severityOfVector(vector) {
  const score = baseScore(vector);
  if (score === void 0) return void 0;
  if (score >= 9) return "critical";
  if (score >= 7) return "high";
  return score >= 4 ? "moderate" : "low";
}
function baseScore(vector) {
  const [head = "", ...parts] = vector.length > 200 ? [] : vector.split("/");
  if (!/^CVSS:3\.[01]$/.test(head)) return void 0;
  const values = new Map(parts.map((part) => part.split(":", 2)));
  if (values.size !== parts.length) return void 0;
  const found = {};
  for (const metric of Object.keys(weights)) {
    const table = weights[metric];
    const value = values.get(metric) ?? "";
    if (!Object.hasOwn(table, value)) return void 0;
    found[metric] = table[value];
  }
  const changed = found.S === 1;
  if (changed) found.PR = changedPrivileges[values.get("PR") ?? ""];
  const lost = 1 - (1 - found.C) * (1 - found.I) * (1 - found.A);
  const impact = changed ? 7.52 * (lost - 0.029) - 3.25 * (lost - 0.02) ** 15 : 6.42 * lost;
  if (impact <= 0) return 0;
  const exploitability = 8.22 * found.AV * found.AC * found.PR * found.UI;
  return roundUp(Math.min((changed ? 1.08 : 1) * (impact + exploitability), 10));
}
function roundUp(score) {
  const whole = Math.round(score * 1e5);
  return whole % 1e4 === 0 ? whole / 1e5 : (Math.floor(whole / 1e4) + 1) / 10;
}

// src/advisories/osv-ranges.ts
var import_semver = __toESM(require_semver(), 1);
var kinds = ["fixed", "introduced", "last_affected"];
var maxEvents = 1e3;
function readOsvRange(range) {
  if (!isRecord(range) || range.type !== "SEMVER" || !Array.isArray(range.events)) return void 0;
  if (range.events.length > maxEvents) return void 0;
  const events = range.events.map(readEvent);
  if (!isComplete(events)) return void 0;
  const ascending = [...events].sort((a, b) => a.at.compare(b.at) || kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  const sets = [];
  let from;
  for (const { kind, at } of ascending) {
    if (kind === "introduced") from ??= at.version;
    else if (from !== void 0) {
      sets.push(`>=${from} ${kind === "fixed" ? "<" : "<="}${at.version}`);
      from = void 0;
    }
  }
  if (from !== void 0) sets.push(`>=${from}`);
  return sets.length === 0 ? void 0 : sets.join(" || ");
}
function readEvent(event) {
  if (!isRecord(event)) return void 0;
  const [[kind, version] = ["", ""], ...others] = Object.entries(event);
  const known = kinds.find((one) => one === kind);
  if (known === void 0 || others.length > 0 || typeof version !== "string") return void 0;
  const at = import_semver.default.parse(known === "introduced" && version === "0" ? "0.0.0-0" : version);
  return at === null ? void 0 : { kind: known, at };
}
function isComplete(events) {
  return events.every((event) => event !== void 0);
}

// src/advisories/osv-record.ts
var isOsvId = (id) => typeof id === "string" && /^[A-Za-z][A-Za-z0-9]{0,15}-[A-Za-z0-9:_-]{1,64}$/.test(id);
var maxAliases = 100;
var maxAffected = 1e3;
var maxVersions = 5e4;
var maxRange = 1e4;
function readOsvRecord(document, { id, name, versions }) {
  if (!isRecord(document) || document.id !== id) return void 0;
  const { withdrawn, aliases = [], affected } = document;
  if (withdrawn !== void 0 && withdrawn !== null) {
    return typeof withdrawn === "string" && !Number.isNaN(Date.parse(withdrawn)) ? "withdrawn" : void 0;
  }
  if (!Array.isArray(aliases) || aliases.length > maxAliases || !Array.isArray(affected)) return void 0;
  if (affected.length > maxAffected) return void 0;
  const known = aliases.filter(isOsvId);
  const own = affected.filter(isRecord).filter((entry) => isAbout(entry, name));
  const malware = [id, ...known].some((one) => one.startsWith("MAL-")) || weaknessesOf(document).includes("CWE-506");
  return {
    ...{ id, severity: malware ? "critical" : severityOf(document, own), malware },
    ...known.length === 0 ? {} : { aliases: [...new Set(known)].sort() },
    ...reachOf(own, versions)
  };
}
function isAbout({ package: about }, name) {
  if (!isRecord(about) || about.name !== name || typeof about.ecosystem !== "string") return false;
  return about.ecosystem.split(":")[0] === "npm";
}
function reachOf(affected, versions) {
  const parts = affected.flatMap((entry) => {
    const { versions: listed = [], ranges = [] } = entry;
    const readable = Array.isArray(listed) && listed.length <= maxVersions && Array.isArray(ranges);
    if (!readable || listed.length + ranges.length === 0) return [void 0];
    return [...versions.filter((version) => listed.includes(version)), ...ranges.map(readOsvRange)];
  });
  const range = parts.join(" || ");
  if (affected.length === 0 || parts.includes(void 0) || range.length > maxRange) {
    return { range: "*", unread: true };
  }
  return { range: range === "" ? nothing : range };
}
var nothing = "<0.0.0-0";
var words = {
  LOW: "low",
  MODERATE: "moderate",
  MEDIUM: "moderate",
  HIGH: "high",
  CRITICAL: "critical"
};
var order = ["low", "moderate", "high", "critical"];
function severityOf(document, affected) {
  const { database_specific: own } = document;
  const word = isRecord(own) && typeof own.severity === "string" ? own.severity.toUpperCase() : "";
  if (Object.hasOwn(words, word)) return words[word];
  const listed = [document, ...affected].flatMap(
    ({ severity }) => Array.isArray(severity) ? severity : []
  );
  const found = listed.slice(0, maxAffected).flatMap((entry) => {
    const score = isRecord(entry) && typeof entry.score === "string" ? severityOfVector(entry.score) : void 0;
    return score === void 0 ? [] : [score];
  });
  return found.sort((a, b) => order.indexOf(b) - order.indexOf(a))[0] ?? "critical";
}
function weaknessesOf({ database_specific: own }) {
  return isRecord(own) && Array.isArray(own.cwe_ids) ? own.cwe_ids : [];
}

// src/advisories/osv-answers.ts
var batchSize = 1e3;
var maxPages = 10;
var maxRecords = 5e3;
async function answerOsv(registry, versions, { known, ask }) {
  const answers = /* @__PURE__ */ new Map();
  const open = [];
  for (const [name, own] of versions) {
    const recorded = recordedAdvisories(known(advisoriesSubject(registry, name, "osv")), own);
    if (recorded !== void 0) answers.set(name, recorded);
    else open.push(...own.map((version) => ({ name, version })));
  }
  const { ids, failed } = await findIds(open, ask);
  const documents = await readRecords(new Set([...ids.values()].flatMap((own) => [...own])), ask);
  for (const name of new Set(open.map((query) => query.name))) {
    answers.set(name, failed.get(name) ?? answerFrom(name, versions.get(name) ?? [], ids.get(name) ?? [], documents));
  }
  return answers;
}
async function findIds(queries, ask) {
  const ids = /* @__PURE__ */ new Map();
  const failed = /* @__PURE__ */ new Map();
  let round = queries;
  for (let page = 0; round.length > 0; page += 1) {
    const next = [];
    const asked = page < maxPages ? batchesOf(round) : [];
    await Promise.all(
      asked.map(async (batch) => {
        const results = readResults(await ask("v1/querybatch", bodyOf(batch)), batch.length);
        for (const [at, query] of batch.entries()) {
          const result = results[at] ?? malformed("an answer to a query");
          if ("state" in result) {
            failed.set(query.name, result);
            continue;
          }
          ids.set(query.name, /* @__PURE__ */ new Set([...ids.get(query.name) ?? [], ...result.ids]));
          if (result.page !== void 0) next.push({ ...query, page: result.page });
        }
      })
    );
    if (page >= maxPages) {
      for (const { name } of round) failed.set(name, unavailable("too-large", `OSV: more than ${maxPages} pages`));
    }
    round = next;
  }
  return { ids, failed };
}
function batchesOf(queries) {
  const batches = [];
  for (let start = 0; start < queries.length; start += batchSize) batches.push(queries.slice(start, start + batchSize));
  return batches;
}
var bodyOf = (batch) => JSON.stringify({
  queries: batch.map(({ name, version, page }) => ({
    ...{ package: { ecosystem: "npm", name }, version },
    ...page === void 0 ? {} : { page_token: page }
  }))
});
function readResults(reply, count) {
  const none = (why) => Array.from({ length: count }, () => why);
  if (reply.state !== "document") return none(asUnanswered(reply));
  const { document } = reply;
  if (!isRecord(document) || !Array.isArray(document.results) || document.results.length !== count) {
    return none(malformed("the answer to a batch of queries"));
  }
  return document.results.map(readResult);
}
function readResult(result) {
  if (!isRecord(result)) return malformed("an answer to a query");
  const { vulns = [], next_page_token: page = "" } = result;
  if (!Array.isArray(vulns) || typeof page !== "string") return malformed("an answer to a query");
  const ids = vulns.map((one) => isRecord(one) ? one.id : void 0);
  if (!ids.every(isOsvId)) return malformed("the id of a record");
  return { ids, ...page === "" ? {} : { page } };
}
async function readRecords(ids, ask) {
  const documents = await Promise.all(
    [...ids].sort().map(async (id, at) => {
      const reply = at < maxRecords ? await ask(`v1/vulns/${encodeURIComponent(id)}`) : tooMany;
      return [id, reply];
    })
  );
  return new Map(documents);
}
var tooMany = unavailable("budget", `OSV: more than ${maxRecords} records`);
function answerFrom(name, versions, ids, documents) {
  const advisories = [];
  for (const id of [...ids].sort()) {
    const reply = documents.get(id) ?? tooMany;
    if (reply.state !== "document") return asUnanswered(reply);
    const record = readOsvRecord(reply.document, { id, name, versions });
    if (record === void 0) return malformed("a record");
    if (record !== "withdrawn") advisories.push(record);
  }
  return { state: "listed", advisories };
}
function asUnanswered(reply) {
  switch (reply.state) {
    case "unavailable":
      return unavailable(reply.reason, `OSV: ${reply.detail}`);
    case "refused":
      return unavailable("unauthorized", `OSV: HTTP ${reply.status}`);
    case "absent":
      return unavailable("server-error", "OSV: HTTP 404");
  }
}
var malformed = (what) => unavailable("malformed", `OSV: ${what} cannot be read`);
export {
  answerOsv
};
