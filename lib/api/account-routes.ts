import { Hono } from "hono";
import { getAccount } from "../accounts/get-account";
import { bearer } from "./bearer";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";

/** `/api/account`: who the calling token is and what it may do. Any token may ask, whatever its scopes. */
export const accountRoutes = new Hono<ApiEnv>()
  .get("/", bearer("any"), async (c) => {
    const { accountId, tokenId } = c.get("token");
    return c.json(await getAccount({ accountId, tokenId }));
  })
  .all("/", methodNotAllowed("GET"));
