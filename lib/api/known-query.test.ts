import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";

let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  server = await startApi();
});
afterAll(() => server.stop());

async function call(path: string, init: RequestInit = {}) {
  const { token } = await mintAccount({ credits: 0 });
  const response = await fetch(`${server.url}/api${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
  });
  return { status: response.status, problem: await response.json() };
}

describe("a query parameter that a call does not have", () => {
  test("is refused, with those that the call has named", async () => {
    const { status, problem } = await call("/sms?limt=10&status=failed");
    expect([status, problem.code]).toEqual([422, "invalid_request"]);
    expect(Object.keys(problem.errors)).toEqual(["limt"]);
    expect(problem.detail).toBe(
      "Unknown query parameter “limt”. Known parameters: status, to, from, q, client_ref, campaign_id, metadata[…], since, until, test, limit, cursor.",
    );
  });

  test.each(["/account", "/tokens", "/webhook-endpoints"])(
    "is refused by %s, which has none",
    async (path) => {
      const { status, problem } = await call(`${path}?limit=5`);
      expect(status).toBe(422);
      expect(problem.detail).toBe(
        "Unknown query parameter “limit”. This request has no query parameters.",
      );
    },
  );

  test("does not send what should be a dry run", async () => {
    const body = JSON.stringify({ from: "YourBrand", to: "48732129000", body: "x" });
    const { status, problem } = await call("/sms?dry_run=true", { method: "POST", body });
    expect(status).toBe(422);
    expect(problem.errors).toHaveProperty("dry_run");
  });

  test("is refused by the price list, too, and after a wrong token nothing is said about it", async () => {
    const { status, problem } = await call("/pricing?messages=5&segmnts=2");
    expect([status, Object.keys(problem.errors)]).toEqual([422, ["segmnts"]]);
    const unknown = await fetch(`${server.url}/api/sms?limt=1`);
    expect(unknown.status).toBe(401);
  });
});

describe("the detail of a 422", () => {
  test("is one sentence per field, each with a period", async () => {
    const body = JSON.stringify({ from: "MyBrand&Sons", to: "48732129000", body: "" });
    const { problem } = await call("/sms", { method: "POST", body });
    expect(problem.detail).toBe("Invalid sender: MyBrand&Sons. Write the text of the message.");
  });

  test("names the fields also where a form has a sentence of its own", async () => {
    const { problem } = await call("/tokens", { method: "POST", body: '{"mode":"x"}' });
    expect(problem.detail).toBe("Enter a name for the token. Choose live or test.");
  });
});

test("one credit is a credit", async () => {
  const body = JSON.stringify({ from: "YourBrand", to: "48732129000", body: "x" });
  const { status, problem } = await call("/sms", { method: "POST", body });
  expect(status).toBe(402);
  expect(problem.detail).toBe("This costs 1 credit, but your balance is 0. Nothing was sent.");
});
