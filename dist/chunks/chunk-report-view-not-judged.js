import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/report/view/not-judged.ts
var notJudgedKinds = [
  "malware",
  "advisories",
  "signatures",
  "provenance",
  "publishers",
  "publishTimes"
];
var words = {
  ...{ malware: "malware", advisories: "advisories", signatures: "signatures", provenance: "provenance" },
  ...{ publishers: "publishers", publishTimes: "publish times" }
};
function missingOf({ evidence, unprovided = [], change }) {
  const { existence, malware, advisories, registrySignature, provenance, publisher, trust, history } = evidence;
  const isListed = existence.state === "present" && existence.value.answer === "listed";
  if (change.kind === "removed" || !isListed) return [];
  const lacks = (piece) => piece.state === "present" && piece.value?.state === "not-applicable";
  const namesNobody = history.state === "present" && history.value.releases.every((release) => release.publisher === void 0);
  const isUnnamed = lacks(provenance) && trust.state === "unavailable" || publisher.state === "absent" && namesNobody;
  const missing = {
    ...{ malware: lacks(malware), advisories: lacks(advisories), signatures: lacks(registrySignature) },
    // Who signs, and attests to nothing here, was judged: that is missing provenance.
    provenance: lacks(provenance) && (lacks(registrySignature) || unprovided.includes("attestations")),
    ...{ publishers: isUnnamed || unprovided.includes("publishers") },
    publishTimes: unprovided.includes("publishTimes")
  };
  return notJudgedKinds.filter((kind) => missing[kind]);
}
function notJudged(dossiers) {
  const packages = /* @__PURE__ */ new Map();
  for (const dossier of dossiers) {
    const { name, version } = dossier.change;
    for (const kind of missingOf(dossier)) {
      packages.set(kind, (packages.get(kind) ?? /* @__PURE__ */ new Set()).add(JSON.stringify([name, version])));
    }
  }
  return Object.fromEntries(
    notJudgedKinds.flatMap((kind) => {
      const found = packages.get(kind);
      return found === void 0 ? [] : [[kind, found.size]];
    })
  );
}
function notJudgedGroups({
  registries
}) {
  const groups = /* @__PURE__ */ new Map();
  for (const kind of notJudgedKinds) {
    const sum = registries.reduce((total, { notJudged: missing = {} }) => total + (missing[kind] ?? 0), 0);
    if (sum > 0) groups.set(sum, [...groups.get(sum) ?? [], words[kind]]);
  }
  return [...groups].map(([packages, what]) => ({ what, packages }));
}

export {
  notJudgedKinds,
  notJudged,
  notJudgedGroups
};
