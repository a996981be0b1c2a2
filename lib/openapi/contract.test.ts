import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { oas31 } from "zod-openapi";
import { accounts } from "@/drizzle/schema/accounts";
import { api } from "../api/app";
import { problemResponse } from "../api/problem-response";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { AppError, type ErrorCode, errorTable } from "../core/errors";
import { newId, publicId } from "../core/ids";
import { errorsOf, type Operation } from "../operations/operation";
import { operations } from "../operations/operations";
import { limitRequests } from "../sending/limit-requests";
import { madeReal, plays, tokenWith } from "../testing/api-plays";
import { lintDocument } from "../testing/lint-document";
import { mintAccount } from "../testing/mint-account";
import type { Ask, Stage } from "../testing/play";
import { recordAnswer } from "../testing/record-answer";
import { startApi } from "../testing/start-api";
import { type Receiver, startReceiver } from "../testing/start-receiver";
import { useOwnDatabase } from "../testing/use-own-database";
import { buildDocument } from "./build-document";

const settings = {
  // A minute's budget that a loop uses up within one second's.
  RATE_LIMIT_BURST: "200",
  RATE_LIMIT_SUSTAINED: "200",
  WEBHOOK_ALLOW_SUBNETS: "127.0.0.1",
};

/** Real answers become examples of this copy; the last test holds them to their schemas. */
const recorded = structuredClone(buildDocument("https://sms.example.org"));
const played: string[] = [];
const succeeded = new Set<string>();

const scopes = ["send", "read", "manage"] as const;

let dropDatabase: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;
let receiver: Receiver;
beforeAll(async () => {
  dropDatabase = await useOwnDatabase(settings);
  server = await startApi();
  receiver = await startReceiver();
});
afterAll(async () => {
  await server.stop();
  await receiver.close();
  await dropDatabase();
});

describe.each(operations)("$method $path", (operation) => {
  test("its documented requests are answered as documented", async () => {
    const stage = await setStage();
    for (const example of operation.body?.examples ?? [undefined]) {
      const prepared = await plays[operation.id]?.prepare?.(stage);
      const answer = await send(operation, stage, {
        body: madeReal(example?.value ?? null),
        ...prepared,
      });
      expect(answer.ok, `${answer.status} ${await answer.clone().text()}`).toBe(true);
      expect(await recordAnswer(recorded, operation, answer)).toEqual([]);
      expect(answer.headers.has("ratelimit")).toBe(operation.scope !== null);
      succeeded.add(operation.id);
    }
  });

  test.each(errorsOf(operation))(
    "%s is answered as documented",
    async (code) => {
      const answer = await provoke(operation, code);
      const { code: given } = await answer.clone().json();
      expect([answer.status, given]).toEqual([errorTable[code].status, code]);
      expect(await recordAnswer(recorded, operation, answer)).toEqual([]);
      played.push(`${operation.id} ${code}`);
    },
    20_000,
  );
});

test("every route of the API is in the document, and nothing else is", () => {
  // The panel's own calls, what a carrier posts to its secret address, what the payment provider signs, what Prometheus reads, the document itself, in two forms, what agents call by their protocol, and what has a document of Twilio's.
  const undocumented =
    /^\S+ \/(2010-04-01\/|api\/(panel\/|webhooks\/|payments\/|metrics$|mcp$|(openapi|postman)\.json$))/;
  const routes = api.routes
    .filter(({ method }) => method !== "ALL")
    .map(({ method, path }) => `${method} ${path.replace(/:\w+(\{[^}]*\})?/g, "{}")}`)
    .filter((route) => !undocumented.test(route));
  const documented = Object.entries(recorded.paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/\{\w+\}/g, "{}")}`),
  );
  expect([...new Set(routes)].sort()).toEqual(documented.sort());
});

test("every documented operation and every documented refusal was played", () => {
  expect([...succeeded].sort()).toEqual(operations.map(({ id }) => id).sort());
  const documented = operations.flatMap((each) =>
    errorsOf(each).map((code) => `${each.id} ${code}`),
  );
  expect(played.toSorted()).toEqual(documented.sort());
});

test("a public linter finds nothing in the document", async () => {
  expect(await lintDocument(buildDocument("https://sms.example.org"))).toEqual([]);
});

test("every answer there was fits its schema", async () => {
  expect(await lintDocument(recorded)).toEqual([]);
});

test("an answer that does not fit its schema is found", async () => {
  const wrong = structuredClone(recorded);
  const answer = Response.json({ status: "ok", and: "more" });
  await recordAnswer(wrong, { path: "/api/health/live", method: "get" }, answer);
  expect(await lintDocument(wrong)).toEqual([expect.stringContaining("`and`")]);
});

async function setStage(): Promise<Stage> {
  const account = await mintAccount({ credits: 1000 });
  const stage: Stage = {
    account,
    receiver,
    async make(operationId, ask = {}) {
      const operation = operations.find(({ id }) => id === operationId);
      if (!operation) throw new Error(`There is no operation ${operationId}.`);
      const answer = await send(operation, stage, ask);
      if (!answer.ok) throw new Error(`${operationId}: ${await answer.text()}`);
      return answer.json();
    },
  };
  return stage;
}

/** Sends a request; whatever `ask` leaves open comes from the documented examples. */
async function send(operation: Operation, stage: Stage, ask: Ask): Promise<Response> {
  const { params = {}, query = exampleQuery(operation), after } = ask;
  const path = operation.path.replace(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(params[name] ?? ""),
  );
  const url = new URL(path, server.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  const hasBody = operation.body !== undefined && ask.body !== null;
  const example = ask.body ?? operation.body?.examples[0]?.value;
  const isFile = operation.body?.mediaTypes !== undefined;
  const body = ask.text ?? (isFile ? String(example) : JSON.stringify(example));
  const answer = await fetch(url, {
    method: ask.method ?? operation.method.toUpperCase(),
    headers: {
      ...(operation.scope && { authorization: `Bearer ${ask.token ?? stage.account.token}` }),
      ...(hasBody && {
        "content-type": operation.body?.mediaTypes?.[0] ?? "application/json",
      }),
      ...ask.headers,
    },
    ...(hasBody && { body }),
  });
  await after?.();
  return answer;
}

/** Every documented parameter at once, with the first of its examples. */
function exampleQuery({ path, method }: Operation): Record<string, string> {
  const { parameters = [] } = recorded.paths?.[path]?.[method] ?? {};
  const pairs = parameters.flatMap((parameter) => {
    if (!("in" in parameter) || parameter.in !== "query") return [];
    const [example] = (parameter.schema as oas31.SchemaObject).examples ?? [];
    if (example === undefined) return [];
    if (parameter.style !== "deepObject") return [[parameter.name, String(example)]];
    return Object.entries(example).map(([key, value]) => [
      `${parameter.name}[${key}]`,
      String(value),
    ]);
  });
  return Object.fromEntries(pairs);
}

async function provoke(operation: Operation, code: ErrorCode): Promise<Response> {
  if (code === "internal") return atTheEdge(new Error("a bug"));
  if (code === "unavailable") return atTheEdge({ code: "ECONNREFUSED" });
  const stage = await setStage();
  const { prepare, refusals } = plays[operation.id] ?? {};
  const well = { body: madeReal(operation.body?.examples[0]?.value ?? null) };
  const own = refusals?.[code];
  // What is refused at the door is so whatever the path names.
  const isInside = own || code === "invalid_request";
  const prepared = isInside ? await prepare?.(stage) : unknownParams(operation);
  const ask = own ? await own(stage) : await refusalOfAll(operation, code, stage);
  return send(operation, stage, { ...well, ...prepared, ...ask });
}

/** What fails in the same way everywhere. */
async function refusalOfAll(
  { scope, body }: Operation,
  code: ErrorCode,
  { account: { accountId } }: Stage,
): Promise<Ask> {
  switch (code) {
    case "unauthorized":
      return { token: "actio_live_not_a_token" };
    case "forbidden":
      if (scope === "any") await suspend(accountId);
      return {
        token: await tokenWith(
          scopes.filter((each) => each !== scope),
          accountId,
        ),
      };
    case "rate_limited":
      await exhaustLimits(accountId);
      return {};
    case "method_not_allowed":
      return { method: "PUT" };
    case "invalid_json":
      return { text: "{" };
    case "payload_too_large":
      return { text: JSON.stringify({ padding: "x".repeat(body?.maxBytes ?? 0) }) };
    case "unsupported_media_type":
      return { headers: { "content-type": "text/plain" } };
    case "invalid_request":
      return body && !body.isOptional ? { body: {} } : { query: { limt: "10" } };
    case "not_found":
      return {};
    default:
      throw new Error(`Nothing says how to be refused with ${code}.`);
  }
}

/** The ids of the examples look right and belong to nobody. */
function unknownParams({ path }: Operation): Ask {
  const examples = Object.values(recorded.paths?.[path] ?? {}).flatMap(
    ({ parameters = [] }: oas31.OperationObject) => parameters,
  );
  const params = examples.flatMap((parameter) =>
    "in" in parameter && parameter.in === "path" ? [[parameter.name, parameter.example]] : [],
  );
  return { params: Object.fromEntries(params) };
}

async function suspend(accountId: string): Promise<void> {
  await db().update(accounts).set({ status: "suspended" }).where(eq(accounts.id, accountId));
}

async function exhaustLimits(accountId: string): Promise<void> {
  for (;;) {
    try {
      await limitRequests(operatorOf(accountId, "live"));
    } catch (error) {
      if (error instanceof AppError && error.code === "rate_limited") return;
      throw error;
    }
  }
}

/** A failure of our own, answered by the function that answers all of them. */
function atTheEdge(failure: unknown): Response {
  const requestId = publicId("req", newId());
  const answer = problemResponse(failure, { requestId, instance: "/api/sms" });
  answer.headers.set("x-request-id", requestId);
  return answer;
}
