import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/model/sri.ts
var algorithms = ["sha512", "sha384", "sha256", "sha1", "md5"];
var digestForm = {
  sha512: /^[A-Za-z0-9+/]{85}[AQgw]==$/,
  sha384: /^[A-Za-z0-9+/]{64}$/,
  sha256: /^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/,
  sha1: /^[A-Za-z0-9+/]{26}[AEIMQUYcgkosw048]=$/,
  md5: /^[A-Za-z0-9+/]{21}[AQgw]==$/
};
var isAlgorithm = (word) => algorithms.includes(word);
function assemble(parts, malformed) {
  const digests = /* @__PURE__ */ new Map();
  for (const [algorithm, digest] of parts) {
    digests.set(algorithm, (digests.get(algorithm) ?? /* @__PURE__ */ new Set()).add(digest));
  }
  return { digests, algorithms: algorithms.filter((algorithm) => digests.has(algorithm)), malformed };
}
function parseIntegrity(text) {
  const parts = [];
  let malformed = false;
  for (const token of text.split(/[\t\n\f\r ]+/).filter((part) => part !== "")) {
    const [expression = ""] = token.split("?", 1);
    const dash = expression.indexOf("-");
    const algorithm = expression.slice(0, Math.max(dash, 0));
    const digest = expression.slice(dash + 1);
    if (isAlgorithm(algorithm) && digestForm[algorithm].test(digest)) parts.push([algorithm, digest]);
    else malformed = true;
  }
  return assemble(parts, malformed || parts.length === 0);
}
function statedIntegrity(release) {
  const stated = parseIntegrity(release.integrity ?? "");
  const parts = [...stated.digests].flatMap(
    ([algorithm, set]) => [...set].map((digest) => [algorithm, digest])
  );
  if (release.shasum !== void 0 && /^[0-9a-f]{40}$/i.test(release.shasum)) {
    const bytes = release.shasum.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
    parts.push(["sha1", btoa(bytes)]);
  }
  return assemble(parts, stated.malformed);
}
function flawsOf(pinned, stated) {
  const [algorithm, another] = pinned.algorithms;
  const malformed = pinned.malformed ? [{ code: "malformed" }] : [];
  if (algorithm === void 0) return malformed;
  const differing = pinned.algorithms.find((each) => {
    const known = stated.digests.get(each);
    return known !== void 0 && [...pinned.digests.get(each) ?? []].some((digest) => !known.has(digest));
  });
  if (differing !== void 0) return [{ code: "differs", algorithm: differing }, ...malformed];
  if (!isStrong(algorithm)) {
    const isKnown = algorithm === "sha1" && another === void 0 && stated.digests.has(algorithm);
    const isAlone = !stated.algorithms.some(isStrong);
    return [isKnown ? { code: "sha1", isAlone } : { code: "weak", algorithm }, ...malformed];
  }
  return [
    ...stated.digests.has(algorithm) ? [] : [{ code: "unbound", algorithm }],
    ...malformed,
    ...another === void 0 ? [] : [{ code: "several-algorithms" }]
  ];
}
var isStrong = (algorithm) => algorithm !== "sha1" && algorithm !== "md5";
function spellDigests({ digests }, algorithm) {
  return [...digests.get(algorithm) ?? []].map((digest) => `${algorithm}-${digest}`).join(" ");
}

export {
  algorithms,
  parseIntegrity,
  statedIntegrity,
  flawsOf,
  isStrong,
  spellDigests
};
