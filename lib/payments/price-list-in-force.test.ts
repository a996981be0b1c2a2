import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { priceListInForce } from "./price-list-in-force";

const folder = mkdtempSync(join(tmpdir(), "depesza-prices-"));
const path = join(folder, "prices.json");
process.env["PRICE_LIST"] = path;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good = { currency: "EUR", vat_percent: 21, tiers: [{ from: 1, rate_micros: 50_000 }] };

test("a price list that is missing or wrong is one sentence that says where, and the file that is right holds", () => {
  expect(() => priceListInForce()).toThrow(
    /^The price list \S+prices\.json cannot be read: ENOENT/,
  );
  writeFileSync(path, "{");
  expect(() => priceListInForce()).toThrow(/cannot be read: .*JSON/);
  writeFileSync(path, JSON.stringify({ ...good, tiers: [{ from: 1, rate_micros: 50 }] }));
  expect(() => priceListInForce()).toThrow(
    /^The price list \S+ is wrong: tiers\.0\.rate_micros: must be a whole number of hundreds [^;]+/,
  );
  writeFileSync(path, JSON.stringify(good));
  expect(priceListInForce()).toEqual({
    currency: "EUR",
    vatPercent: 21,
    tiers: [{ from: 1, rateMicros: 50_000 }],
  });
});
