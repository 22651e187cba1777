import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  getIDToken,
  warning
} from "./chunk-actions-core.js";
import "./chunk-undici.js";
import {
  createLimiter
} from "./chunk-net-limiter.js";
import {
  describeFailure
} from "./chunk-platform-github-failure.js";
import "./chunk-net-http-exchange.js";
import "./chunk-net-exchange-failure.js";
import "./chunk-net-loopback.js";
import {
  boolean,
  object,
  string
} from "./chunk-zod.js";
import "./chunk-errors.js";
import "./chunk-text-visible.js";
import "./chunk-runtime.js";

// src/platform/github/sign-admission.ts
var payloadType = "application/vnd.in-toto+json";
var mostSigned = 500;
var concurrency = 4;
var longestSigning = 3e5;
async function signAdmission(request, client, admission, patience = longestSigning) {
  const problem = await whyNotSigned(request, client, admission) ?? "";
  if (problem !== "") return unsigned(admission.statements, problem);
  try {
    return await signed(admission, await tokenOf(), Date.now() + patience);
  } catch (error) {
    return unsigned(admission.statements, failureWords(error));
  }
}
function unsigned(statements, problem) {
  warning(`The documents about what came in are not signed: ${problem}. The verdict stands.`);
  return statements;
}
async function whyNotSigned(request, client, { statements, publicLog, sigstore }) {
  if (!process.env["ACTIONS_ID_TOKEN_REQUEST_URL"] || !process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"]) {
    return "the job has no identity token; give it `permissions: { id-token: write }`";
  }
  if (statements.length > mostSigned) return `there are ${statements.length}, and one run signs at most ${mostSigned}`;
  if (publicLog || sigstore !== void 0 && !Object.values(sigstore).some(isPublicGood)) return void 0;
  const visibility = await visibilityOf(request, client);
  if (visibility.isPublic) return void 0;
  return `${visibility.why}, and the public log shows its name to everybody for ever; set \`admissions: { publicLog: true }\` in the policy if that may be`;
}
var isPublicGood = (url) => /(?:^|\.)sigst(?:ore|age)\.dev\.?$/.test(new URL(url).hostname);
var repositoryReply = object({ private: boolean(), visibility: string().optional() });
async function visibilityOf({ owner, repo }, client) {
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}", { owner, repo });
    const { private: isPrivate, visibility = "public" } = repositoryReply.parse(data);
    if (!isPrivate && visibility === "public") return { isPublic: true };
    return { isPublic: false, why: "the repository is not public" };
  } catch (error) {
    return { isPublic: false, why: `whether the repository is public could not be read (${describeFailure(error)})` };
  }
}
async function tokenOf() {
  try {
    return await getIDToken("sigstore");
  } catch {
    throw new NoToken();
  }
}
var NoToken = class extends Error {
};
var TooSlow = class extends Error {
};
async function signed({ statements, sigstore }, token, until) {
  const { attest } = await import("./platform-github-sigstore.js");
  const limiter = createLimiter(concurrency);
  const options = {
    identityToken: token,
    ...sigstore && { fulcioURL: sigstore.fulcio, rekorURL: sigstore.rekor },
    ...{ timeout: 2e4, retry: { retries: 2 } }
  };
  let failed = false;
  const bundles = statements.map(
    (statement) => limiter(async () => {
      if (failed) return "";
      try {
        if (Date.now() >= until) throw new TooSlow();
        return JSON.stringify(await attest(Buffer.from(statement), payloadType, options));
      } catch (error) {
        failed = true;
        throw error;
      }
    })
  );
  const outcomes = await Promise.allSettled(bundles);
  return outcomes.map((outcome) => {
    if (outcome.status === "rejected") throw outcome.reason;
    return outcome.value;
  });
}
function failureWords(error) {
  if (error instanceof NoToken) {
    return "GitHub gave the job no identity token; it needs `permissions: { id-token: write }`";
  }
  if (error instanceof TooSlow) return "Sigstore took too long to sign all of them";
  const { code } = error ?? {};
  switch (code) {
    case "CA_CREATE_SIGNING_CERTIFICATE_ERROR":
      return "Fulcio gave no certificate for the identity of this workflow";
    case "TLOG_CREATE_ENTRY_ERROR":
    case "TLOG_FETCH_ENTRY_ERROR":
      return "Rekor did not log the signature";
    default:
      return "Sigstore could not be used";
  }
}
export {
  signAdmission
};
