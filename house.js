// The plan of the house, written down once: who may import whom. ESLint (eslint.config.js)
// and the architecture test (test/architecture.test.ts) both read it.

/** @type {Readonly<Record<string, readonly string[]>>} */
export const rooms = plan(
  [
    ["kernel", []],
    ["wording", ["kernel"]],
    ["office", ["kernel"]],
    ["ledger", ["kernel"]],
    ["study", ["kernel", "wording", "office", "ledger"]],
    ["vault", ["kernel", "wording", "office", "ledger", "study"]],
  ],
  ["transcript", "theme", "retour", "copy", "correction", "validation", "publication", "removal"],
);

/**
 * Numbered rooms import the ground rooms and the rooms with a smaller number; the front
 * door imports all of them.
 * @param {[string, string[]][]} ground
 * @param {string[]} numbered
 */
function plan(ground, numbered) {
  const names = ground.map(([room]) => room);
  const loop = numbered.map((room, index) => [room, [...names, ...numbered.slice(0, index)]]);
  return Object.fromEntries([...ground, ...loop, ["cli", [...names, ...numbered]]]);
}

/** Rooms that know nothing of the machine: no `node:` module. */
export const pureRooms = ["wording"];

/**
 * Why a file may not import another, or undefined when it may. Paths are relative to the
 * repository, with forward slashes; `to` may be a package.
 * @param {string} from
 * @param {string} to
 * @returns {string | undefined}
 */
export function refusal(from, to) {
  const fromRoom = roomOf(from);
  if (fromRoom === undefined) return undefined;
  if (to.startsWith("node:"))
    return pureRooms.includes(fromRoom) ? `${fromRoom} knows nothing of the machine` : undefined;
  if (to === "src/main.ts") return "nothing imports main";
  const toRoom = roomOf(to);
  if (toRoom === undefined || toRoom === fromRoom) return undefined;
  return rooms[fromRoom]?.includes(toRoom) ? undefined : `${fromRoom} may not import ${toRoom}`;
}

/** @param {string} path */
function roomOf(path) {
  const room = /^src\/([^/]+)\//.exec(path)?.[1];
  return room !== undefined && room in rooms ? room : undefined;
}
