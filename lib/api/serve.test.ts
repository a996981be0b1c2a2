import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { Operation } from "../operations/operation";
import type { ApiEnv } from "./context";
import { mount } from "./mount";
import { serve } from "./serve";

const createThing = {
  id: "createThing",
  method: "post",
  path: "/api/things/{thing_id}",
  tag: "Messages",
  summary: "Create a thing",
  description: "Creates a thing.",
  scope: null,
  query: z.object({ count: z.coerce.number().int() }),
  body: { schema: z.object({ name: z.string() }), maxBytes: 65_536, examples: [] },
  answers: { 201: { description: "Created.", schema: z.object({ text: z.string() }) } },
  errors: [],
} satisfies Operation;

const deleteThing = {
  id: "deleteThing",
  method: "delete",
  path: "/api/things/{thing_id}",
  tag: "Messages",
  summary: "Delete a thing",
  description: "Deletes a thing.",
  scope: null,
  answers: { 204: { description: "Deleted." } },
  errors: [],
} satisfies Operation;

const deleteNothing = () => undefined;

async function call(method: string, query = "?count=2") {
  const app = new Hono<ApiEnv>();
  app.onError((error) => new Response(error.message, { status: 422 }));
  mount(
    app,
    serve(
      { createThing, deleteThing },
      {
        async createThing({ params, query: { count }, body, token }) {
          const { name } = await body();
          return { text: [params.thing_id, count + 1, name, token].join() };
        },
        deleteThing: deleteNothing,
      },
    ),
  );
  return app.request(`/api/things/7${query}`, {
    method,
    headers: { "content-type": "application/json" },
    body: method === "POST" ? '{"name":"x"}' : null,
  });
}

describe("a handler", () => {
  test("gets what its operation declares, parsed, and responds with its status", async () => {
    const answer = await call("POST");
    expect([answer.status, await answer.json()]).toEqual([201, { text: "7,3,x," }]);
    const deleted = await call("DELETE");
    expect([deleted.status, await deleted.text()]).toEqual([204, ""]);
  });

  test("is not reached with a query that its operation does not have", async () => {
    const answer = await call("POST", "?count=2&more=1");
    expect(await answer.text()).toContain("Known parameters: count.");
    expect(await (await call("POST", "?count=x")).text()).toBe("Some fields are not valid.");
  });

  test("that is missing, has no operation, or returns something else does not compile", () => {
    // @ts-expect-error deleteThing has no handler.
    expect(serve({ createThing, deleteThing }, { createThing: () => ({ text: "" }) })).toHaveLength(
      1,
    );
    // @ts-expect-error stray has no operation.
    const withStray = serve({ deleteThing }, { deleteThing: deleteNothing, stray: deleteNothing });
    expect(withStray).toHaveLength(1);
    // @ts-expect-error The document promises a text.
    expect(serve({ createThing }, { createThing: () => ({ text: 1 }) })).toHaveLength(1);
  });
});
