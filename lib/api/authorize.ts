import type { Context } from "hono";
import { findSuspension } from "../accounts/find-suspension";
import { demandScope, type Scope } from "../core/actor";
import { AppError } from "../core/errors";
import { recordFirstRequest } from "../onboarding/record-first-request";
import { type AuthenticatedToken, authenticateToken } from "../tokens/authenticate-token";
import { hasFailed, limitOnce, rateOf } from "./attempt";
import type { ApiEnv } from "./context";
import { apiSentences } from "./sentences";

interface OtherForm {
  /** As the `Authorization` header with a bearer token would be. */
  header: string;
  /** Throws for the token of another account than the request names; called before the scope is looked at. */
  demandOwn(token: AuthenticatedToken): void;
}

/**
 * The bearer token of a request, which has the scope and whose account is within its limits. Checked in this order:
 * token, rate limit, scope, account. Cookies count for nothing here. "any" leaves the scope to the handler. `other` is for
 * requests that carry their token in another form. Throws unauthorized, rate_limited, forbidden, and what failed when the
 * request was attempted.
 */
export async function authorize(
  c: Context<ApiEnv>,
  scope: Scope | "any",
  other?: OtherForm,
): Promise<AuthenticatedToken> {
  const header = other ? other.header : (c.req.header("authorization") ?? null);
  const { attempt } = c.env;
  if (attempt && hasFailed(attempt)) {
    c.set("rate", rateOf(attempt));
    throw attempt.failure;
  }
  const token = await authenticateToken(header, c.env.clientAddress);
  // Also a request that is rejected from here on came from this account.
  c.set("token", token);
  recordFirstRequest({ actor: token });
  c.set("rate", await limitOnce(token, attempt));
  other?.demandOwn(token);
  if (scope !== "any") demandScope(token, scope);
  if (token.accountStatus !== "active") throw await inactive(token);
  return token;
}

/** Why an account may do nothing; whoever it is hears the reason of a suspension. */
async function inactive(token: AuthenticatedToken): Promise<AppError> {
  if (token.accountStatus !== "suspended") {
    return new AppError("forbidden", apiSentences.inactive({ state: "closed" }));
  }
  const suspension = await findSuspension({ actor: token });
  return new AppError(
    "forbidden",
    suspension
      ? apiSentences.suspended({ reason: suspension.reason })
      : apiSentences.inactive({ state: "suspended" }),
  );
}
