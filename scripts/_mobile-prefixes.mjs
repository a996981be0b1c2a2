import metadata from "libphonenumber-js/metadata.max.json";

/** Longer ones are left to the library: the table stays small, and few numbers miss it. */
const maxPrefixLength = 6;
/** Of a whole number, country code included. */
const maxDigits = 15;
const digits = "0123456789";
/** Where the library's metadata keeps what is read here (its source, metadata.js, version 4). */
const place = { pattern: 2, trunkPrefix: 5, trunkPattern: 6, types: 11 };

/**
 * The text of `lib/numbers/_mobile-prefixes.json`: country code → number of digits after it → leading digits of which
 * every number of that length is a mobile one, read as it stands. Codes that several countries share are left out.
 */
export function mobilePrefixesFile() {
  const countries = Object.entries(metadata.country_calling_codes)
    .filter(([, sharing]) => sharing.length === 1)
    .map(([code, [country]]) => [code, prefixesOf(code, metadata.countries[country])])
    .filter(([, byLength]) => Object.keys(byLength).length > 0);
  return `${JSON.stringify(Object.fromEntries(countries), null, 1)}\n`;
}

function prefixesOf(code, country) {
  const [, mobile] = country[place.types] ?? [];
  if (!mobile) return {};
  const trunk = country[place.trunkPattern] || country[place.trunkPrefix];
  const patterns = [country[place.pattern], mobile[0], ...(trunk ? [trunk] : [])];
  const machines = patterns.map(machineOf);
  const lengths = Array.from({ length: maxDigits - code.length }, (_, index) => index + 1);
  const found = lengths.map((length) => [length, prefixesOfLength(machines, length)]);
  return Object.fromEntries(
    found.filter(([, each]) => each.length > 0).map(([length, each]) => [length, each.join(" ")]),
  );
}

function prefixesOfLength(machines, length) {
  const known = new Map();
  /** How many of the numbers that go on from here are surely mobile: all, none, or some. */
  const share = (states, left) => {
    const key = `${left} ${states.map((state) => [...state].map(idOf).sort().join()).join(";")}`;
    const answer = known.get(key) ?? shareOf(states, left, share);
    known.set(key, answer);
    return answer;
  };
  const prefixes = [];
  const visit = (prefix, states) => {
    const sure = share(states, length - prefix.length);
    if (sure === "all") prefixes.push(prefix);
    if (sure !== "some" || prefix.length >= maxPrefixLength) return;
    for (const digit of digits) visit(prefix + digit, advance(states, digit));
  };
  visit(
    "",
    machines.map(({ start }) => reach([start])),
  );
  return prefixes;
}

function shareOf(states, left, share) {
  const [general, mobile, trunk] = states;
  if (trunk && hasEnd(trunk)) return "none";
  if (general.size === 0 || mobile.size === 0) return "none";
  if (left === 0) return hasEnd(general) && hasEnd(mobile) ? "all" : "none";
  const shares = new Set([...digits].map((digit) => share(advance(states, digit), left - 1)));
  return shares.size === 1 ? [...shares][0] : "some";
}

function hasEnd(state) {
  return [...state].some(({ isEnd }) => isEnd);
}

function advance(states, digit) {
  return states.map((state) =>
    reach([...state].flatMap(({ on, next }) => (on?.includes(digit) ? [next] : []))),
  );
}

/** All nodes that are reached without reading anything. */
function reach(nodes) {
  const reached = new Set();
  const waiting = [...nodes];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (reached.has(node)) continue;
    reached.add(node);
    waiting.push(...(node.free ?? []));
  }
  return reached;
}

const ids = new Map();

function idOf(node) {
  if (!ids.has(node)) ids.set(node, ids.size);
  return ids.get(node);
}

/** A pattern as a machine of nodes. Throws for what the metadata's patterns do not use today. */
function machineOf(pattern) {
  const reader = { pattern, at: 0 };
  const end = { isEnd: true };
  const start = choice(reader)(end);
  if (reader.at < pattern.length) throw new Error(`cannot read the pattern ${pattern}`);
  return { start };
}

/** Each part of a pattern becomes a function: given the node behind it, its first node. */
function choice(reader) {
  const ways = [sequence(reader)];
  while (reader.pattern[reader.at] === "|") {
    reader.at += 1;
    ways.push(sequence(reader));
  }
  return (next) => ({ free: ways.map((way) => way(next)) });
}

function sequence(reader) {
  const parts = [];
  while (reader.at < reader.pattern.length && !"|)".includes(reader.pattern[reader.at])) {
    parts.push(repeated(atom(reader), reader));
  }
  return (next) => parts.reduceRight((behind, part) => part(behind), next);
}

function repeated(part, reader) {
  const [text, exact, from, to] =
    /^(?:\{(\d+)\}|\{(\d+),(\d+)\}|\?)/.exec(reader.pattern.slice(reader.at)) ?? [];
  if (text === undefined) return part;
  reader.at += text.length;
  const least = Number(exact ?? from ?? 0);
  const most = Number(exact ?? to ?? 1);
  return (next) => {
    let first = next;
    for (let count = least; count < most; count += 1) first = { free: [part(first), next] };
    for (let count = 0; count < least; count += 1) first = part(first);
    return first;
  };
}

function atom(reader) {
  const rest = reader.pattern.slice(reader.at);
  const [group] = /^\((?:\?:)?(?!\?)/.exec(rest) ?? [];
  if (group !== undefined) {
    reader.at += group.length;
    const inner = choice(reader);
    if (reader.pattern[reader.at] !== ")") throw new Error(`cannot read the pattern ${rest}`);
    reader.at += 1;
    return inner;
  }
  const [single] = /^(?:\\d|\[[\d-]+\]|\d)/.exec(rest) ?? [];
  if (single === undefined) throw new Error(`cannot read the pattern ${rest}`);
  reader.at += single.length;
  const on = [...digits].filter((digit) => new RegExp(`^${single}$`).test(digit)).join("");
  return (next) => ({ on, next });
}
