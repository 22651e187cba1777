import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  contextUnder,
  runRules
} from "./chunk-judge-engine.js";
import {
  applyExceptions,
  applyPublishers,
  hygieneRule,
  listedIn
} from "./chunk-policy-publishers.js";
import {
  occurrencesOf,
  settingsOf
} from "./chunk-policy-profiles.js";
import {
  isAbout,
  isInForce,
  rules
} from "./chunk-rules.js";
import {
  mergeMessages,
  messageOf
} from "./chunk-judge-finding.js";
import {
  fingerprintOf
} from "./chunk-judge-fingerprint.js";
import {
  verdictOf
} from "./chunk-run-verdict-of.js";
import {
  groupBy
} from "./chunk-text-group-by.js";
import {
  identityOfChange
} from "./chunk-model-identity.js";
import {
  compareText
} from "./chunk-text-order.js";
import {
  sharedRemediation,
  sharedWords
} from "./chunk-judge-unavailable.js";
import {
  severityOf
} from "./chunk-model-effect.js";
import {
  limits,
  quoted,
  visible
} from "./chunk-text-visible.js";

// src/policy/publisher-hygiene.ts
function publisherHygiene({ policy, dossiers, now, complete, rules: rules2 }) {
  const rule = rules2.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (rule === void 0 || setting === void 0) return [];
  return listedIn(policy, "publishers").flatMap((listed2) => {
    const { entry, id, origin } = listed2;
    const line = ownLine(policy, origin);
    if (line === void 0) return [];
    const ended = Date.parse(now) > Date.parse(entry.start) && !isInForce(entry, now);
    const unused = complete && !ended && !dossiers.some(({ change }) => isAbout(entry, change));
    const code = ended ? "publisher-ended" : unused ? "publisher-unused" : void 0;
    if (code === void 0) return [];
    const subject = { name: null, version: null, lockfile: policy.source, line };
    const violation = { code, args: { ...argsOf(listed2), id }, stable: argsOf(listed2) };
    return findings(rule, setting, violation, subject);
  });
}
function findings(rule, setting, violation, subject) {
  const message = messageOf(rule, setting, violation, subject);
  return message === void 0 ? [] : [mergeMessages(rule.id, subject, [message])];
}
var argsOf = ({ entry }) => ({ packages: entry.packages.join(", "), end: entry.end });
function ownLine({ source }, origin) {
  const line = origin.startsWith(`${source}:`) ? Number(origin.slice(source.length + 1)) : Number.NaN;
  return Number.isSafeInteger(line) ? line : void 0;
}

// src/policy/refused-hygiene.ts
function refusedHygiene(policy, rules2, said) {
  const lines = new Set(said.flatMap(({ rule: rule2, line: line2 }) => rule2 === hygieneRule ? [line2] : []));
  const [first, ...others] = (policy.refused ?? []).filter(({ line: line2 }) => !lines.has(line2));
  const rule = rules2.find(({ id }) => id === hygieneRule);
  const setting = policy.settings.get(hygieneRule);
  if (first === void 0 || rule === void 0 || setting === void 0) return [];
  const subject = { name: null, version: null, lockfile: policy.source, line: first.line };
  const { entry, line, column } = first;
  const args = { entry, line, column, others: others.length };
  const violation = { code: "no-effect", args };
  const message = messageOf(rule, setting, violation, subject);
  return message === void 0 ? [] : [mergeMessages(rule.id, subject, [message])];
}

// src/judge/package-words.ts
var named = 5;
var packagesOf = (findings2) => [
  ...new Set(findings2.map(({ name, version }) => `${name ?? ""}@${version ?? ""}`))
];
function packagesWords(packages) {
  const shown = packages.slice(0, named).map((each) => quoted(each, limits.name));
  const others = packages.length - shown.length;
  if (packages.length === 1) return shown.join("");
  return `${packages.length} package versions (${shown.join(", ")}${others > 0 ? ` and ${others} more` : ""})`;
}

// src/judge/fold-alike.ts
var kinds = [
  // Of a mirror that repacks tarballs every package is the same finding.
  {
    ...{ rule: "signature", code: "repacked" },
    placeOf: (_, dossier) => ({ registry: dossier?.registry ?? "" }),
    text: ({ registry = "" }, packages) => `${quoted(registry)} serves other bytes than were signed, for ${packages}: it repacks tarballs, or they were replaced.`
  },
  // A registry that serves no tarballs, or not to us, serves none.
  {
    ...{ rule: "install-scripts", code: "unlisted" },
    placeOf: ({ lockfile }, dossier) => ({ registry: dossier?.registry ?? "", why: whyUnlisted(dossier), lockfile }),
    text: ({ registry = "", why = "" }, packages) => `It is unknown what the tarballs of ${packages} run on install, because ${quoted(registry)} did not let them be read: ${visible(why)}.`
  },
  // npm loses the digests of all entries at once.
  {
    ...{ rule: "integrity", code: "dropped" },
    placeOf: ({ lockfile }) => ({ lockfile }),
    text: ({ lockfile = "" }, packages) => `${quoted(lockfile)} lost the digests that the base branch pins, for ${packages}: any bytes that their addresses serve are installed.`
  }
];
function whyUnlisted(dossier) {
  const { tarball } = dossier?.evidence ?? {};
  return tarball?.state === "present" && "detail" in tarball.value ? tarball.value.detail : "";
}
function foldAlike(findings2, dossiers) {
  const byKey = new Map(dossiers.map((dossier) => [keyOf(dossier.change), dossier]));
  return kinds.reduce((left, kind) => {
    const alike = left.filter((finding) => isOf(kind, finding));
    const place = (finding) => kind.placeOf(finding, byKey.get(keyOf(finding)));
    const folded = [...groupBy(alike, (finding) => JSON.stringify([finding.level, place(finding)])).values()].filter(
      ({ length }) => length > 1
    );
    const gone = new Set(folded.flat());
    return [...left.filter((finding) => !gone.has(finding)), ...folded.map((own) => fold(kind, own, place))];
  }, findings2);
}
var keyOf = ({ lockfile, name, version }) => JSON.stringify([lockfile, name, version]);
var isOf = (kind, { rule, codes, status, name }) => rule === kind.rule && codes.length === 1 && codes[0] === kind.code && status === "reported" && name !== null;
function fold({ rule, code, text }, findings2, placeOf) {
  const sorted = [...findings2].sort((a, b) => compareText(a.lockfile, b.lockfile) || compareText(keyOf(a), keyOf(b)));
  const [first] = sorted;
  if (first === void 0) throw new TypeError("no finding to fold");
  const packages = packagesOf(sorted);
  const place = placeOf(first);
  return {
    ...first,
    ...{ name: null, version: null },
    message: text(place, packagesWords(packages)),
    places: sorted.reduce((sum, { places }) => sum + places, 0),
    packages: packages.length,
    fingerprint: fingerprintOf({ rule, code, ...place, packages: [...packages].sort() })
  };
}

// src/judge/fold-unoffered.ts
var proofs = {
  signatures: ["registrySignature", "provenance"],
  attestations: ["provenance", "predecessorProvenance", "earlierBuilds"],
  publishers: ["publisher"],
  publishTimes: ["publishedAt", "firstPublishedAt"],
  advisories: ["malware", "advisories"]
};
function foldUnoffered(findings2, dossiers) {
  const byPackage = new Map(dossiers.map((dossier) => [keyOf2(dossier.change), dossier]));
  const unjudged = findings2.flatMap((finding) => {
    const cause = causeOf(finding, byPackage.get(keyOf2(finding)));
    return cause === void 0 ? [] : [{ finding, cause }];
  });
  const shared = [...groupBy(unjudged, ({ cause }) => JSON.stringify([cause.registry, cause.key])).values()].filter(
    (own) => isShared(own, dossiers)
  );
  const folded = [...groupBy(shared.flat(), ({ cause }) => JSON.stringify([cause.registry, familyOf(cause)])).values()];
  const gone = new Set(folded.flatMap((own) => own.map(({ finding }) => finding)));
  return [...findings2.filter((finding) => !gone.has(finding)), ...folded.map(fold2)];
}
var keyOf2 = ({ lockfile, name, version }) => JSON.stringify([lockfile, name, version]);
var familyOf = ({ key, unoffered }) => unoffered === "signatures" || unoffered === "publishers" ? "origin" : key;
function causeOf({ outcome, status, name, cause }, dossier) {
  if (outcome !== "indeterminate" || status !== "reported" || name === null || cause === void 0) return void 0;
  const evidence = dossier?.evidence[cause.evidence];
  if (dossier?.registry === void 0 || evidence?.state !== "unavailable") return void 0;
  const { registry } = dossier;
  const { unoffered, reason, asked = "document", detail } = evidence;
  if (reason !== cause.reason) return void 0;
  if (unoffered !== void 0) {
    const absenceCounts = unoffered !== "attestations";
    return { registry, key: unoffered, unoffered, evidence, proof: proofs[unoffered] ?? [], absenceCounts, least: 2 };
  }
  const key = JSON.stringify([asked, reason, detail]);
  if (asked === "keys" && reason !== "not-provided") {
    return { registry, key, evidence, proof: ["registrySignature", "provenance"], absenceCounts: true, least: 2 };
  }
  if ((asked === "advisories" || asked === "osv") && reason !== "not-provided") {
    return { registry, key, evidence, proof: ["malware", "advisories"], absenceCounts: true, least: 2 };
  }
  if (asked === "document" && reason === "unauthorized") {
    const least = evidence.unset === void 0 ? 2 : 1;
    return { registry, key, evidence, proof: ["existence"], absenceCounts: false, least };
  }
  return void 0;
}
function isShared(own, dossiers) {
  const [{ cause }] = own;
  const packages = new Set(own.map(({ finding: { name, version } }) => JSON.stringify([name, version])));
  return packages.size >= cause.least && !dossiers.some((dossier) => isAnswered(dossier, cause));
}
function isAnswered(dossier, { registry, unoffered, proof, absenceCounts }) {
  const { change, evidence, unprovided = [] } = dossier;
  if (change.kind === "removed" || dossier.registry !== registry) return false;
  if (unoffered !== void 0 && unprovided.includes(unoffered)) return false;
  return proof.some((kind) => {
    const piece = evidence[kind];
    if (piece.state === "absent") return absenceCounts;
    if (piece.state !== "present") return false;
    const { value } = piece;
    return !(typeof value === "object" && value !== null && "state" in value && value.state === "not-applicable");
  });
}
function fold2(own) {
  const sorted = own.map(({ finding }) => finding).sort(
    (a, b) => severityOf(b) - severityOf(a) || compareText(a.rule, b.rule) || compareText(keyOf2(a), keyOf2(b)) || a.line - b.line
  );
  const [worst] = sorted;
  const [{ cause }] = own;
  const [first] = [...sorted].sort((a, b) => compareText(a.lockfile, b.lockfile) || a.line - b.line);
  const packages = [...packagesOf(sorted)].sort(compareText);
  const isOne = packages.length === 1;
  const rules2 = [...new Set(sorted.map(({ rule }) => rule))].sort(compareText);
  const lacking = [...new Set(own.flatMap(({ cause: { unoffered } }) => unoffered ?? []))].sort(compareText);
  const places = [...groupBy(sorted, keyOf2).values()].map((same) => Math.max(...same.map((one) => one.places)));
  return {
    ...worst,
    codes: [...new Set(sorted.flatMap(({ codes }) => codes))].sort(compareText),
    ...isOne ? {} : { name: null, version: null },
    message: `${sharedWords(cause.registry, lacking, cause.evidence)}, so ${listed(rules2.map((rule) => `\`${rule}\``))} could not judge ${packagesWords(packages)}.`,
    remediation: sharedRemediation(lacking, cause.evidence),
    lockfile: first.lockfile,
    line: first.line,
    places: places.reduce((sum, one) => sum + one, 0),
    packages: packages.length,
    rules: rules2,
    fingerprint: fingerprintOf({
      about: "registry",
      registry: cause.registry,
      cause: lacking.length > 0 ? lacking : cause.key,
      package: isOne ? packages : null,
      // A further look at the same head leaves out what is reported already: that has to be as bad.
      ...{ rules: rules2, level: worst.level, floor: worst.floor }
    })
  };
}
function listed(words) {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

// src/run/verdict.ts
function judge(given) {
  return concluded(given, judgedEach(given));
}
function concluded({ comparison, dossiers, policy, isPart = false }, each) {
  const folded = isPart ? each : foldUnoffered(foldAlike(each, dossiers), dossiers);
  const findings2 = [...folded].sort(worstFirst);
  return { verdict: verdictOf(comparison, findings2, policy.mode), findings: findings2 };
}
function judgedEach({
  comparison,
  dossiers,
  policy,
  now,
  isPart = false,
  rules: rules2 = rules
}) {
  assertAllCollected(comparison.changes, dossiers);
  const found = runRules({
    rules: rules2,
    settings: policy.settings,
    ...policy.apply.length === 0 ? {} : {
      profiles: {
        ofChange: (change) => settingsOf(policy, occurrencesOf(change)),
        ofPath: (lockfile) => settingsOf(policy, [{ lockfile }])
      }
    },
    dossiers,
    observations: comparison.observations,
    context: contextUnder(policy, { now, mode: comparison.mode }),
    unavailable: policy.unavailable
  });
  const complete = !isPart && isComplete(comparison);
  const waived = applyPublishers({ findings: found, dossiers, policy, now });
  const locked = comparison.changes.filter(({ kind }) => kind !== "removed");
  const excepted = applyExceptions({ findings: waived, policy, now, complete, locked, rules: rules2 });
  const hygiene = publisherHygiene({ policy, dossiers, now, complete, rules: rules2 });
  const refused = refusedHygiene(policy, rules2, [...excepted, ...hygiene]);
  return [...excepted, ...hygiene, ...refused];
}
function isComplete({ mode, lockfiles, errors }) {
  const current = lockfiles.filter(({ status }) => status !== "removed");
  return errors.length === 0 && (mode === "audit" || current.length > 0 && current.every(({ status }) => status === "added"));
}
function assertAllCollected(changes, dossiers) {
  const collected = new Set(dossiers.map(({ change }) => identityOfChange(change)));
  const left = changes.find((change) => change.kind !== "removed" && !collected.has(identityOfChange(change)));
  if (left !== void 0) throw new TypeError(`no evidence was collected about ${left.name}@${left.version}`);
}
var rank = ({ status, floor, level }) => (status === "reported" ? 0 : 4) + (floor ? 0 : level === "error" ? 1 : level === "warn" ? 2 : 3);
function worstFirst(a, b) {
  return rank(a) - rank(b) || compareText(a.lockfile, b.lockfile) || compareText(a.name ?? "", b.name ?? "") || compareText(a.version ?? "", b.version ?? "") || compareText(a.rule, b.rule) || compareText(a.fingerprint, b.fingerprint);
}

export {
  judge,
  concluded,
  judgedEach
};
