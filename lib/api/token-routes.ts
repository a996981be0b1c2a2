import { Hono } from "hono";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import type { CreateTokenInput, RotateTokenInput } from "../tokens/contract";
import { createToken } from "../tokens/create-token";
import { getToken } from "../tokens/get-token";
import { listTokens } from "../tokens/list-tokens";
import { readTokenId } from "../tokens/read-token-id";
import { revokeToken } from "../tokens/revoke-token";
import { rotateToken } from "../tokens/rotate-token";
import { bearer, demandScope } from "./bearer";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";
import { readJsonObject, readOptionalObject } from "./read-json";

/** `/api/tokens`: the account's tokens. A secret is in the answer that made it and in no other. */
export const tokenRoutes = new Hono<ApiEnv>()
  .get("/", bearer("manage"), async (c) =>
    c.json({ data: await listTokens(keeperOf(c.get("token"))) }),
  )
  .post("/", bearer("manage"), async (c) => {
    // The verb judges what the body says; here it is only named.
    const wanted = (await readJsonObject(c.req.raw)) as unknown as CreateTokenInput;
    const { token, view } = await createToken({ ...wanted, ...keeperOf(c.get("token")) });
    return c.json({ ...view, token }, 201, noStore);
  })
  .all("/", methodNotAllowed("GET", "POST"))
  .get("/:tokenId", bearer("manage"), async (c) => {
    const tokenId = readTokenId(c.req.param("tokenId"));
    return c.json(await getToken({ tokenId, ...keeperOf(c.get("token")) }));
  })
  .delete("/:tokenId", bearer("any"), async (c) => {
    const caller = c.get("token");
    const tokenId = readTokenId(c.req.param("tokenId"));
    // Whoever finds a token can end it: giving it up takes no more than having it.
    if (tokenId !== caller.tokenId) demandScope(caller, "manage");
    return c.json(await revokeToken({ tokenId, ...keeperOf(caller) }));
  })
  .all("/:tokenId", methodNotAllowed("GET", "DELETE"))
  .post("/:tokenId/rotate", bearer("manage"), async (c) => {
    const tokenId = readTokenId(c.req.param("tokenId"));
    const wanted: RotateTokenInput = await readOptionalObject(c.req.raw);
    const keeper = keeperOf(c.get("token"));
    const { token, view } = await rotateToken({ ...wanted, tokenId, ...keeper });
    return c.json({ ...view, token }, 200, noStore);
  })
  .all("/:tokenId/rotate", methodNotAllowed("POST"));

const noStore = { "Cache-Control": "no-store" };

function keeperOf(token: AuthenticatedToken) {
  return { accountId: token.accountId, by: token };
}
