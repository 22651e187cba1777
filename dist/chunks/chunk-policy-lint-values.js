import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  nearest
} from "./chunk-policy-nearest.js";
import {
  require_spdx_expression_parse
} from "./chunk-spdx-expression-parse.js";
import {
  quoted
} from "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/policy/lint-values.ts
var import_spdx_expression_parse = __toESM(require_spdx_expression_parse(), 1);
var partsOf = (value) => typeof value === "object" && value !== null ? value : {};
function entriesOf({ at, value }) {
  return Array.isArray(value) ? value.map((one, index) => ({ at: [...at, index], value: one })) : [];
}
function optionsOf({ file }, rule, option) {
  const all = [
    { at: ["rules"], rules: partsOf(file.rules) },
    ...Object.entries(file.profiles ?? {}).map(([name, own]) => ({
      at: ["profiles", name, "rules"],
      rules: partsOf(own.rules)
    }))
  ];
  return all.map(({ at, rules }) => ({ at: [...at, rule, option], value: partsOf(rules[rule])[option] }));
}
function partialRefs(accepted) {
  const { file } = accepted;
  const publishers = [
    { at: ["publishers"], value: file.publishers },
    ...optionsOf(accepted, "publisher", "listed")
  ].flatMap(entriesOf);
  const expected = [{ at: ["provenance"], value: file.provenance }, ...optionsOf(accepted, "provenance", "expect")];
  return [
    ...publishers.flatMap(({ at, value }) => {
      const { identity, waives } = partsOf(value);
      const grade = Array.isArray(waives) && waives.length > 0 ? "weakening" : "refused";
      return partialRef({ at: [...at, "identity", "ref"], value: partsOf(identity)["ref"] }, grade);
    }),
    ...expected.flatMap(entriesOf).flatMap(({ at, value }) => {
      const { ref, issuer } = partsOf(value);
      return issuer === void 0 ? partialRef({ at: [...at, "ref"], value: ref }, "refused") : [];
    })
  ];
}
function partialRef({ at, value }, grade) {
  if (typeof value !== "string") return [];
  const matches = "so no build can ever match it";
  if (/[*?[\\^~:]/.test(value)) {
    const message = `${quoted(value)} is compared exactly and is no git ref, ${matches}; name one ref, such as \`refs/heads/main\``;
    return [{ grade, message, at, of: "value" }];
  }
  if (/^refs\/[^/]+\/./.test(value)) return [];
  const name = value.replace(/^\/?(?:refs\/)?(?:heads\/)?/, "");
  const meant = /^(?:refs\/)?tags\//.test(value) ? quoted(`refs/tags/${value.replace(/^(?:refs\/)?tags\//, "")}`) : /^v?\d+\.\d+/.test(name) ? quoted(`refs/tags/${name}`) : `${quoted(`refs/heads/${name}`)}, or ${quoted(`refs/tags/${name}`)} for a tag`;
  return [{ grade, message: `${quoted(value)} is not a full git ref, ${matches}; write ${meant}`, at, of: "value" }];
}
var usualLicenses = [
  ...["MIT", "MIT-0", "ISC", "Apache-2.0", "0BSD", "BSD-2-Clause", "BSD-3-Clause", "BSD-3-Clause-Clear", "Unlicense"],
  ...["MPL-2.0", "CC0-1.0", "CC-BY-3.0", "CC-BY-4.0", "BlueOak-1.0.0", "Python-2.0", "Zlib", "WTFPL", "Artistic-2.0"],
  ...["EPL-1.0", "EPL-2.0", "EUPL-1.2", "BSL-1.0", "W3C", "OFL-1.1", "AFL-2.1", "BUSL-1.1", "UNLICENSED"],
  ...["GPL-2.0-only", "GPL-2.0-or-later", "GPL-3.0-only", "GPL-3.0-or-later", "AGPL-3.0-only", "AGPL-3.0-or-later"],
  ...["LGPL-2.0-only", "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"]
];
var deprecatedLicense = /^((?:A|L)?GPL-\d\.\d|GFDL-1\.\d)(\+?)$/;
function unknownLicenses(accepted) {
  return optionsOf(accepted, "license", "allow").map((list) => entriesOf(list)).flatMap((list) => {
    const allowed = new Set(list.map(({ value }) => value));
    return list.flatMap(({ at, value }) => typeof value === "string" ? licenseWarning(value, allowed, at) : []);
  });
}
function licenseWarning(license, allowed, at) {
  const [, stem, plus] = deprecatedLicense.exec(license) ?? [];
  if (stem !== void 0) {
    const current = `${stem}-${plus === "+" ? "or-later" : "only"}`;
    const message2 = `${quoted(license)} is a deprecated identifier and is compared as written; list ${quoted(current)} too`;
    return allowed.has(current) ? [] : [{ grade: "advice", message: message2, at, of: "value" }];
  }
  if (isLicense(license)) return [];
  const meant = nearest(license, usualLicenses);
  const advice = meant === void 0 ? "use an identifier of the SPDX list" : `did you mean ${quoted(meant)}?`;
  const message = `${quoted(license)} is not on the SPDX list, so no license expression can contain it; ${advice}`;
  return [{ grade: "refused", message, at, of: "value" }];
}
function isLicense(license) {
  if (license === "UNLICENSED") return true;
  try {
    return "license" in (0, import_spdx_expression_parse.default)(license);
  } catch {
    return false;
  }
}

export {
  entriesOf,
  optionsOf,
  partialRefs,
  unknownLicenses,
  isLicense
};
