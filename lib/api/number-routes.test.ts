import { expect, test } from "vitest";
import { mintAccount } from "../testing/mint-account";
import { api } from "./app";

async function ask(token: string, [method, path]: [string, string], body?: unknown) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const request = new Request(`http://localhost${path}`, {
    method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
  const response = await api.fetch(request, { clientAddress: "192.0.2.1" });
  return { status: response.status, response, json: await response.json() };
}

test("a number is looked up with its plus as it is, escaped, and left out", async () => {
  const { token } = await mintAccount();
  const escaped = ["%2B48732129000", "%2B48%20732%20129%20000"];
  for (const number of ["+48732129000", "48732129000", ...escaped]) {
    const { status, json } = await ask(token, ["GET", `/api/numbers/${number}`]);
    expect(status).toBe(200);
    expect(json).toMatchObject({ number: "48732129000", valid: true });
  }
});

test("an unknown parameter is rejected instead of being ignored", async () => {
  const { token } = await mintAccount();
  const { status, json } = await ask(token, ["GET", "/api/numbers/732129000?contry=PL"]);
  expect(status).toBe(422);
  expect(json).toMatchObject({ errors: { contry: [expect.stringContaining("country")] } });
});

test("a look-up costs no credits, and a list of 100 numbers counts as ten requests", async () => {
  const { token } = await mintAccount({ credits: 1 });
  const numbers = Array.from({ length: 100 }, (_, place) => `48732129${100 + place}`);
  const leftAfter = async (method: string, path: string, body?: unknown) => {
    const { response } = await ask(token, [method, path], body);
    return Number(/;r=(\d+)/.exec(response.headers.get("ratelimit") ?? "")?.[1]);
  };
  const before = await leftAfter("GET", "/api/numbers/48732129000");
  await leftAfter("POST", "/api/numbers", { numbers });
  const after = await leftAfter("GET", "/api/numbers/48732129000");
  expect(before - after).toBe(11);
  const { json } = await ask(token, ["GET", "/api/account"]);
  expect(json).toMatchObject({ credits: 1 });
});
