/**
 * The strongly connected components of a graph, each before those that reach it (Tarjan): what `nodes` of several members are
 * circles. `next` gives the nodes that one points to.
 */
export function components(nodes, next) {
  const index = new Map();
  const low = new Map();
  const open = [];
  const found = [];
  const visit = (node) => {
    index.set(node, index.size);
    low.set(node, index.get(node));
    open.push(node);
    for (const other of next(node)) {
      if (!index.has(other)) visit(other);
      if (open.includes(other)) low.set(node, Math.min(low.get(node), low.get(other)));
    }
    if (low.get(node) === index.get(node)) found.push(open.splice(open.indexOf(node)));
  };
  for (const node of nodes) if (!index.has(node)) visit(node);
  return found;
}

/** A shortest way from `from` to `to`, both included; undefined where there is none. */
export function wayBetween(from, to, next) {
  const before = new Map([[from, undefined]]);
  for (const node of before.keys()) {
    if (node === to) {
      const way = [];
      for (let step = to; step !== undefined; step = before.get(step)) way.unshift(step);
      return way;
    }
    for (const other of next(node)) if (!before.has(other)) before.set(other, node);
  }
  return undefined;
}
