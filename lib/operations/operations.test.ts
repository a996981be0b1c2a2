import { describe, expect, test } from "vitest";
import { z } from "zod";
import { scopes } from "../core/actor";
import { errorTable } from "../core/errors";
import { answerHeaders } from "./headers";
import { errorsOf, type Operation, tags } from "./operation";
import { operations } from "./operations";

const named = operations.map((operation): [string, Operation] => [operation.id, operation]);

/** The fields of an object in a contract, whatever it is transformed into afterwards. */
function shapeOf(schema: z.ZodType | undefined): Record<string, z.ZodType> {
  if (schema instanceof z.ZodObject) return schema.shape;
  return schema instanceof z.ZodPipe ? shapeOf(schema.in as z.ZodType) : {};
}

/** What an integrator would find wrong with a value by its contract; empty if nothing. */
function problems(schema: z.ZodType, value: unknown): string[] {
  const { error } = schema.safeParse(value);
  return error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
}

test("each call has an id and a way in of its own: generated clients name their methods by it", () => {
  const ids = operations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z0-9]*$/);
  const ways = operations.map(({ method, path }) => `${method} ${path.replace(/\{\w+\}/g, "{}")}`);
  expect(new Set(ways).size).toBe(ways.length);
});

test("each part of the reference but that of events has a call, and each call a part", () => {
  const used = new Set(operations.map(({ tag }) => tag));
  expect([...used, "Events"].sort()).toEqual(Object.keys(tags).sort());
});

describe.each(named)("%s", (_id, operation) => {
  test("declares exactly the parameters of its path, and an example of each", () => {
    const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(shapeOf(operation.params))).toEqual(inPath);
    for (const param of Object.values(shapeOf(operation.params))) {
      const { example } = (z.globalRegistry.get(param)?.["param"] ?? {}) as { example?: unknown };
      expect(problems(param, example)).toEqual([]);
    }
  });

  test("takes every request that it documents", () => {
    for (const { name, value } of operation.body?.examples ?? []) {
      const found = problems(operation.body?.schema ?? z.never(), withTimesToCome(value));
      expect({ name, found }).toEqual({ name, found: [] });
    }
  });

  test("documents at least one response that fits its contract, and none that does not", () => {
    const answers = Object.entries(operation.answers);
    expect(answers.length).toBeGreaterThan(0);
    for (const [status, { schema, examples = [] }] of answers) {
      expect(Number(status)).toBeLessThan(600);
      expect(examples.length > 0 || schema === undefined || schema instanceof z.ZodString).toBe(
        true,
      );
      for (const { name, value } of examples) {
        const found = schema ? problems(schema, value) : ["no contract"];
        expect({ name, found }).toEqual({ name, found: [] });
      }
    }
  });

  test("names each example once, and no secret in it works", () => {
    const lists = [
      operation.body?.examples,
      ...Object.values(operation.answers).map((each) => each.examples),
    ];
    for (const list of lists) {
      const names = (list ?? []).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    // A whole token has 38 characters behind its mode, a whole secret of an endpoint 44.
    expect(JSON.stringify(lists)).not.toMatch(/actio_(live|test)_\w{38}/);
  });

  test("knows only errors and headers that there are, each error once", () => {
    const codes = errorsOf(operation);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(Object.keys(errorTable)).toContain(code);
    const headers = Object.values(operation.answers).flatMap((answer) => answer.headers ?? []);
    for (const name of headers) expect(Object.keys(answerHeaders)).toContain(name);
    if (operation.scope === null) expect(codes).not.toContain("unauthorized");
    else
      expect(codes).toEqual(expect.arrayContaining(["unauthorized", "forbidden", "rate_limited"]));
    if (operation.scope && operation.scope !== "any") expect(scopes).toContain(operation.scope);
  });

  test("reads no endless body, and changes nothing when it only reads", () => {
    if (operation.method === "get") expect(operation.body).toBeUndefined();
    // A list of numbers is too long for a URL, so it is asked for by POST.
    else if (operation.id !== "lookUpNumbers") expect(operation.scope).not.toBe("read");
    const maxBytes = operation.body?.mediaTypes ? 33_554_432 : 8_388_608;
    if (operation.body) expect(operation.body.maxBytes).toBeLessThanOrEqual(maxBytes);
  });

  test("has a bound where it lists: no limit beyond a thousand, none below one", () => {
    const { limit } = shapeOf(operation.query);
    if (!limit) return;
    for (const wrong of ["0", "-1", "1001", "1.5", "many"]) {
      expect(problems(limit, wrong)).not.toEqual([]);
    }
    expect(problems(limit, "1")).toEqual([]);
    expect(z.safeParse(limit, undefined).success).toBe(true);
  });
});

const times = ["scheduled_at", "expires_at"];

/** The value with tomorrow for each time to come: those of the examples are past some day. */
function withTimesToCome(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTimesToCome);
  if (typeof value !== "object" || value === null) return value;
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [
      name,
      times.includes(name) ? tomorrow : withTimesToCome(held),
    ]),
  );
}
