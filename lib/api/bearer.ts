import { createMiddleware } from "hono/factory";
import { AppError } from "../core/errors";
import { recordFirstRequest } from "../onboarding/record-first-request";
import { limitRequests } from "../sending/limit-requests";
import { type AuthenticatedToken, authenticateToken } from "../tokens/authenticate-token";
import type { TokenScope } from "../tokens/contract";
import type { ApiEnv } from "./context";
import { demandKnownQuery } from "./demand-known-query";

/**
 * Lets a request through whose bearer token has the scope and whose account is within its limits, in
 * the order of API.md: token, rate limit, scope. Cookies count for nothing here. "any" leaves the scope
 * to the route. Query parameters other than those named are refused.
 */
export function bearer(scope: TokenScope | "any", parameters: string[] = []) {
  return createMiddleware<ApiEnv>(async (c, next) => {
    const header = c.req.header("authorization") ?? null;
    const token = await authenticateToken(header, c.env.clientAddress);
    // Also a request that is refused from here on came from this account.
    c.set("token", token);
    recordFirstRequest(token.accountId);
    c.set("rate", await limitRequests(token.accountId, token.mode === "test"));
    if (scope !== "any") demandScope(token, scope);
    if (token.accountStatus !== "active") {
      const state = token.accountStatus === "suspended" ? "suspended" : "closed";
      throw new AppError("forbidden", `This account is ${state}.`);
    }
    demandKnownQuery(c.req.url, parameters);
    await next();
  });
}

/** Throws forbidden when a token lacks a scope. */
export function demandScope({ scopes }: AuthenticatedToken, scope: TokenScope): void {
  if (!scopes.includes(scope)) {
    throw new AppError("forbidden", `This token lacks the scope “${scope}”.`);
  }
}
