import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  readBytes,
  shownPath
} from "./chunk-cli-output.js";
import {
  openDisk,
  resolveFolder
} from "./chunk-repository-directory.js";
import {
  policyOf
} from "./chunk-platform-github-policy-of.js";
import {
  policyPlace
} from "./chunk-policy-remote.js";
import {
  isUnentered
} from "./chunk-repository-listing.js";
import {
  foldersAbove,
  follow,
  join,
  normalise
} from "./chunk-text-paths.js";
import {
  GateFailure
} from "./chunk-errors.js";
import {
  quoted
} from "./chunk-text-visible.js";

// src/cli/extended-policy.ts
import { existsSync as existsSync2 } from "node:fs";
import { dirname as dirname2 } from "node:path";
import { join as join3 } from "node:path/posix";

// src/cli/beside.ts
import { existsSync, lstatSync } from "node:fs";
import { basename, dirname, join as join2, relative, sep } from "node:path";
function repositoryAbove(folder) {
  if (existsSync(join2(folder, ".git"))) return folder;
  const above = dirname(folder);
  return above === folder ? void 0 : repositoryAbove(above);
}
async function readBeside(path, other, maxBytes2) {
  const own = await resolveFolder(dirname(path));
  const repository = repositoryAbove(own);
  const root = repository ?? (basename(own) === ".github" ? dirname(own) : own);
  const folder = relative(root, own).split(sep).join("/");
  const refuse = (why) => new GateFailure("usage", why, { path: other });
  const where = repository === void 0 ? "folder of the policy, which is in no git repository" : "repository";
  if (follow(folder, other).outside) throw refuse(`lies outside the ${where}; put it there`);
  const at = normalise(join(folder, other));
  if (foldersAbove(at).some(isUnentered)) throw refuse("is no file that the repository commits; name one that it does");
  if (lstatSync(join2(root, at), { throwIfNoEntry: false }) === void 0) {
    throw refuse("cannot be read (ENOENT); put it beside the policy");
  }
  try {
    return await openDisk(root).read(at, maxBytes2);
  } catch (cause) {
    if (!(cause instanceof GateFailure)) throw cause;
    throw refuse(
      cause.code === "lockfile-too-large" ? `is larger than ${Math.floor(maxBytes2 / 1024)} KiB` : "is not a regular file, or behind a link; nothing but a regular file of the repository is read"
    );
  }
}

// src/cli/extended-policy.ts
function extendedReader({ offline }) {
  if (offline) return refuseOffline;
  const connect = connection();
  return connect && policyOf(async () => (await connect()).request);
}
function connection() {
  const { GITHUB_API_URL: apiUrl = "https://api.github.com", GITHUB_TOKEN, GH_TOKEN } = process.env;
  const token = GITHUB_TOKEN || GH_TOKEN;
  if (!token) return void 0;
  return async () => {
    const { connect } = await import("./platform-github-api.js");
    return connect({ apiUrl: apiUrl.replace(/\/+$/, ""), token });
  };
}
var refuseOffline = ({ repository }) => Promise.reject(
  new GateFailure(
    "policy-unavailable",
    `the policy extends one of ${repository}, and --offline allows no request; run without --offline, or give --policy a file that extends a preset`
  )
);
var maxBytes = 256 * 1024 + 1;
async function operatorPolicy(text, asking) {
  if (text.trim() === "") {
    throw new GateFailure(
      "usage",
      "the policy is named by an empty text; is a variable not set? Name a file or OWNER/REPO/PATH@REF"
    );
  }
  const place = policyPlace(text);
  if ("path" in place || "problem" in place && existsSync2(text)) return policyFile(text);
  if ("problem" in place) throw new GateFailure("usage", place.problem);
  if (existsSync2(text)) {
    const message = `this is a file here, and names a policy of another repository too; write ${quoted(`./${text}`)} for the file`;
    throw new GateFailure("usage", message, { path: text });
  }
  let policy;
  return () => policy ??= readRemote(place.remote, asking);
}
async function readRemote(remote, { offline, repo, headDir, dir }) {
  const refuse = (why) => new GateFailure("policy-unavailable", `the policy ${quoted(remote.name)} is read through GitHub${why}`);
  if (offline) throw refuse(", and --offline allows no request; run without --offline, or give --policy a file");
  const connect = connection();
  if (connect === void 0) throw refuse("; set GITHUB_TOKEN to a token that may read it, or give --policy a file");
  const [{ readRemotePolicy }, { judgedNames }] = await Promise.all([
    import("./platform-github-remote-policy.js"),
    import("./cli-judged-repository.js")
  ]);
  const names = await judgedNames(repo ?? headDir ?? dir ?? ".");
  return readRemotePolicy(remote, (await connect()).request, { names });
}
async function policyFile(path, source = shownPath(path)) {
  const beside = async (other, place) => {
    try {
      return { source: join3(dirname2(source), other), text: await readBeside(path, other, maxBytes) };
    } catch (cause) {
      if (!(cause instanceof GateFailure)) throw cause;
      const message = `the policy extends ${quoted(other)}, which ${cause.message}`;
      throw new GateFailure("policy-unavailable", message, place);
    }
  };
  return { source, text: await readBytes(path, maxBytes), beside };
}

export {
  repositoryAbove,
  extendedReader,
  operatorPolicy,
  policyFile
};
