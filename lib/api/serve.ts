import type { Context } from "hono";
import type { StatusCode } from "hono/utils/http-status";
import type { z } from "zod";
import { parseInput } from "../core/parse-input";
import type { PathParams } from "../operations/call-contract";
import type { Operation } from "../operations/operation";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import { authorize } from "./authorize";
import type { ApiEnv } from "./context";
import { demandKnownQuery, parametersOf } from "./demand-known-query";
import { gatherMembers } from "./gather-members";
import type { Route } from "./mount";
import { readJsonObject, readOptionalObject } from "./read-json";
import { readQuery } from "./read-query";

type JsonObject = Record<string, unknown>;

/** What the handler of an operation gets: as much as the operation says, and no more. */
interface Request<Served extends Operation> {
  token: Served["scope"] extends null ? undefined : AuthenticatedToken;
  params: PathParams<Served["path"]>;
  query: Served extends { query: infer Query extends z.ZodType } ? z.output<Query> : undefined;
  /**
   * Reads the body as a JSON object, without judging its fields: the called action parses them. It is read when the
   * handler asks for it, so a batch can wait for its turn first. A file is read by its handler.
   */
  body: Served extends { body: { mediaTypes: unknown } }
    ? undefined
    : Served extends { body: object }
      ? () => Promise<JsonObject>
      : undefined;
  c: Context<ApiEnv>;
}

type Answer<Served extends Operation> = Served["answers"][keyof Served["answers"]];

/**
 * What the handler returns: the documented value; nothing if there is no body; a response of its own for a file, or
 * where the status is not that of the first answer.
 */
type Value<Served extends Operation> =
  Answer<Served> extends { mediaType: string }
    ? Response
    : Answer<Served> extends { schema: infer Schema extends z.ZodType }
      ? z.input<Schema>
      : undefined;

type Handler<Served extends Operation> = (
  request: Request<Served>,
) => Value<Served> | Response | Promise<Value<Served> | Response>;

/** A handler as the compiled route calls it, which knows its operation's types no more. */
type AnyHandler = (request: Record<keyof Request<Operation>, unknown>) => unknown;

/**
 * The routes of these operations, each with the handler of its name. A request passes, in this order: token, rate
 * limit, scope, the names of its query parameters, and their values. Everything that an operation decides is decided here, once,
 * and not per request.
 */
export function serve<Group extends Record<string, Operation>>(
  group: Group,
  handlers: { [Name in keyof Group]: Handler<Group[Name]> },
): Route[] {
  const byName = handlers as unknown as Record<string, AnyHandler>;
  return Object.entries(group).flatMap(([name, operation]) => {
    const handle = byName[name];
    return handle ? [{ call: operation, respond: respondWith(operation, handle) }] : [];
  });
}

function respondWith({ scope, query, body, answers }: Operation, handle: AnyHandler) {
  const status = Number(Object.keys(answers)[0]) as StatusCode;
  const parameters = query ? parametersOf(query) : [];
  const isQueryChecked = scope !== null || query !== undefined;
  const readBody = body?.isOptional ? readOptionalObject : readJsonObject;
  return async (c: Context<ApiEnv>): Promise<Response> => {
    const token = scope === null ? undefined : await authorize(c, scope);
    if (isQueryChecked) demandKnownQuery(c.req.url, parameters);
    const value = await handle({
      token,
      params: c.req.param(),
      query: query && parseInput(query, gatherMembers(readQuery(c.req.raw))),
      body: body && !body.mediaTypes ? () => noted(c, readBody(c.req.raw)) : undefined,
      c,
    });
    return toResponse(c, value, status);
  };
}

/** The body, which the list of requests shows the shape of. */
async function noted(c: Context<ApiEnv>, reading: Promise<JsonObject>): Promise<JsonObject> {
  const body = await reading;
  c.set("body", body);
  return body;
}

function toResponse(c: Context<ApiEnv>, value: unknown, status: StatusCode): Response {
  if (value instanceof Response) return value;
  if (value === undefined) return c.body(null, status);
  c.status(status);
  return c.json(value);
}
