import { afterAll, beforeAll, expect, expectTypeOf, test } from "vitest";
import { mintAccount } from "@/lib/testing/mint-account";
import { startApi } from "@/lib/testing/start-api";
import { Depesza, DepeszaError } from "./client.mjs";

let server: Awaited<ReturnType<typeof startApi>>;
beforeAll(async () => {
  server = await startApi();
});
afterAll(() => server.stop());

async function clientOfOne() {
  const { token } = await mintAccount();
  return new Depesza({ baseUrl: server.url, token });
}

test("each call takes and returns what the API does, by its types and in fact", async () => {
  const client = await clientOfOne();
  const sent = await client.send({ from: "YourBrand", to: "48732129000", body: "Hello." });
  expectTypeOf(sent.message_id).toEqualTypeOf<string | null>();
  expect(sent.status).toBe("queued");

  const params = { message_id: sent.message_id ?? "" };
  const message = await client.call("getMessage", { params });
  expect(message.message_id).toBe(sent.message_id);

  const contact = await client.call("saveContact", { body: { number: "48732129000" } });
  expect(contact).toMatchObject({ number: "48732129000" });
  const numbers: string[] = [];
  for await (const each of client.iterate("listContacts")) numbers.push(each.number);
  expect(numbers).toEqual(["48732129000"]);
});

test("a call ends when its caller wants no more of it", async () => {
  const client = await clientOfOne();
  const reason = new Error("The customer has left.");
  const ended = client.call("getAccount", { signal: AbortSignal.abort(reason) });
  await expect(ended).rejects.toBe(reason);
});

test("a wait between attempts ends with the caller's wish, too", async () => {
  const ending = new AbortController();
  const { token } = await mintAccount();
  const client = new Depesza({
    baseUrl: server.url,
    token,
    fetch: async () => {
      setTimeout(() => ending.abort(), 10);
      return new Response("{}", { status: 503, headers: { "retry-after": "50" } });
    },
  });
  const ended = client.call("getAccount", { signal: ending.signal });
  await expect(ended).rejects.toMatchObject({ name: "AbortError" });
});

test("a refusal has the code of the API", async () => {
  const client = await clientOfOne();
  const refused = client.message("msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA");
  await expect(refused).rejects.toBeInstanceOf(DepeszaError);
  await expect(refused).rejects.toMatchObject({ status: 404, code: "not_found" });
});
