/** For each room of an order the rooms below it, and what is wrong with the order; layers.mjs tells the grammar. */
export function below(order) {
  const rooms = new Map();
  const problems = [];
  for (const entry of order) {
    const under = [...rooms.keys()];
    for (const chain of entry.split('|')) {
      const own = [];
      for (const level of chain.split('<')) {
        const names = level.split(',').map((name) => name.trim());
        for (const name of names) {
          if (name === '' || rooms.has(name)) problems.push(`order: a room is missing or named twice in "${entry}"`);
          rooms.set(name, new Set([...under, ...own]));
        }
        own.push(...names);
      }
    }
  }
  return { rooms, problems };
}
