import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  gitRecords,
  runGit
} from "./chunk-repository-git-process.js";
import {
  authorshipOf,
  coAuthorOf
} from "./chunk-model-co-authors.js";
import {
  asGateError
} from "./chunk-errors.js";

// src/repository/git-authorship.ts
var maxCommits = 1e3;
var separator = "";
var fields = ["%an", "%ae", "%cn", "%ce", "%(trailers:key=Co-authored-by,valueonly,separator=%x1f)"];
async function gitAuthorship(repository, base, head = "HEAD") {
  const format = `--format=tformat:${fields.join("%x1f")}`;
  const log = ["log", "-z", "--no-show-signature", `--max-count=${maxCommits}`, format, "--end-of-options"];
  const people = [];
  try {
    for await (const records of gitRecords(repository.root, [...log, `${base}..${head}`])) {
      for (const record of records) {
        const [name = "", email = "", committer = "", address = "", ...trailers] = record.split(separator);
        people.push({ role: "author", name, email }, { role: "committer", name: committer, email: address });
        people.push(...trailers.filter((line) => line.trim() !== "").map(coAuthorOf));
      }
    }
    const branch = await branchOf(repository, head);
    return { state: "present", value: authorshipOf({ people, ...branch === void 0 ? {} : { branch } }) };
  } catch (cause) {
    return { state: "unavailable", reason: "not-provided", detail: asGateError(cause).message };
  }
}
async function branchOf(repository, head) {
  const question = ["rev-parse", "--abbrev-ref", "--end-of-options", head];
  const { status, stdout } = await runGit(repository.root, question);
  const answer = stdout.trim().split("\n").at(-1) ?? "";
  const name = answer.replace(/^origin\//, "");
  return status === 0 && name !== "" && name !== "HEAD" ? name : void 0;
}

export {
  gitAuthorship
};
