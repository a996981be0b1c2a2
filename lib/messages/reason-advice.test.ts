import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reasonAdvice } from "./reason-advice";

/** The codes that the sources of sending and of the carriers write, by the ways they are written there. */
function codesIn(folder: string): string[] {
  return readdirSync(folder, { encoding: "utf8", recursive: true })
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .flatMap((name) => {
      const source = readFileSync(join(folder, name), "utf8");
      const patterns = [
        /\breason: (?:[^,\n]*\? )?"([a-z]+_[a-z_]+)"/g,
        /\breason: [^,\n]*: "([a-z]+_[a-z_]+)"/g,
        /wait_reason = '([a-z_]+)'/g,
        /^ {2}\| "(carrier_[a-z_]+)"/gm,
        /ends\("sms\.\w+", "([a-z_]+)"\)/g,
        /ofCarrier\("([a-z_]+)"\)/g,
        /holdMessages\([^;]*?"([a-z_]+)"/g,
      ];
      return patterns.flatMap((pattern) =>
        [...source.matchAll(pattern)].map(([, code = ""]) => code),
      );
    });
}

test("every reason that the code writes has advice, and nothing else has", () => {
  const written = ["messages", "sending", "dispatch", "receipts", "carriers", "campaigns"].flatMap(
    (module) => codesIn(join(import.meta.dirname, "..", module)),
  );
  expect([...new Set(written)].sort()).toEqual(Object.keys(reasonAdvice).sort());
});
