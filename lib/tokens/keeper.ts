import type { AuthenticatedToken } from "./authenticate-token";

/** On whose behalf tokens are managed: a person of the account, or one of its tokens. */
export interface TokenKeeper {
  accountId: string;
  /** The calling token; without one it is a person. */
  by?: Pick<AuthenticatedToken, "tokenId" | "mode" | "scopes" | "expiresAt" | "cidrs">;
}
