import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  textStyle,
  writeText
} from "./chunk-cli-output.js";
import "./chunk-cli-program.js";
import {
  optionsSchema
} from "./chunk-policy-schema-options.js";
import {
  require_dist
} from "./chunk-yaml.js";
import {
  presetDefaults
} from "./chunk-policy-presets.js";
import {
  maySet
} from "./chunk-policy-profiles.js";
import {
  exampleIntegrity,
  exampleName,
  exampleNow,
  exampleRegistry,
  exampleVersion,
  history,
  release,
  rules
} from "./chunk-rules.js";
import "./chunk-rules-package-lists.js";
import "./chunk-text-selectors.js";
import "./chunk-model-sri.js";
import {
  effectiveLevel
} from "./chunk-judge-finding.js";
import "./chunk-judge-fingerprint.js";
import {
  nearest
} from "./chunk-policy-nearest.js";
import {
  jsonText
} from "./chunk-report-formats-json.js";
import {
  painter
} from "./chunk-report-formats-paint.js";
import {
  wrap
} from "./chunk-report-formats-wrap.js";
import {
  presetNames
} from "./chunk-policy-schema-names.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import {
  absent,
  present
} from "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import {
  denyRule,
  fileCodes,
  isWaivable
} from "./chunk-policy-waivable.js";
import "./chunk-model-options.js";
import "./chunk-text-group-by.js";
import "./chunk-semver.js";
import "./chunk-semver-ranges-intersects.js";
import "./chunk-semver-functions-prerelease.js";
import "./chunk-semver-functions-satisfies.js";
import "./chunk-semver-functions-valid.js";
import {
  logText
} from "./chunk-report-escape.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import {
  toJSONSchema
} from "./chunk-zod.js";
import {
  GateFailure
} from "./chunk-errors.js";
import "./chunk-report-view-project.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-judge-unavailable.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import "./chunk-text-visible.js";
import {
  __toESM
} from "./chunk-runtime.js";

// src/report/rule-page/blocks.ts
var heading = (depth, text) => ({ kind: "heading", depth, text });
var paragraph = (text) => ({ kind: "paragraph", text });
var blocksMarkdown = (blocks) => `${blocks.map(markdownOf).join("\n\n")}
`;
function markdownOf(block) {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.depth)} ${block.text}`;
    case "quote":
      return `> ${block.text}`;
    case "code":
      return `\`\`\`${block.language ?? ""}
${block.text}
\`\`\``;
    case "table": {
      const row = (cells) => `| ${cells.map(cell).join(" | ")} |`;
      return [row(block.head), row(block.head.map(() => "---")), ...block.rows.map(row)].join("\n");
    }
    default:
      return block.text;
  }
}
var cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
function blocksText(blocks, paint, width) {
  const shown = blocks.filter(({ kind }) => kind !== "footer");
  return `${shown.map((block) => linesOf(block, paint, width).join("\n")).join("\n\n")}
`;
}
var indent = "  ";
function linesOf(block, paint, width) {
  switch (block.kind) {
    case "heading":
      return [`${block.depth === 3 ? indent : ""}${paint.strong(plain(block.text))}`];
    case "quote":
      return wrap(block.text, `${indent}${indent}`, width, "");
    case "code":
      return block.text.split("\n").map((line) => `${indent}${indent}${line}`);
    case "table":
      return block.rows.flatMap(([first = "", ...cells]) => {
        const [says = "", ...facts] = cells.reverse();
        const named = facts.reverse().map((fact, index) => `${block.head[index + 1] ?? ""} ${fact}`);
        return [
          ...wrap(`${first}: ${named.join("; ")}`, indent, width),
          ...wrap(says, `${indent}${indent}`, width, "")
        ];
      });
    default:
      return wrap(plain(block.text), indent, width, "");
  }
}
var plain = (text) => text.replace(/^\*\*(.+?)\*\*/u, "$1").replace(/^`([^`]*)`$/u, "$1");

// src/report/rule-page/examples.ts
var import_yaml = __toESM(require_dist(), 1);

// src/model/example-dossier.ts
var publishers = (versions) => Object.fromEntries(versions.map((version) => [version, { publisher: { name: "alice" } }]));
var published = "2025-06-01T08:00:00.000Z";
function dossierOf(patch = {}) {
  const name = patch.change?.name ?? exampleName;
  const version = patch.change?.version ?? exampleVersion;
  const registry = patch.registry ?? exampleRegistry;
  const path = `${name}/-/${name.slice(name.lastIndexOf("/") + 1)}-${version}.tgz`;
  const pins = patch.change?.pins ?? [{ resolved: registry + path, integrity: exampleIntegrity, line: 10, places: 1 }];
  return {
    change: {
      kind: "added",
      name,
      version,
      aliases: [],
      source: { kind: "registry" },
      changed: [],
      baseVersions: [],
      lockfile: "package-lock.json",
      line: 10,
      basePins: [],
      direct: true,
      dependencyTypes: ["prod"],
      baseDependencyTypes: [],
      importers: [""],
      via: [[name]],
      manifests: [{ path: "package.json", line: 5 }],
      claims: {},
      ...patch.change,
      pins
    },
    registry,
    publicRegistry: patch.publicRegistry ?? true,
    addresses: patch.addresses ?? pins.map(() => ({ verdict: "trusted", shown: registry + path, path })),
    evidence: {
      existence: present({ answer: "listed" }),
      release: release({ version, tarball: registry + path }),
      publishedAt: present(published),
      firstPublishedAt: present("2024-01-01T00:00:00.000Z"),
      history: history({ "1.0.0": "2024-01-01T00:00:00.000Z", [version]: published }, publishers(["1.0.0", version])),
      predecessor: absent,
      registrySignature: present({ state: "verified", keyid: "SHA256:example", boundTo: "lockfile" }),
      provenance: present({ state: "not-applicable" }),
      publisher: present({ name: "alice" }),
      trust: present({ atLeast: "none", atMost: "none" }),
      priorTrust: present({ version: "1.0.0", standing: { atLeast: "none", atMost: "none" } }),
      priorProvenance: absent,
      signedAt: absent,
      predecessorProvenance: absent,
      earlierBuilds: absent,
      bringers: absent,
      upgrades: absent,
      malware: present({ state: "known", records: [] }),
      advisories: present({ state: "known", records: [] }),
      predecessorAdvisories: absent,
      tarball: absent,
      predecessorTarball: absent,
      prominence: absent,
      lookalike: absent,
      downloads: present(1e6),
      authorship: absent,
      license: present({ declared: "MIT", expression: { license: "MIT" } }),
      bundling: absent,
      contents: present({ digest: "a".repeat(128), embedded: [] }),
      namesake: absent,
      ...patch.evidence
    }
  };
}

// src/report/rule-page/examples.ts
function examplesOf(rule) {
  return runExamples(rule).map(({ title, input, violations }) => ({
    title,
    input,
    messages: violations.map(({ code, args }) => {
      const message = rule.messages[code];
      if (message === void 0) throw new Error(`${rule.id}: no message ${code}`);
      return { code, text: message.text(args), remediation: message.remediation(args) };
    })
  }));
}
function runExamples(rule) {
  const context = ({ mode = "check", denials, listed } = {}) => ({
    ...{ now: exampleNow, mode },
    ...listed === void 0 ? {} : { listed },
    ...denials === void 0 ? {} : { denials }
  });
  const optionsOf2 = (options) => optionsSchema(rule).parse({ ...options });
  switch (rule.subject) {
    case "package":
      return rule.examples.map((example) => ({
        title: example.title,
        input: inputOf({
          ...example.mode === "audit" && { mode: example.mode },
          ...{ options: example.options, denials: example.denials, proposers: example.listed },
          ...packageInput(example.dossier)
        }),
        violations: checkPackage(rule, example.dossier, optionsOf2(example.options), context(example))
      }));
    case "lockfile":
      return rule.examples.map(({ title, observation, options }) => ({
        title,
        input: inputOf({ options, observation }),
        violations: rule.check({ observation, options: optionsOf2(options), context: context() })
      }));
    case "policy":
      return rule.examples.map(({ title, violation }) => ({
        title,
        input: inputOf({ exception: violation.args }),
        violations: [violation]
      }));
  }
}
function checkPackage(rule, patch, options, context) {
  const { evidence, ...dossier } = dossierOf(patch);
  return rule.check({ dossier, evidence, options, context });
}
function packageInput({ change = {}, evidence = {}, ...others }) {
  const plain2 = dossierOf();
  const changed = difference(change, plain2.change);
  return {
    ...Object.keys(changed).length > 0 && { package: changed },
    ...difference(others, plain2),
    ...Object.fromEntries(
      Object.entries(evidence).map(([kind, piece]) => [
        kind,
        evidenceInput(piece, plain2.evidence[kind])
      ])
    )
  };
}
function evidenceInput(piece, plain2) {
  if (piece.state !== "present") return piece.state;
  const isPatch = plain2.state === "present" && isMapping(piece.value) && isMapping(plain2.value);
  if (!isPatch) return piece.value;
  const own = difference(piece.value, plain2.value);
  return Object.keys(own).length === 0 ? piece.value : own;
}
var isMapping = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function difference(value, plain2) {
  const members = new Map(Object.entries(plain2));
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, member]) => member !== void 0 && JSON.stringify(member) !== JSON.stringify(members.get(key))
    )
  );
}
function inputOf(input) {
  const said = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== void 0));
  const text = (0, import_yaml.stringify)(said, { lineWidth: 110, aliasDuplicateObjects: false });
  return Object.keys(said).length === 0 ? "" : text.trimEnd();
}

// src/report/rule-page/option-words.ts
function optionType({
  type,
  pattern,
  enum: words,
  items,
  minimum,
  maximum
}) {
  if (words !== void 0) return words.map((word) => `\`${String(word)}\``).join(", ");
  if (pattern?.endsWith("([hd])$") === true) return "duration in whole hours or days: `72h`, `7d`";
  if (type === "array") return `list of ${isOfMappings(items) ? "mappings" : "strings"}`;
  if (type === "integer") {
    const isBounded = (minimum ?? 0) > 0 || (maximum ?? Infinity) < Number.MAX_SAFE_INTEGER;
    return `whole number${isBounded ? ` from ${minimum}` : ""}`;
  }
  if (type === "boolean") return "`true`, `false`";
  throw new Error(`no words for an option of type ${String(type)}`);
}
var isOfMappings = (items) => typeof items === "object" && items !== null && "type" in items && items.type === "object";

// src/report/rule-page/waiving.ts
var policy = (...lines) => ({
  kind: "code",
  language: "yaml",
  text: ["version: 1", ...lines].join("\n")
});
function waivingBlocks(rule) {
  if (rule.floor === "whole") {
    return [paragraph("You cannot: its findings cannot be waived (floor). Change what the finding names.")];
  }
  const level = rule.recommended === "warn" ? "error" : "warn";
  const other = rule.floor === "part" ? " (not for floor findings)" : "";
  const profile = [
    paragraph("To set it only for some folders, dependency types or packages, use a profile:"),
    policy(
      "profiles:",
      "  experiment:",
      "    rules:",
      `      ${rule.id}: ${level}`,
      "apply:",
      "  - { profile: experiment, paths: ['experiments/**'] }"
    )
  ];
  return [
    paragraph(`To set another level everywhere${other}:`),
    policy("rules:", `  ${rule.id}: ${level}`),
    ...maySet(rule) ? profile : [],
    ...rule.subject === "lockfile" ? fileExceptions(rule) : exceptions(rule, other)
  ];
}
function fileExceptions(rule) {
  const codes = [...fileCodes([rule]).keys()];
  const named = codes.map((one) => `\`${one}\``).join(", ");
  return [
    paragraph(
      `To waive a finding about one change of a file, add an exception with the fingerprint that \`--format json\` prints for it: other content is another finding. The exception may name ${named}. It covers no finding that names a package version.`
    ),
    policy(
      "exceptions:",
      "  - id: SEC-1413",
      "    path: 'path/to/the/file'",
      `    codes: [${codes[0] ?? ""}]`,
      `    fingerprint: ${"0123456789abcdef".repeat(4)}`,
      "    reason: Why this change is acceptable.",
      "    owner: '@acme/appsec'",
      "    expires: 2026-12-31"
    )
  ];
}
function exceptions(rule, other) {
  if (!isWaivable(rule)) return [paragraph(`This rule has no exceptions: ${whyNone(rule)}.`)];
  const advisories = rule.id === "advisory" ? ["    advisories: [GHSA-44c6-4v22-4mhx]"] : [];
  return [
    paragraph(
      `To waive the rule for one package${other}, add an exception with a reason and an expiry date on the base branch:`
    ),
    policy(
      "exceptions:",
      "  - id: SEC-1412",
      "    package: left-pad@1.3.0",
      `    rules: [${rule.id}]`,
      ...advisories,
      "    reason: Why this case is acceptable.",
      "    owner: '@acme/appsec'",
      "    expires: 2026-12-31"
    )
  ];
}
function whyNone({ id, subject }) {
  if (subject === "policy") return "fix the entry that the finding names";
  if (id === denyRule) return "remove the entry from `deny`, or narrow its range";
  throw new Error(`${id}: no text that says why there are no exceptions`);
}

// src/report/rule-page/page.ts
function rulePage(rule) {
  const examples = examplesOf(rule);
  return [
    heading(1, rule.id),
    paragraph(rule.summary),
    paragraph(levelsOf(rule)),
    heading(2, "Why"),
    paragraph(rule.why),
    ...rule.incident === void 0 ? [] : [paragraph(`**${rule.incident.date}.** ${rule.incident.what}`)],
    heading(2, "Options"),
    ...optionBlocks(rule),
    heading(2, "Messages and fixes"),
    ...Object.entries(rule.messages).flatMap(([code, message]) => messageBlocks(rule, code, message, examples)),
    heading(2, "Examples"),
    paragraph(
      `Each example runs as a test. It names only what differs from an ordinary package: left-pad 1.3.0, an old release from a registry, added to the lockfile as a direct dependency and judged on ${exampleNow.slice(0, 10)}. The levels are those of the preset \`recommended\`.`
    ),
    ...examples.flatMap((example) => exampleBlocks(rule, example)),
    heading(2, "How to change or waive this rule"),
    ...waivingBlocks(rule),
    { kind: "footer", text: "[All rules](../rules.md) \xB7 [The policy](../policy.md)" }
  ];
}
function codePage(rule, code) {
  const message = Object.hasOwn(rule.messages, code) ? rule.messages[code] : void 0;
  if (message === void 0) return void 0;
  const examples = examplesOf(rule);
  const [, ...rest] = messageBlocks(rule, code, message, examples);
  return [
    heading(1, `${rule.id}/${code}`),
    paragraph(rule.summary),
    paragraph(levelsOf(rule)),
    ...rest,
    heading(2, "Examples"),
    ...examples.filter(({ messages }) => messages.some((one) => one.code === code)).flatMap((example) => exampleBlocks(rule, example)),
    heading(2, "How to change or waive this rule"),
    ...waivingBlocks(rule)
  ];
}
var floorWords = {
  whole: "Its findings cannot be waived (floor): they are errors under every policy, profile, exception and mode.",
  part: "Findings that are marked \u201Cfloor\u201D below cannot be waived: they are always errors.",
  none: "A policy can lower all of its findings (none is floor)."
};
function presetLevels(rule) {
  return presetNames.map((name) => [name, settingUnder(name, rule).level]);
}
function settingUnder(preset, rule) {
  const setting = presetDefaults(preset, [rule]).settings.get(rule.id);
  if (setting === void 0) throw new Error(`${preset} has no setting for ${rule.id}`);
  return setting;
}
function levelsOf(rule) {
  const named = presetLevels(rule).map(([name, level]) => `\`${name}\` ${level}`);
  return `Level: ${named.join(", ")}. ${floorWords[rule.floor]}`;
}
var severityWords = {
  mandatory: "an error that cannot be waived (mandatory)",
  configured: "the rule's level",
  advisory: "a warning (advisory); an error under `strict`",
  note: "a note: listed, and never in the verdict"
};
function severityOf(severity) {
  if (typeof severity !== "object") return severityWords[severity];
  if ("option" in severity) return `set by the option \`${severity.option}\``;
  const levels = Object.entries(severity.presets).map(([name, level]) => `\`${name}\` ${level}`);
  return `${levels.join(", ")}; a level that the policy sets for the rule replaces it`;
}
function shownMessage(rule, code, examples) {
  const shown = examples.flatMap(({ messages }) => messages).find((one) => one.code === code);
  if (shown === void 0) throw new Error(`${rule.id}: no example reports ${code}`);
  return shown;
}
function messageBlocks(rule, code, { severity }, examples) {
  const { text, remediation } = shownMessage(rule, code, examples);
  return [
    heading(3, `\`${code}\``),
    paragraph(`Severity: ${severityOf(severity)}.`),
    { kind: "quote", text },
    paragraph(`Fix: ${remediation}`)
  ];
}
function levelOf(rule, code) {
  const { severity } = rule.messages[code];
  const { level, floor } = effectiveLevel(rule.floor, severity, settingUnder("recommended", rule), code);
  return floor ? "error (floor)" : level === "off" ? "off, reported only at a higher level" : level;
}
function exampleBlocks(rule, { title, input, messages }) {
  return [
    paragraph(`**${title}**`),
    ...input === "" ? [] : [{ kind: "code", text: input }],
    ...messages.length === 0 ? [paragraph("\u2192 passes")] : messages.map(({ code, text }) => paragraph(`\u2192 \`${code}\`, ${levelOf(rule, code)}: \u201C${text}\u201D`))
  ];
}
function optionsOf(rule) {
  const { properties = {} } = toJSONSchema(optionsSchema(rule), { io: "input" });
  return Object.entries(properties).map(([name, option]) => {
    if (typeof option === "boolean") throw new TypeError(`the option ${name} of ${rule.id} has no schema`);
    const { default: preset, description = "" } = option;
    return { name, type: optionType(option), default: preset, description };
  });
}
function optionBlocks(rule) {
  const options = optionsOf(rule);
  if (options.length === 0) return [paragraph("None except `level`.")];
  const rows = options.map(({ name, type, default: preset, description }) => [
    `\`${name}\``,
    type,
    `\`${typeof preset === "string" ? preset : JSON.stringify(preset)}\``,
    description
  ]);
  const stricter = Object.entries(rule.strict ?? {}).map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``);
  return [
    { kind: "table", head: ["option", "type", "default", "what it does"], rows },
    ...stricter.length === 0 ? [] : [paragraph(`Under \`strict\`: ${stricter.join(", ").replaceAll('"', "")}.`)]
  ];
}

// src/report/rule-page/contract.ts
function ruleContract(rule) {
  const { id, summary, why, incident, floor } = rule;
  const examples = examplesOf(rule);
  return {
    schema: "lockgate-rule/1",
    ...{ rule: id, summary, why, ...incident && { incident }, floor },
    levels: Object.fromEntries(presetLevels(rule)),
    options: optionsOf(rule),
    codes: Object.entries(rule.messages).map(([code, { severity }]) => {
      const { text, remediation } = shownMessage(rule, code, examples);
      return { code, severity: severityOf(severity), example: text, remediation };
    })
  };
}

// src/cli/explain-rule.ts
async function explainRule(asked, flags) {
  demandOwnFlags(flags);
  const [id = "", code, ...more] = asked.split("/");
  const rule = rules.find((each) => each.id === id);
  if (rule === void 0 || more.length > 0) throw unknownRule(id, asked);
  const page = code === void 0 ? rulePage(rule) : codePage(rule, code);
  if (page === void 0) throw unknownCode(rule, code ?? "");
  const { colour, width } = textStyle(flags.output);
  const text = {
    text: () => logText(blocksText(page, painter(colour), Math.min(width, readable))),
    markdown: () => blocksMarkdown(page),
    json: () => jsonText(ruleContract(rule)),
    sarif: () => ""
  }[flags.format]();
  if (flags.output === void 0) process.stdout.write(text);
  else await writeText(flags.output, text);
  return 0;
}
var readable = 100;
function demandOwnFlags({ positionals, format, ...others }) {
  if (positionals.length > 0) throw new GateFailure("usage", "explain takes a package or --rule RULE, not both");
  if (format === "sarif") throw new GateFailure("usage", "explain --rule writes text, markdown or json; not sarif.");
  const used = Object.entries(others).flatMap(([name, value]) => value === false ? [] : name);
  const flag = used.find((name) => name !== "rule" && name !== "output");
  if (flag === void 0) return;
  const spelt = flag.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new GateFailure("usage", `explain --rule takes --format and --output; leave out --${spelt}`);
}
function unknownRule(id, asked) {
  const meant = nearest(
    id,
    rules.map((rule) => rule.id)
  ) ?? ofCode(asked);
  const advice = meant === void 0 ? `use ${rules.map((rule) => rule.id).join(", ")}` : `did you mean ${meant}?`;
  return new GateFailure("usage", `there is no rule ${JSON.stringify(asked)}: ${advice}`);
}
function ofCode(asked) {
  const owner = rules.find(({ messages }) => Object.hasOwn(messages, asked));
  return owner === void 0 ? void 0 : `${owner.id}/${asked}`;
}
function unknownCode({ id, messages }, code) {
  const codes = Object.keys(messages);
  const meant = nearest(code, codes);
  const advice = meant === void 0 ? `use ${codes.join(", ")}` : `did you mean ${id}/${meant}?`;
  return new GateFailure("usage", `the rule ${id} has no message ${JSON.stringify(code)}: ${advice}`);
}
export {
  explainRule
};
