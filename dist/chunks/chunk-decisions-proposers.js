import { createRequire as lockgateCreateRequire } from 'node:module';
import { fileURLToPath as lockgateFileURLToPath } from 'node:url';
const require = lockgateCreateRequire(import.meta.url);
const __filename = lockgateFileURLToPath(import.meta.url);
const __dirname = lockgateFileURLToPath(new URL('.', import.meta.url));

// src/decisions/changed-files.ts
function changesWatched(commit, commits, states) {
  const { id, parents, hadBase } = commit;
  if (parents.length < 2) return !isEach(id, parents, states, () => false);
  const [branch, base, ...others] = [...parents].sort((a, b) => Number(commits.has(b)) - Number(commits.has(a)));
  return !isEach(id, parents, states, (path, has) => {
    if (branch === void 0 || base === void 0 || others.length > 0 || !commits.has(branch)) return false;
    if (!commits.has(base) && has(base)) return hadBase === false;
    return [branch, base].some((side) => has(side) && isOwn(side, path, commits, states));
  });
}
function isEach(id, from, states, isGiven) {
  const own = states.get(id);
  const others = from.map((other) => states.get(other));
  if (own === void 0 || others.includes(void 0)) return false;
  const paths = new Set([own, ...others].flatMap((files) => [...files?.keys() ?? []]));
  return [...paths].every((path) => {
    const has = (other) => states.get(other)?.get(path) === own.get(path);
    return from.length > 0 && from.every(has) || isGiven(path, has);
  });
}
function isOwn(id, path, commits, states) {
  if (!commits.has(id)) return false;
  const own = states.get(id)?.get(path);
  return basesOf(id, commits).every((base) => {
    const files = states.get(base);
    return files !== void 0 && files.get(path) !== own;
  });
}
var basesOf = (id, commits) => [...historyOf(id, commits)].filter((one) => !commits.has(one));
var statesOfCommit = ({ id, parents }, commits) => [
  ...[id, ...parents],
  ...parents.length < 2 ? [] : parents.flatMap((parent) => basesOf(parent, commits))
];
function mergesToAsk(commits, states) {
  return [...commits.values()].flatMap((merge) => {
    const [branch, ...more] = merge.parents.filter((parent) => commits.has(parent));
    const [base, ...others] = merge.parents.filter((parent) => !commits.has(parent));
    if (branch === void 0 || base === void 0 || more.length + others.length > 0) return [];
    const asks = changesWatched(merge, commits, states) && !changesWatched({ ...merge, hadBase: false }, commits, states);
    return asks ? [{ merge, branch, base }] : [];
  });
}
function statesOfMove(move, commits) {
  const { kind, before, after } = move;
  if (before === null || !commits.has(after)) return void 0;
  const brought = broughtBy(move, commits);
  if (kind === "force_push") {
    const onto = brought.flatMap(({ parents }) => parents.filter((parent) => !commits.has(parent)));
    if (new Set(onto).size > 1) return void 0;
    return [after, before, ...basesOf(after, commits), ...basesOf(before, commits)];
  }
  if (brought.length === 0 || !brought.every(({ isMadeByGitHub }) => isMadeByGitHub)) return void 0;
  return brought.flatMap((commit) => statesOfCommit(commit, commits));
}
function isInnocent(move, commits, states) {
  const { kind, before, after } = move;
  if (before === null || statesOfMove(move, commits) === void 0) return false;
  if (kind !== "force_push") return broughtBy(move, commits).every((one) => !changesWatched(one, commits, states));
  const [base, ...others] = basesOf(after, commits);
  const stood = basesOf(before, commits);
  const standsAsBefore = stood.length === others.length + 1 && [base, ...others].every((one) => stood.includes(one ?? ""));
  return isEach(after, [before, ...base === void 0 ? [] : [base]], states, (path, has) => {
    if (has(before) && (standsAsBefore || isOwn(before, path, commits, states))) return true;
    return base !== void 0 && others.length === 0 && has(base);
  });
}
function broughtBy({ before, after }, commits) {
  const had = before === null ? /* @__PURE__ */ new Set() : historyOf(before, commits);
  return [...historyOf(after, commits)].flatMap((id) => {
    const commit = commits.get(id);
    return commit === void 0 || had.has(id) ? [] : [commit];
  });
}
function historyOf(id, commits) {
  const seen = /* @__PURE__ */ new Set([id]);
  for (const one of seen) for (const parent of commits.get(one)?.parents ?? []) seen.add(parent);
  return seen;
}

// src/decisions/proposers.ts
var webFlow = 19864447;
function proposersOf(facts, states) {
  const marks = [...ofAuthor(facts), ...ofMoves(facts, states), ...ofCommits(facts, states), ...ofAssignments(facts)];
  const distinct = /* @__PURE__ */ new Map();
  for (const mark of marks) {
    const key = `${mark.account.id} ${mark.as}`;
    if (!distinct.has(key)) distinct.set(key, mark);
  }
  const because = whyExtra(facts) ?? (hasUnknownDriver(facts, states) ? botPushed : void 0);
  return { marks: [...distinct.values()], ...because === void 0 ? { extra: 0 } : { extra: 1, because } };
}
function statesToAsk(facts, settle) {
  const sure = new Set(proposersSurely(facts));
  const isAnyOpen = settle === "all" || [...settle].some((id) => !sure.has(id));
  const isOpen = (account) => ((settle === "all" || settle.has(account.id)) && !sure.has(account.id) || isAnyOpen && isForeignBot(account, facts)) && account.id !== webFlow;
  const ofMoved = movesIn(facts).flatMap((move) => {
    if (!isOpen(move.actor)) return [];
    const brought = isForeignBot(move.actor, facts) ? broughtBy(move, facts.commits) : [];
    return [
      ...statesOfMove(move, facts.commits) ?? [],
      ...brought.flatMap((commit) => statesOfCommit(commit, facts.commits))
    ];
  });
  const ofCommitted = [...facts.commits.values()].flatMap(
    (commit) => [...commit.authors, ...commit.committer === void 0 ? [] : [commit.committer]].some(isOpen) ? statesOfCommit(commit, facts.commits) : []
  );
  return [.../* @__PURE__ */ new Set([...ofMoved, ...ofCommitted])];
}
function proposersSurely(facts) {
  const plain = movesIn(facts).filter((move) => statesOfMove(move, facts.commits) === void 0);
  const started = "startedBy" in facts.moved ? facts.moved.startedBy : [];
  const marks = [...ofAuthor(facts), ...ofAssignments(facts)].map(({ account }) => account);
  return [...marks, ...started, ...plain.map(({ actor }) => actor)].map(({ id }) => id);
}
var movesIn = ({ moved }) => "moves" in moved ? moved.moves : [];
var ofAuthor = ({ author }) => author === null ? [] : [{ account: author, as: "author" }];
function ofMoves(facts, states) {
  if ("startedBy" in facts.moved) return facts.moved.startedBy.map((account) => ({ account, as: "pusher" }));
  return facts.moved.moves.filter((move) => !isInnocent(move, facts.commits, states)).map(({ actor, after }) => ({ account: actor, as: "pusher", commit: after }));
}
function ofCommits(facts, states) {
  const rebased = rebasedBy(facts, states);
  return [...facts.commits.values()].filter((commit) => changesWatched(commit, facts.commits, states)).flatMap(({ id: commit, authors, hasAuthor, committer }) => [
    ...authors.map((account, index) => {
      return { account, as: hasAuthor && index === 0 ? "commit-author" : "co-author", commit };
    }),
    ...committer === void 0 || committer.id === webFlow || rebased.has(`${committer.id} ${commit}`) ? [] : [{ account: committer, as: "committer", commit }]
  ]);
}
function rebasedBy(facts, states) {
  return new Set(
    movesIn(facts).filter((move) => move.kind === "force_push" && isInnocent(move, facts.commits, states)).flatMap(
      (move) => broughtBy(move, facts.commits).filter(({ authors }) => authors.every(({ id }) => id !== move.actor.id)).map(({ id }) => `${move.actor.id} ${id}`)
    )
  );
}
function ofAssignments(facts) {
  if (facts.author?.type !== "Bot") return [];
  const people = facts.assignments.flatMap(({ actor, assignee }) => [actor, assignee]);
  const requesters = requestersOf(facts).map((account) => ({ account, as: "requester" }));
  const others = [...people, ...facts.issueAuthors].flatMap(
    (account) => account?.type === "User" ? [{ account, as: "assigner" }] : []
  );
  return [...requesters, ...others];
}
function requestersOf({ author, createdAt, assignments }) {
  return assignments.flatMap(({ actor, assignee, isUnassigned, at, linkedBy }) => {
    const isApp = (account) => account !== null && account.id === author?.id;
    const isBefore = Date.parse(at) <= Date.parse(createdAt);
    const isRequest = !isUnassigned && isApp(assignee) && isBefore && linkedBy.some(isApp);
    return isRequest && actor?.type === "User" ? [actor] : [];
  });
}
var unrequested = "An App opened the pull request, and nothing says who asked it to: nobody assigned it.";
var botPushed = "A bot pushed to this branch, and who drove it is not known.";
var isForeignBot = ({ id, type }, { author }) => type === "Bot" && id !== webFlow && id !== author?.id;
function hasUnknownDriver(facts, states) {
  const { commits } = facts;
  const isForeign = (account) => account !== void 0 && isForeignBot(account, facts);
  const isByBot = ({ authors: [author], hasAuthor, committer }) => hasAuthor && isForeign(author) || isForeign(committer);
  const hasProposed = (move) => {
    if (isInnocent(move, commits, states)) return false;
    if (move.kind === "force_push" || !commits.has(move.after)) return true;
    return broughtBy(move, commits).some((commit) => changesWatched(commit, commits, states));
  };
  return movesIn(facts).some((move) => isForeign(move.actor) && hasProposed(move)) || [...commits.values()].some((commit) => isByBot(commit) && changesWatched(commit, commits, states));
}
function whyExtra(facts) {
  const { author, moved, isUnasked } = facts;
  if (author === null) return "The account that opened the pull request is gone.";
  if (author.type !== "User" && author.type !== "Bot") return "It was not a person who opened the pull request.";
  if ("startedBy" in moved) {
    return "GitHub does not list who pushed to the fork, so only those who started this repository's runs are known.";
  }
  if (author.type === "Bot" && !isUnasked && requestersOf(facts).length === 0) {
    return unrequested;
  }
  return void 0;
}

export {
  mergesToAsk,
  proposersOf,
  statesToAsk,
  proposersSurely,
  unrequested
};
