import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  judgeSubject
} from "./chunk-cli-judge-subject.js";
import {
  readFlags
} from "./chunk-cli-flags.js";
import "./chunk-cli-progress.js";
import "./chunk-cli-request.js";
import "./chunk-cli-trust-flags.js";
import {
  repositoryAbove
} from "./chunk-cli-extended-policy.js";
import "./chunk-cli-repository-id.js";
import "./chunk-cli-github-connection.js";
import {
  writeText
} from "./chunk-cli-output.js";
import "./chunk-cli-judged-repository.js";
import "./chunk-repository-directory.js";
import {
  programName
} from "./chunk-cli-program.js";
import "./chunk-run-recorded-trust.js";
import "./chunk-registry-registry-map.js";
import "./chunk-judge-fingerprint.js";
import "./chunk-policy-nearest.js";
import "./chunk-run-evidence-recording.js";
import "./chunk-run-report-of.js";
import "./chunk-platform-github-policy-of.js";
import "./chunk-run-pipeline.js";
import "./chunk-run-open.js";
import "./chunk-repository-update-bots.js";
import "./chunk-managers-node-options.js";
import "./chunk-compare-open-with-manifests.js";
import "./chunk-run-trust-settings.js";
import "./chunk-run-base-files.js";
import "./chunk-run-verdict-of.js";
import "./chunk-text-record-name.js";
import "./chunk-compare-open-lockfile.js";
import "./chunk-repository-state.js";
import "./chunk-managers-watched.js";
import {
  knownLockfileNames
} from "./chunk-managers.js";
import "./chunk-lockfile-source.js";
import "./chunk-repository-contents.js";
import "./chunk-managers-bin.js";
import "./chunk-recording-evidence-file.js";
import "./chunk-report-view-links.js";
import "./chunk-report-view-tally.js";
import "./chunk-report-view-not-judged.js";
import "./chunk-report-view-words.js";
import "./chunk-report-view-text-words.js";
import "./chunk-policy-schema-names.js";
import "./chunk-policy-registries.js";
import "./chunk-policy-remote.js";
import "./chunk-model-loosening.js";
import "./chunk-text-registry-part.js";
import "./chunk-model-evidence-values.js";
import "./chunk-noble-hashes-sha2.js";
import "./chunk-text-group-by.js";
import "./chunk-model-identity.js";
import "./chunk-semver-ranges-intersects.js";
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
  folderOf,
  foldersAbove,
  prefixOf
} from "./chunk-text-paths.js";
import "./chunk-report-escape.js";
import {
  aliasTarget,
  isAnswerable,
  isPackageName,
  specKind
} from "./chunk-lockfile-spec.js";
import "./chunk-validate-npm-package-name.js";
import "./chunk-semver-ranges-valid.js";
import "./chunk-semver-classes-comparator.js";
import "./chunk-text-order.js";
import "./chunk-semver-functions-parse.js";
import "./chunk-net-loopback.js";
import {
  GateFailure,
  asGateError
} from "./chunk-errors.js";
import "./chunk-report-view-rule-words.js";
import "./chunk-model-effect.js";
import "./chunk-text-glob.js";
import {
  limits,
  quoted
} from "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/cli/vet-proposer.ts
function asAgent(read) {
  return async () => {
    const known = await read?.();
    const value = known?.state === "present" ? known.value : { people: [] };
    return { state: "present", value: { ...value, declared: "agent" } };
  };
}

// src/cli/vet-project.ts
import { relative, resolve, sep } from "node:path";
async function openVetProject({ dir, repo }, isOfDefaultBranch = false) {
  if (dir !== void 0 && repo !== void 0) throw new GateFailure("usage", "--dir and --repo exclude each other.");
  const start = resolve(dir ?? repo ?? ".");
  if (repo === void 0 && repositoryAbove(start) === void 0) {
    if (!isOfDefaultBranch) return openFolder(start);
    throw new GateFailure(
      "usage",
      "--require-decision reads the records of a default branch, and this folder is in no git repository: name a clone with --repo"
    );
  }
  const [{ openRepository }, { openWorkTree }, { openRevision }] = await Promise.all([
    import("./repository-git.js"),
    import("./repository-git-work-tree.js"),
    import("./repository-git.js")
  ]);
  const repository = await openRepository(start);
  const branch = isOfDefaultBranch ? await defaultBranchOf(repository) : void 0;
  const head = branch ?? (repository.hasWorkTree ? openWorkTree(repository) : await openRevision(repository, "HEAD"));
  const { resolveFolder } = await import("./repository-directory.js");
  const below = relative(repository.root, await resolveFolder(start)).split(sep).join("/");
  const deciding = branch === void 0 ? await decidingIn(repository) : { trusted: branch };
  return { head, folder: await lockedFolder(head, below), ...deciding };
}
async function defaultBranchOf(repository) {
  const [{ branchTip }, { commitSnapshot }] = await Promise.all([
    import("./repository-git-history.js"),
    import("./repository-git.js")
  ]);
  return commitSnapshot(repository, (await branchTip(repository, void 0)).tip);
}
async function openFolder(folder) {
  const { openProjectFolder } = await import("./repository-project-folder.js");
  const head = await openProjectFolder(folder);
  const hasPolicy = (await head.list()).some(({ path }) => path === ".github/dependency-policy.yml");
  const note = "Judged by the policy of a folder in no git repository: whoever can write here can change it.";
  return { head, trusted: head, folder: "", ...hasPolicy && { note } };
}
async function lockedFolder(head, below) {
  const paths = new Set((await head.list()).map(({ path }) => path));
  const folders = below === "" ? [""] : [below, ...[...foldersAbove(below)].reverse(), ""];
  return folders.find((each) => knownLockfileNames.some((name) => paths.has(prefixOf(each) + name))) ?? "";
}
async function decidingIn(repository) {
  const [{ chooseRange }, { gitAuthorship }, { commitSnapshot, resolveCommit }] = await Promise.all([
    import("./repository-git-range.js"),
    import("./repository-git-authorship.js"),
    import("./repository-git.js")
  ]);
  try {
    const { base, from } = await chooseRange(repository);
    return { trusted: base, authorship: () => gitAuthorship(repository, from) };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
  }
  try {
    const commit = await resolveCommit(repository, "HEAD");
    const note = `Judged by the policy that HEAD (${commit.slice(0, 12)}) has committed: no base branch is known here.`;
    return { trusted: commitSnapshot(repository, commit), note };
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    return { trusted: nothing, note: "Judged by the preset: nothing is committed here, so no policy is." };
  }
}
var nothing = {
  label: "nothing",
  list: () => Promise.resolve([]),
  read: (file) => Promise.reject(new GateFailure("repository-unavailable", "nothing is committed", { path: file.path })),
  readLink: (file) => Promise.reject(new GateFailure("repository-unavailable", "nothing is committed", { path: file.path }))
};

// src/cli/vet-specs.ts
function readSpecs(texts) {
  if (texts.length === 0) throw new GateFailure("usage", `vet needs specs: ${programName()} vet express@^5 @acme/x`);
  const specs = texts.map(readSpec);
  return specs.map((spec) => {
    const { name } = spec.requirement ?? {};
    const isTwice = name !== void 0 && specs.filter(({ requirement }) => requirement?.name === name).length > 1;
    if (!isTwice) return spec;
    const why = `${quoted(name, limits.name)} is given twice; vet one spec of it at a time.`;
    return { text: spec.text, name: spec.name, refused: { code: "twice", why } };
  });
}
function requireAll(specs) {
  const refused = specs.find((spec) => spec.refused !== void 0)?.refused;
  if (refused !== void 0) throw new GateFailure("usage", refused.why);
}
function readSpec(text) {
  const at = text.indexOf("@", 1);
  const name = at < 0 ? text : text.slice(0, at);
  const spec = at < 0 || at === text.length - 1 ? "*" : text.slice(at + 1);
  if (isPackageName(name) && isAnswerable(name, spec)) {
    return { text, name: aliasTarget(spec)?.name ?? name, requirement: { name, spec, type: "prod" } };
  }
  const [code, reason] = whyNot(text, name, spec);
  const why = `${quoted(text, limits.name)} cannot be vetted: ${reason}`;
  return { text, name: isPackageName(name) ? name : null, refused: { code, why } };
}
function whyNot(text, name, spec) {
  const kind = isPackageName(name) ? specKind(spec) : specKind(text);
  switch (kind) {
    case "git":
      return [
        "git",
        "a git dependency has no publish time, signature or history to judge, and lockgate never fetches one; name a package in a registry."
      ];
    case "remote":
      return [
        "url",
        "a URL is not a package in a registry, and lockgate never requests a URL that it is given; name a package in a registry."
      ];
    case "file":
    case "directory":
      return [
        "file",
        "no registry can vouch for a file or folder, and lockgate never opens one; name a package in a registry."
      ];
    case "registry":
    case "alias":
    case "unknown":
      return ["invalid", "npm does not accept this name or spec; write NAME or NAME@RANGE."];
  }
}

// src/cli/vet.ts
async function run(args) {
  const flags = readFlags(args, "vet");
  const specs = readSpecs(flags.positionals);
  if (isRequired(flags)) (await import("./cli-vet-required.js")).demandOwnAnswer(flags);
  if (!flags.isAnswer && !isRequired(flags)) {
    requireAll(specs);
    return vet(specs, flags);
  }
  let status;
  try {
    status = await vet(specs, flags);
  } catch (cause) {
    const { unjudged } = await import("./cli-vet-answers.js");
    const text = await unjudged(specs, asGateError(cause).code);
    if (flags.output === void 0) process.stdout.write(text);
    else await writeText(flags.output, text);
    throw cause;
  }
  requireAll(specs);
  return status;
}
var isRequired = ({ switches }) => switches?.has("require-decision") === true;
async function vet(specs, flags) {
  const { note, folder: vetFolder, ...project } = await openVetProject(flags, isRequired(flags));
  const isLookedAt = (path) => folderOf(path) === vetFolder;
  const requires = specs.flatMap(({ requirement }) => requirement ?? []);
  const authorship = flags.as === "agent" ? asAgent(project.authorship) : project.authorship;
  const subject = {
    ...{ mode: "check", base: project.head, ...project, vet: requires, vetFolder, isLookedAt },
    ...{ documents: /* @__PURE__ */ new Map(), ...authorship && { authorship } }
  };
  if ((flags.isAnswer || isRequired(flags)) && requires.length === 0) {
    await project.head.close?.();
    requireAll(specs);
  }
  return judgeSubject(subject, flags, async (report, ran) => {
    if (isRequired(flags)) {
      const [{ basisFinder }, { requiredAnswersTo }] = await Promise.all([
        import("./cli-vet-required.js"),
        import("./cli-vet-answers.js")
      ]);
      const find = await basisFinder(flags, ran.request, project.trusted);
      const { text, isRefused } = await requiredAnswersTo(specs, ran, find);
      return { report, instead: text, isRefused };
    }
    if (flags.isAnswer) {
      const { answersTo } = await import("./cli-vet-answers.js");
      return { report, instead: await answersTo(specs, ran) };
    }
    const { preface = "", ...rest } = await withNearest(report);
    const isText = flags.format === "text" && flags.output === void 0 && report.verdict === "fail";
    const closing = isText ? await (await import("./cli-vet-answers.js")).offersTo(specs, ran) : "";
    const said = note === void 0 || flags.policy !== void 0 ? "" : `${note}
`;
    return { ...rest, preface: said + preface, closing };
  });
}
async function withNearest(report) {
  const unknown = new Set(report.findings.flatMap((each) => isUnknown(each) ? each.name ?? "" : []));
  if (unknown.size === 0) return { report };
  const { meantBy } = await import("./names-well-known-names.js");
  const meant = /* @__PURE__ */ new Map();
  for (const name of unknown) {
    const near = meantBy(name, 3);
    const shown = near.map((each) => quoted(each, limits.name)).join(", ");
    meant.set(name, near.length === 0 ? "" : ` Did you mean ${shown}?`);
  }
  const lines = [...meant].map(([name, words]) => `${quoted(name, limits.name)} does not exist.${words}
`);
  const findings = report.findings.map(
    (each) => isUnknown(each) ? { ...each, remediation: `${each.remediation}${meant.get(each.name ?? "") ?? ""}` } : each
  );
  return { report: { ...report, findings }, preface: `${lines.join("")}
` };
}
function isUnknown({ rule, outcome, codes }) {
  const isUnknownName = codes.some((code) => code.startsWith("unknown-name") || code === "unknown-transitive");
  return rule === "existence" && outcome === "violation" && isUnknownName;
}
export {
  run
};
