import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));
import {
  coversCodes
} from "./chunk-decisions-codes.js";
import {
  isCandidate,
  isListed,
  isNobodyListed,
  mayDeny,
  whyNoApprover,
  whyNoWord,
  whyProposer
} from "./chunk-decisions-who.js";
import {
  linesOf
} from "./chunk-decisions-lines.js";

// src/decisions/statements.ts
var maxOwn = 15e4;
var maxOthers = 3e5;
var maxSeen = 8e6;
function sayingsOf(comments, mayCount = () => true) {
  const { read, unread } = readAll(comments, mayCount);
  const said = [];
  const malformed = [];
  const contradicting = [];
  for (const comment of comments) {
    const versions = versionsOf(comment).map(({ body, at, isCurrent }) => ({
      at,
      lines: (read.get(body) ?? []).filter((line) => isCurrent || isTightening(line))
    }));
    const all = versions.flatMap(({ lines }) => lines);
    for (const found of newestOf(versions)) {
      const line = { ...found, comment };
      const { statement } = line;
      if (statement === null) malformed.push(line);
      else if (all.some((other) => contradict(statement, other.statement))) contradicting.push({ ...line, statement });
      else said.push({ ...line, statement });
    }
  }
  return { said: said.sort(bySaying), malformed, contradicting, unread };
}
function versionsOf({ body, createdAt, lastEditedAt, edits }) {
  const former = edits.map((edit) => ({ body: edit.body ?? "", at: edit.editedAt, isCurrent: edit.body === body }));
  const at = lastEditedAt ?? edits.at(-1)?.editedAt ?? createdAt;
  return [...former, { body, at, isCurrent: true }];
}
function newestOf(versions) {
  const found = /* @__PURE__ */ new Map();
  let before = /* @__PURE__ */ new Set();
  for (const { at, lines } of versions) {
    const here = /* @__PURE__ */ new Set();
    for (const line of lines) {
      const key = keyOf(line);
      if (!before.has(key) && !here.has(key)) found.set(key, { ...line, at });
      here.add(key);
    }
    before = here;
  }
  return [...found.values()];
}
function readAll(comments, mayCount) {
  const read = /* @__PURE__ */ new Map();
  const unread = /* @__PURE__ */ new Set();
  const spent = /* @__PURE__ */ new Map();
  let seen = 0;
  for (const { body, comment, by, isOwn } of inTurn(comments, mayCount)) {
    if (read.has(body)) continue;
    seen += body.length;
    if (seen > maxSeen) {
      unread.add(comment);
      continue;
    }
    const purse = isOwn ? by : "others";
    const cost = (spent.get(purse) ?? 0) + body.length;
    const lines = linesRead(body, cost <= (isOwn ? maxOwn : maxOthers));
    if (lines.length > 0) spent.set(purse, cost);
    read.set(body, lines);
  }
  return { read, unread: [...unread] };
}
function inTurn(comments, mayCount) {
  const written = /* @__PURE__ */ new Map();
  return comments.flatMap(
    (comment) => versionsOf(comment).map(({ body }) => ({ body, comment, by: comment.author?.id ?? 0, isOwn: mayCount(comment) }))
  ).sort((a, b) => a.body.length - b.body.length).map((one) => {
    const turn = (written.get(one.by) ?? 0) + one.body.length;
    written.set(one.by, turn);
    return { ...one, turn };
  }).sort((a, b) => Number(b.isOwn) - Number(a.isOwn) || a.turn - b.turn);
}
var texts = /* @__PURE__ */ new Map();
function linesRead(body, isMarkdown) {
  const known = texts.get(body) ?? {};
  texts.set(body, known);
  if (isMarkdown) return known.markdown ??= linesOf(body);
  return known.scanned ??= linesOf(body, false);
}
function bySaying(a, b) {
  const [first, second] = [BigInt(a.comment.id), BigInt(b.comment.id)];
  return Date.parse(a.at) - Date.parse(b.at) || (first < second ? -1 : first > second ? 1 : 0);
}
var isTightening = ({ statement }) => statement?.say === "deny" || statement?.say === "withdraw";
var keyOf = ({ text, statement, flaw }) => statement === null ? text : JSON.stringify(statement.say === "deny" ? ["deny", statement.name, statement.version] : [statement, flaw]);
function contradict(one, other) {
  if (one.say !== "approve" || other === null || other.say !== "deny" && other.say !== "withdraw") return false;
  return one.name === other.name && one.version === other.version;
}

// src/decisions/refused.ts
function fixOf({ text, flaw }) {
  if (flaw === "unclear-text" || flaw === "not-alone") return "Write the line alone in a new comment.";
  const word = /^\/(deny|withdraw)/i.exec(text)?.[1]?.toLowerCase();
  if (word === "deny") {
    return "Write `/deny`, the name, `@` and the exact version in one line, and behind it the reason.";
  }
  if (word === "withdraw") return "Write `/withdraw`, the name, `@` and the exact version alone in a new comment.";
  return "Copy the whole line from the comment of lockgate, and change nothing in it.";
}
var maxAnswered = 20;
function bounded(refusals, approvals) {
  const others = refusals.filter(({ account }) => !isCandidate(account, approvals));
  if (others.length <= maxAnswered) return refusals;
  const kept = new Set(others.slice(0, maxAnswered));
  const last = others[maxAnswered - 1];
  const more = others.length - maxAnswered;
  return refusals.filter((one) => kept.has(one) || isCandidate(one.account, approvals)).map(
    (one) => one === last ? {
      ...one,
      fix: `${one.fix} ${more} more of people who cannot decide here ${more === 1 ? "is" : "are"} left out.`
    } : one
  );
}

// src/decisions/count.ts
function peopleToAsk({ comments }, approvals) {
  const found = /* @__PURE__ */ new Map();
  const { said, unread } = sayingsOf(
    comments.filter((one) => isCandidate(one.author, approvals)),
    ({ author }) => author !== null && isListed(author, approvals)
  );
  for (const { author } of unread) {
    if (author !== null) found.set(author.id, { account: author, comments: [], approves: false });
  }
  for (const { comment, statement } of said) {
    const { author, id } = comment;
    const approves = statement.say === "approve" || statement.say === "approve-file";
    if (author === null || approves && isNobodyListed(approvals)) continue;
    const known = found.get(author.id) ?? { account: author, comments: [], approves: false };
    const loosening = statement.say === "deny" || known.comments.includes(id) ? [] : [id];
    found.set(author.id, {
      ...{ account: author, comments: [...known.comments, ...loosening], approves: known.approves || approves }
    });
  }
  return [...found.values()];
}
function count(hearing) {
  const isOfWeight = ({ author }) => mayDeny(author, hearing.approvals, hearing.standings);
  const sayings = sayingsOf(
    hearing.comments.flatMap((comment) => {
      if (isOfWeight(comment)) return [comment];
      return isAnswered(comment, hearing.approvals) ? [{ ...comment, edits: [] }] : [];
    }),
    isOfWeight
  );
  const refusals = refusedAtOnce(hearing, sayings);
  const refuse = ({ text, comment }, { why, fix, commit }) => {
    const { author: account, id } = comment;
    refusals.push({ account, comment: id, line: text, why, fix, ...commit === void 0 ? {} : { commit } });
  };
  const denials = denialsOf(hearing, sayings, refuse);
  const approvals = approvalsOf(hearing, sayings, denials, refuse);
  const { approvals: policy, proposers, deleted, standings } = hearing;
  return {
    ...{ approvals, denials, refusals: bounded(refusals, policy), required: policy.required + proposers.extra },
    deleted: deleted.filter(({ author }) => author !== null && isApproverOf(author, policy, standings))
  };
}
var isAnswered = ({ author, body }, approvals) => isCandidate(author, approvals) || body.length <= maxStranger;
var maxStranger = 4096;
var isApproverOf = ({ id }, { users }, standings) => standings.has(id) || users.some((user) => user.id === id);
function refusedAtOnce({ reviews, approvals, standings }, { malformed, contradicting }) {
  const say = ({ text, comment }, why, fix) => {
    return { account: comment.author, comment: comment.id, line: text, why, fix };
  };
  const lines = sayingsOf(
    reviews.filter((review) => isAnswered(review, approvals)),
    ({ author }) => mayDeny(author, approvals, standings)
  );
  return [
    ...malformed.filter(isOfPerson).map((one) => say(one, one.flaw ?? "malformed", fixOf(one))),
    ...contradicting.map(
      (one) => say(
        one,
        "contradicts-itself",
        "The comment also denies or withdraws it, and that counts: to approve it, write the line alone in a new comment."
      )
    ),
    ...[...lines.said, ...lines.malformed, ...lines.contradicting].map(
      (one) => say(one, "in-a-review", "A review decides nothing: write the line as a comment on the pull request.")
    )
  ];
}
var isOfPerson = ({ comment: { author } }) => author?.type !== "Bot";
function denialsOf(hearing, { said }, refuse) {
  const inForce = /* @__PURE__ */ new Map();
  for (const one of said) {
    const { statement, comment } = one;
    if (statement.say !== "deny" && statement.say !== "withdraw") continue;
    const { name, version } = statement;
    const { author: account } = comment;
    const key = `${account?.id ?? ""} ${name}@${version}`;
    const denial = inForce.get(key);
    if (statement.say === "withdraw" && denial === void 0) continue;
    const denied = whyNoApprover(account, hearing.approvals, hearing.standings, statement.say) ?? whyNoWord(one) ?? (statement.say === "withdraw" ? whyStands(one, denial) : void 0);
    if (denied !== void 0 || account === null) {
      if (denied !== void 0) refuse(one, denied);
      continue;
    }
    if (statement.say === "withdraw") inForce.delete(key);
    else {
      const { reason } = statement;
      inForce.set(key, { account, comment: comment.id, name, version, reason, at: one.at });
    }
  }
  for (const one of said) {
    const { statement, comment } = one;
    if (statement.say !== "deny" || isHere(hearing, statement)) continue;
    const denial = inForce.get(`${comment.author?.id ?? ""} ${statement.name}@${statement.version}`);
    if (denial?.comment === comment.id) refuse(one, { why: "not-here", fix: notHere });
  }
  return [...inForce.values()];
}
function whyStands(one, denial) {
  if (one.flaw !== void 0) return { why: one.flaw, fix: fixOf(one) };
  if (denial?.comment !== one.comment.id) return void 0;
  return { why: "contradicts-itself", fix: "The comment also denies it: write the withdrawal alone in a new comment." };
}
var notHere = "This pull request does not bring it in: look at the name and the version.";
var isHere = ({ brought, blocked }, { name, version }) => brought.has(`${name}@${version}`) || blocked.some((one) => one.kind !== "file" && one.name === name && one.version === version);
function approvalsOf(hearing, { said }, denials, refuse) {
  const counted = /* @__PURE__ */ new Map();
  for (const one of said) {
    const { statement, comment, text } = one;
    if (statement.say !== "approve" && statement.say !== "approve-file") continue;
    const { author: account } = comment;
    const denied = whyNotCounted(hearing, one, said, denials);
    if (denied !== void 0 || account === null) {
      if (denied !== void 0 && denied !== "nothing-blocks") refuse({ text, comment }, denied);
      continue;
    }
    const { digest, reason } = statement;
    const codes = statement.say === "approve" ? statement.codes : codesOf(hearing.blocked, digest) ?? [];
    const approval = { account, comment: comment.id, digest, codes, reason, at: comment.createdAt };
    counted.set(`${account.id} ${digest}`, approval);
  }
  return [...counted.values()];
}
function whyNotCounted(hearing, one, said, denials) {
  const { approvals, standings, proposers, proposersOf, blocked, tampered, mergedAt, now } = hearing;
  const { statement, comment } = one;
  const proposed = "digest" in statement ? proposersOf?.(statement.digest) : void 0;
  const { author: account } = comment;
  const who = whyNoApprover(account, approvals, standings, "approve") ?? (account === null || isByOne(statement, blocked) ? void 0 : whyProposer(account, proposed ?? proposers)) ?? whyNoWord(one);
  if (who !== void 0) return who;
  const what = statement.say === "approve" ? whyOther(statement, hearing) : statement.say === "approve-file" ? whyOtherFile(statement, blocked) : void 0;
  if (what !== void 0) return what;
  const written = Date.parse(comment.createdAt);
  if (mergedAt !== void 0 && written > Date.parse(mergedAt)) {
    return {
      why: "after-merge",
      fix: "The pull request was merged before this was written: take the change back, and propose it again."
    };
  }
  if (Date.parse(now) - written > approvals.maximumAge) {
    return {
      why: "expired",
      fix: "It is older than `approvals.maximumAge` allows: write the line again in a new comment."
    };
  }
  if (tampered.some(
    ({ from, until }) => written >= Date.parse(from) && !(until !== void 0 && written > Date.parse(until))
  )) {
    return {
      why: "after-report-was-edited",
      fix: "Somebody edited the comment of lockgate before this was written: read the newest report, and write its line again."
    };
  }
  if (statement.say === "approve" && isEnded(one, said)) {
    return {
      why: "superseded",
      fix: "The same person denied or withdrew it later: write the line again to approve it."
    };
  }
  if (statement.say === "approve" && denials.some((denial) => isAbout(denial, statement))) {
    return { why: "denied", fix: "It is denied: whoever denied it has to withdraw that first." };
  }
  return void 0;
}
var isAbout = (one, other) => one.name === other.name && one.version === other.version;
function isEnded({ comment, statement, at }, said) {
  return said.some(
    (later) => (later.statement.say === "deny" || later.statement.say === "withdraw") && statement.say === "approve" && isAbout(later.statement, statement) && later.comment.author?.id === comment.author?.id && bySaying({ comment, at }, later) < 0
  );
}
var readAgain = "What it was about has changed: read the report as it stands, and write its line in a new comment.";
function whyOther({ name, version, digest, codes }, { blocked, brought, rules }) {
  const same = blocked.find((one) => one.kind === "package" && one.digest === digest);
  if (same?.kind === "package" && same.name === name && same.version === version) {
    if (coversCodes(codes, same.codes, rules)) return void 0;
    return { why: "other-codes", fix: `Something else blocks it now. ${readAgain}` };
  }
  if (same !== void 0 || blocked.some((one) => one.kind === "package" && isAbout(one, { name, version }))) {
    return { why: "other-digest", fix: readAgain };
  }
  if (blocked.some((one) => one.kind === "undecidable" && one.name === name && one.version === version)) {
    return { why: "not-decidable", fix: "Nobody can approve what blocks it: the report says what to do." };
  }
  if (brought.has(`${name}@${version}`)) return "nothing-blocks";
  return { why: "not-here", fix: notHere };
}
function whyOtherFile({ path, digest }, blocked) {
  const files = blocked.filter((one) => one.kind === "file");
  if (files.some((file) => file.path === path && file.digest === digest)) return void 0;
  const isHere2 = files.some((file) => file.path === path || file.digest === digest);
  return { why: isHere2 ? "other-digest" : "not-here", fix: readAgain };
}
var isByOne = (statement, blocked) => statement.say === "approve-file" && blocked.some((one) => one.kind === "file" && one.byOne === true && one.digest === statement.digest);
var codesOf = (blocked, digest) => blocked.flatMap((one) => one.kind === "file" && one.digest === digest ? [one.codes] : []).at(0);

export {
  sayingsOf,
  peopleToAsk,
  count
};
