import { describe, expect, test } from "vitest";
import { standardPriceList } from "../pricing/price-list";
import { api } from "./app";

async function ask(query: string, method = "GET") {
  const response = await api.request(`/api/pricing${query}`, { method });
  const body = (await response.json()) as Record<string, unknown>;
  return { status: response.status, headers: response.headers, body };
}

describe("GET /api/pricing", () => {
  test("answers anybody with the whole sum and the price list", async () => {
    const { status, body } = await ask("?messages=20000&segments=2");
    expect(status).toBe(200);
    expect(body).toEqual({
      messages: 20_000,
      segments: 2,
      credits: 40_000,
      currency: "PLN",
      vat_percent: 23,
      rate_micros: 92_000,
      per_message_micros: 184_000,
      net_micros: 3_680_000_000,
      vat_micros: 846_400_000,
      gross_micros: 4_526_400_000,
      next_tier: {
        from: 50_001,
        rate_micros: 82_000,
        more_messages: 5001,
        net_micros: 4_100_164_000,
      },
      tiers: standardPriceList.tiers.map(({ from, rateMicros }) => ({
        from,
        rate_micros: rateMicros,
      })),
    });
  });

  test("counts one segment a message when nothing is said", async () => {
    expect((await ask("?messages=10&segments=")).body).toMatchObject({ segments: 1, credits: 10 });
  });

  test("has no next tier in the highest", async () => {
    expect((await ask("?messages=100000000&segments=10")).body).toMatchObject({ next_tier: null });
  });

  test.each([
    ["", "messages"],
    ["?messages=0", "messages"],
    ["?messages=1.5", "messages"],
    ["?messages=many", "messages"],
    ["?messages=100000001", "messages"],
    ["?messages=1&messages=2", "messages"],
    ["?messages=1&segments=11", "segments"],
    ["?messages=1&segments=0", "segments"],
  ])("refuses %j and names the field", async (query, field) => {
    const { status, body } = await ask(query);
    expect(status).toBe(422);
    expect(body["errors"]).toEqual({ [field]: [expect.stringContaining("whole number")] });
  });

  test("knows GET only", async () => {
    const { status, headers } = await ask("?messages=1", "POST");
    expect([status, headers.get("allow")]).toEqual([405, "GET"]);
  });
});
