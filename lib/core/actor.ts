import { AppError } from "./errors";
import { coreSentences } from "./sentences";

/** What an API token may be allowed to do. */
export const scopes = ["send", "read", "manage"] as const;

export type Scope = (typeof scopes)[number];

/** On whose behalf something is done, and how the request came. */
interface Acting {
  accountId: string;
  /** `test` sees and changes test messages alone; null sees both kinds. */
  mode: "live" | "test" | null;
  scopes: readonly Scope[];
  /** Recorded with what it does. */
  source: "api" | "panel" | "cli";
  language: "en" | "pl";
  /** The client's IP address; null if it is unknown. */
  address: string | null;
}

/** A request with a bearer token. */
export interface TokenActor extends Acting {
  kind: "token";
  source: "api";
  mode: "live" | "test";
  tokenId: string;
  /** Null: until it is revoked. */
  expiresAt: Date | null;
  /** Credits it may spend on one day in UTC; left out for any number. */
  dailyLimit?: number;
  /** The networks it may be used from; empty means anywhere. */
  cidrs: readonly string[];
  /** Set when nobody asked the database who this is: the statement that acts proves it, or nothing is done. */
  remembered?: RememberedToken;
}

/** A token as a process remembers it: good for accepting what the acting statement proves, never for refusing. */
export interface RecalledToken extends TokenActor {
  remembered: RememberedToken;
}

/** The secret that a process remembers, by its hash, and the version of its token at that time. */
export interface RememberedToken {
  hash: string;
  version: number;
}

/** A person who is signed in. */
export interface UserActor extends Acting {
  kind: "user";
  source: "panel";
  userId: string;
  sessionId: string;
  email: string;
  userAgent: string | null;
  /** Administers the installation, too. */
  isAdmin: boolean;
}

/** The operator of the installation at the command line, for one account. */
export interface OperatorActor extends Acting {
  kind: "operator";
  source: "cli";
}

/** Somebody who isn't signed in, by the request alone. It proves nothing about who they are. */
export interface Visitor {
  /** The client's IP address; null if it is unknown. */
  address: string | null;
  userAgent: string | null;
  language: "en" | "pl";
}

/** Who acts. Every action for somebody takes it as `actor`, apart from the `input`, which nobody has checked. */
export type Actor = TokenActor | UserActor | OperatorActor;

/** The operator, acting for an account: may do everything its owner may, in one mode or both. */
export function operatorOf(accountId: string, mode: Acting["mode"] = null): OperatorActor {
  return {
    kind: "operator",
    accountId,
    mode,
    scopes,
    source: "cli",
    language: "en",
    address: null,
  };
}

/** Throws forbidden when the actor may not do this. */
export function demandScope(actor: Pick<Actor, "scopes">, scope: Scope): void {
  if (!actor.scopes.includes(scope)) {
    throw new AppError("forbidden", coreSentences.noScope({ scope }));
  }
}

/** Throws forbidden unless the actor administers the installation: an administrator who is signed in, or the operator. */
export function demandAdmin(actor: Actor): void {
  if (actor.kind === "operator" || (actor.kind === "user" && actor.isAdmin)) return;
  throw new AppError("forbidden", coreSentences.noAdmin);
}
