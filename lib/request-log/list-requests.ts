import { and, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { apiRequests } from "@/drizzle/schema/requests";
import { tokens } from "@/drizzle/schema/tokens";
import { type Actor, demandPermission } from "../core/actor";
import { readDb } from "../core/db";
import { firstIdAt, parsePublicId, publicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import { readInTurn } from "../core/limits/read-in-turn";
import { coreSentences } from "../core/sentences";
import { daysOf } from "../retention/kept";
import type { RequestFilter, RequestView } from "./contract";

const dayMs = 86_400_000;
const nobody = "00000000-0000-0000-0000-000000000000";

interface Wanted {
  actor: Actor;
  input: Partial<RequestFilter> & { limit: number };
}

/** Rows of one page that filters may pass over: more would keep others waiting. */
const maxSearched = 50_000;

/**
 * The API requests of an account in the last 7 days that match all filters, newest first; `nextCursor` is null at the end. A
 * page has fewer than `limit`, or none, if 50,000 did not match; the next one continues from there. Throws invalid_request for a
 * cursor that is none, and forbidden without `manage_tokens`.
 */
export async function listRequests({ actor, input }: Wanted): Promise<{
  data: RequestView[];
  nextCursor: string | null;
}> {
  demandPermission(actor, "manage_tokens");
  const { accountId, mode } = actor;
  const { limit, cursor, ...filter } = input;
  const { id } = apiRequests;
  const ofAccount = and(
    eq(apiRequests.accountId, accountId),
    gte(id, firstIdAt(Date.now() - daysOf("api_requests") * dayMs)),
    cursor === undefined ? undefined : lt(id, readCursor(cursor)),
  );
  return readInTurn(accountId, async () => {
    const searchedTo = await findEnd(ofAccount, filter);
    const rows = await readDb()
      .select({ request: apiRequests, tokenName: tokens.name, tokenMode: tokens.mode })
      .from(apiRequests)
      .leftJoin(tokens, and(eq(tokens.accountId, accountId), eq(tokens.id, apiRequests.tokenId)))
      .where(
        and(
          ofAccount,
          searchedTo === undefined ? undefined : gte(id, searchedTo),
          mode === null ? undefined : eq(tokens.mode, mode),
          ...conditionsOf(filter),
        ),
      )
      .orderBy(desc(id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1)?.request.id : searchedTo;
    return { data: page.map(toView), nextCursor: last ? publicId("req", last) : null };
  });
}

/** How far back one page looks for what matches; undefined for to the end. One request is found by its ID. */
async function findEnd(
  ofAccount: SQL | undefined,
  { request, ...filter }: Partial<RequestFilter>,
): Promise<string | undefined> {
  if (request || !Object.values(filter).some(Boolean)) return undefined;
  const [end] = await readDb()
    .select({ id: apiRequests.id })
    .from(apiRequests)
    .where(ofAccount)
    .orderBy(desc(apiRequests.id))
    .limit(1)
    .offset(maxSearched - 1);
  return end?.id;
}

function conditionsOf({
  method,
  status,
  path,
  token,
  request,
}: Partial<RequestFilter>): (SQL | undefined)[] {
  return [
    method && eq(apiRequests.method, method),
    status ? isStatus(status) : undefined,
    path ? sql`strpos(${apiRequests.route}, ${path}) > 0` : undefined,
    token ? eq(apiRequests.tokenId, parsePublicId("tok", token) ?? nobody) : undefined,
    request ? eq(apiRequests.id, parsePublicId("req", request) ?? nobody) : undefined,
  ];
}

function isStatus(status: string): SQL | undefined {
  if (!status.endsWith("xx")) return eq(apiRequests.status, Number(status));
  const from = Number(status[0]) * 100;
  return and(gte(apiRequests.status, from), lt(apiRequests.status, from + 100));
}

function readCursor(cursor: string): string {
  const id = parsePublicId("req", cursor);
  if (!id) throw invalidFields({ cursor: [coreSentences.wrongCursor] });
  return id;
}

interface Row {
  request: typeof apiRequests.$inferSelect;
  tokenName: string | null;
  tokenMode: string | null;
}

function toView({ request, tokenName, tokenMode }: Row): RequestView {
  const { id, at, method, route, status, durationMs, code, tokenId, query, body, missed } = request;
  return {
    request_id: publicId("req", id),
    at: at.toISOString(),
    method,
    path: route,
    status,
    duration_ms: durationMs,
    code,
    token_id: publicId("tok", tokenId),
    token_name: tokenName,
    test: tokenMode === null ? null : tokenMode === "test",
    query: query as RequestView["query"],
    body: body as RequestView["body"],
    missed,
  };
}
