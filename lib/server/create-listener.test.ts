import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { createListener } from "./create-listener";

const { Request: PlatformRequest, Response: PlatformResponse } = globalThis;

/** What a client gets of these answers, by the path it asks for. */
async function answersOf(answers: Record<string, () => Response>) {
  const listen = () => createListener(({ url }) => answers[new URL(url).pathname.slice(1)]?.());
  // A process may open more than one door.
  listen();
  const server = createServer(listen()).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const got = await Promise.all(
    Object.keys(answers).map(async (path) => {
      const response = await fetch(`http://127.0.0.1:${port}/${path}`);
      return [path, response.status, response.headers.get("x-from"), await response.text()];
    }),
  );
  await new Promise((resolve) => server.close(resolve));
  return got;
}

test("light answers, the platform's own and streams arrive alike", async () => {
  const headers = { "x-from": "here" };
  const stream = () =>
    new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("drop by "));
        controller.enqueue(new TextEncoder().encode("drop"));
        controller.close();
      },
    });
  const got = await answersOf({
    light: () => new Response("light", { headers, status: 201 }),
    platform: () => new PlatformResponse("heavy", { headers, status: 202 }),
    stream: () => new Response(stream(), { headers }),
  });
  expect(got).toEqual([
    ["light", 201, "here", "light"],
    ["platform", 202, "here", "heavy"],
    ["stream", 200, "here", "drop by drop"],
  ]);
});

test("others in the process know either kind for a Response, and have the platform's Request", () => {
  createListener(() => new Response());
  class Extended extends Response {}
  const made = [
    new Response("a"),
    new PlatformResponse("b"),
    Response.json({}),
    new Extended("c"),
    new Response("d").clone(),
  ];
  for (const response of made) {
    expect(response instanceof Response).toBe(true);
    expect(response instanceof PlatformResponse).toBe(true);
  }
  expect({} instanceof Response).toBe(false);
  expect(globalThis.Request).toBe(PlatformRequest);
});
