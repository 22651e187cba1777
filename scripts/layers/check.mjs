import { components, wayBetween } from './circles.mjs';
import { readImports, roomOf } from './imports.mjs';
import { below } from './order.mjs';

/** The problems of the imports below `folder` by a list such as layers.mjs, and what there is, in numbers. */
export function checkLayers(folder, { order = [], only = {}, also = {}, pure = [], circles = {} }) {
  const { files, imports } = readImports(folder);
  const rooms = new Set(files.map(roomOf));
  const inside = imports.filter(({ to }) => !to.startsWith('../'));
  const between = inside.filter(({ from, to }) => roomOf(from) !== roomOf(to));
  const problems = [
    ...imports
      .filter((each) => !inside.includes(each))
      .map(({ from, to, line }) => `${from}:${line}: imports ${to}, which lies outside`),
    ...below(order).problems,
    ...unknownNames({ files, rooms, order, only, also, pure }),
    ...forbiddenImports({ between, order, only, also }),
    ...fileCircles({ files, inside, circles }),
  ];
  return { problems, numbers: { files: files.length, imports: inside.length, ...layersOf(rooms, between) } };
}

/** A name that no longer stands for anything hides what the list was written to hold. */
function unknownNames({ files, rooms, order, only, also, pure }) {
  const ordered = [...below(order).rooms.keys()];
  const allowed = [...Object.values(only), ...Object.values(also)].flat();
  const named = new Set([...ordered, ...pure, ...Object.keys(only), ...Object.keys(also), ...allowed]);
  const isKnown = (name) => rooms.has(name) || ([...allowed, ...pure].includes(name) && files.includes(name));
  const placeless = ordered.length === 0 ? [] : [...rooms].filter((room) => !ordered.includes(room));
  return [
    ...[...named].filter((name) => !isKnown(name)).map((name) => `${name}: is named by the list, and does not exist`),
    ...placeless.map((room) => `${room}: has no place in the order`),
  ];
}

/** What a room imports that the list does not let it, and what `also` lets it without need. */
function forbiddenImports({ between, order, only, also }) {
  const under = below(order).rooms;
  const isNamed = (names, to) => names.includes(roomOf(to)) || names.includes(to);
  const needed = new Set();
  const problems = [];
  for (const { from, to, line } of between) {
    const room = roomOf(from);
    const isBelow = under.get(room)?.has(roomOf(to)) ?? true;
    if (isBelow && (only[room] === undefined || isNamed(only[room], to))) continue;
    const extra = (also[room] ?? []).filter((name) => isNamed([name], to));
    for (const name of extra) needed.add(`${room} > ${name}`);
    if (extra.length > 0) continue;
    const may = isBelow ? only[room].join(', ') || 'itself' : 'what is below it in the order';
    problems.push(`${from}:${line}: imports ${to}; ${room} may import only ${may}`);
  }
  const listed = Object.entries(also).flatMap(([room, names]) => names.map((name) => ({ room, name })));
  const needless = listed.filter(({ room, name }) => !needed.has(`${room} > ${name}`));
  return [...problems, ...needless.map(({ room, name }) => `also: ${room} does not need ${name} any more; remove it`)];
}

/** Circles of files, of each knot a shortest one. An import that is excepted does not count, and must close one. */
function fileCircles({ files, inside, circles }) {
  const targets = new Map(files.map((file) => [file, []]));
  for (const { from, to } of inside) if (circles[`${from} > ${to}`] === undefined) targets.get(from).push(to);
  const next = (file) => targets.get(file) ?? [];
  const knots = components(files, next).filter(([file, another]) => another !== undefined || next(file).includes(file));
  const problems = knots.map((members) => {
    const [from, way] = members
      .flatMap((from) => next(from).map((to) => [from, wayBetween(to, from, next)]))
      .filter(([, way]) => way !== undefined)
      .reduce((one, other) => (other[1].length < one[1].length ? other : one));
    const { line } = inside.find((each) => each.from === from && each.to === way[0]);
    return `${from}:${line}: a circle of ${way.length} in a knot of ${members.length} files: ${[from, ...way].join(' > ')}`;
  });
  const needless = Object.keys(circles).filter((edge) => {
    const [from, to] = edge.split(' > ');
    const isImport = inside.some((each) => each.from === from && each.to === to);
    return !isImport || wayBetween(to, from, next) === undefined;
  });
  return [...problems, ...needless.map((edge) => `circles: ${edge} closes no circle any more; remove it`)];
}

/** The rooms by layers: each is above all that it imports, the rooms of a circle taken as one. */
function layersOf(rooms, between) {
  const edges = new Map([...rooms].map((room) => [room, new Set()]));
  for (const { from, to } of between) edges.get(roomOf(from)).add(roomOf(to));
  const groups = components([...rooms], (room) => edges.get(room));
  const layerOf = new Map();
  const layers = [];
  for (const group of groups) {
    const under = group.flatMap((room) => [...edges.get(room)]).filter((room) => !group.includes(room));
    const layer = Math.max(-1, ...under.map((room) => layerOf.get(room))) + 1;
    for (const room of group) layerOf.set(room, layer);
    layers[layer] = [...(layers[layer] ?? []), group.sort().join(' + ')].sort();
  }
  const edgeCount = [...edges.values()].reduce((sum, { size }) => sum + size, 0);
  return { rooms: rooms.size, edges: edgeCount, layers, circles: groups.filter(({ length }) => length > 1).length };
}
