import type { Context } from "hono";
import type { Scope } from "../core/actor";
import { AppError } from "../core/errors";
import type { AuthenticatedToken } from "../tokens/authenticate-token";
import { tokenSentences } from "../tokens/sentences";
import { accountSidOf } from "../twilio-api/sids";
import { authorize } from "./authorize";
import { basicOf } from "./basic-of";
import type { ApiEnv } from "./context";

interface TwilioCaller {
  actor: AuthenticatedToken;
  accountSid: string;
  /** The secret of the token as it came: what signs the callbacks of this request. */
  authToken: string;
}

/**
 * Who calls in Twilio's form: the account by its SID, in the path and as the name of HTTP Basic, and a token as the
 * password. As `authorize`; a SID that is not the token's own account is one more wrong token.
 */
export async function authorizeTwilio(
  c: Context<ApiEnv>,
  scope: Scope | "any",
): Promise<TwilioCaller> {
  const { name, password } = basicOf(c.req.header("authorization") ?? "");
  const named = [name, accountSidIn(c)];
  const actor = await authorize(c, scope, {
    header: `Bearer ${password}`,
    demandOwn({ accountId }) {
      const own = accountSidOf(accountId).toLowerCase();
      if (named.every((sid) => sid.toLowerCase() === own)) return;
      throw new AppError("unauthorized", tokenSentences.missingOrInvalid);
    },
  });
  return { actor, accountSid: accountSidOf(actor.accountId), authToken: password };
}

/** The end of a path has the name of a representation behind it. */
function accountSidIn(c: Context<ApiEnv>): string {
  return c.req.param("AccountSid") ?? c.req.param("AccountFile")?.replace(/\.json$/, "") ?? "";
}
