import { expect, test } from "vitest";
import { operations } from "../operations/operations";
import { mintAccount } from "../testing/mint-account";
import { startApi } from "../testing/start-api";
import type { PostmanCollection } from "./to-postman";

test("every call of the API is a request of the Postman collection, and its first request runs", async () => {
  const server = await startApi();
  const response = await fetch(`${server.url}/api/postman.json`);
  const collection = (await response.json()) as PostmanCollection;
  const requests = collection.item.flatMap(({ item }) => item.map(({ request }) => request));
  const calls = requests.map(
    ({ method, url }) => `${method} ${url.raw.replace("{{baseUrl}}", "")}`,
  );
  const documented = operations.map(
    ({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`,
  );
  expect(calls.sort()).toEqual(documented.sort());

  const { token } = await mintAccount();
  const values: Record<string, string> = { baseUrl: "", token };
  for (const { key, value } of collection.variable) values[key] ||= value;
  const fill = (text: string) =>
    text.replaceAll(/\{\{(\w+)\}\}/g, (_all, name) => values[name] ?? "");
  const send = requests.find(
    ({ method, url }) => method === "POST" && url.raw.endsWith("/api/sms"),
  );
  const sent = await fetch(fill(send?.url.raw ?? ""), {
    method: "POST",
    headers: {
      authorization: `Bearer ${fill(collection.auth.bearer[0]?.value ?? "")}`,
      ...Object.fromEntries(send?.header.map(({ key, value }) => [key, value]) ?? []),
    },
    body: send?.body?.raw ?? "",
  });
  expect(await sent.json()).toMatchObject({ status: "queued" });
  await server.stop();
});
