import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  objectId
} from "./chunk-platform-github-ask.js";
import {
  array,
  object,
  string
} from "./chunk-zod.js";

// src/platform/github/queue.ts
var queueRefs = array(object({ ref: string(), object: object({ sha: objectId }) }));
var most = 10;
var entryOf = (ref) => {
  const name = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d{1,9})-([0-9a-f]+)$/.exec(ref);
  const [, target = "", number = "", base = ""] = name ?? [];
  return name === null ? void 0 : { target, number: Number(number), base };
};
var queueOf = (baseRef) => `heads/gh-readonly-queue/${baseRef.slice("refs/heads/".length)}/`;
function queueAhead(request, client, { baseSha, baseRef, headRef }, tip) {
  if (baseSha === tip) return void 0;
  const own = entryOf(headRef)?.number;
  return {
    entries: () => entriesAhead(request, client, { baseSha, baseRef, tip }),
    ...own === void 0 ? {} : { own }
  };
}
async function entriesAhead({ owner, repo }, client, { baseSha, baseRef, tip }) {
  const ref = queueOf(baseRef);
  const ahead = [];
  try {
    const { data } = await client.request("GET /repos/{owner}/{repo}/git/matching-refs/{ref}", { owner, repo, ref });
    const entries = queueRefs.parse(data).flatMap((found) => {
      const entry = entryOf(found.ref);
      return entry === void 0 ? [] : [{ ...entry, head: found.object.sha }];
    });
    for (let at = baseSha; at !== tip && ahead.length < most; ) {
      const entry = entries.find(({ head }) => head === at);
      if (entry === void 0) break;
      ahead.unshift({ commit: entry.head, pull: entry.number });
      at = entry.base;
    }
  } catch {
  }
  return ahead.length === 0 ? [{ commit: baseSha }] : ahead;
}

export {
  queueRefs,
  entryOf,
  queueOf,
  queueAhead
};
