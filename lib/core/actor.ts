import { AppError } from "./errors";
import { may, type Permission, permissions, type Role } from "./permissions";
import { coreSentences } from "./sentences";

/** What an API token may be allowed to do. */
export const scopes = ["send", "read", "manage"] as const;

export type Scope = (typeof scopes)[number];

/** Limits of an account's own, by window; null where the settings of the installation hold, 0 for no limit. */
export interface AccountLimits {
  requestsPerSecond: number | null;
  requestsPerMinute: number | null;
  messagesPerMinute: number | null;
  testMessagesPerMinute: number | null;
}

/** An administrator who looks at an account as its people see it, and changes nothing. */
export interface Viewing {
  /** Their email. */
  by: string;
  until: Date;
}

/** On whose behalf something is done, and how the request came. */
interface Acting {
  accountId: string;
  /** `test` sees and changes test messages alone; null sees both kinds. */
  mode: "live" | "test" | null;
  /** Recorded with what it does. */
  source: "api" | "panel" | "cli";
  language: "en" | "pl";
  /** The client's IP address; null if it is unknown. */
  address: string | null;
  /** Those of the account; undefined when it has none. */
  limits?: AccountLimits | undefined;
}

/** A request with a bearer token. */
export interface TokenActor extends Acting {
  kind: "token";
  source: "api";
  mode: "live" | "test";
  tokenId: string;
  scopes: readonly Scope[];
  /** Null: until it is revoked. */
  expiresAt: Date | null;
  /** Credits it may spend on one day in UTC; left out for any number. */
  dailyLimit?: number;
  /** The networks it may be used from; empty means anywhere. */
  cidrs: readonly string[];
  /** Set when nobody asked the database who this is: the statement that acts proves it, or nothing is done. */
  remembered?: RememberedToken;
  /** Set where the database said who this is: what it was then, since it may have changed before it acts. */
  known?: RememberedToken;
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
  /** What they may do in the account, as it is at this request. */
  role: Role;
  userAgent: string | null;
  /** Administers the installation, too: an owner of an account that does. */
  isAdmin: boolean;
  /** Set when this is not the person, but an administrator who looks at their account: nothing may be changed. */
  viewing?: Viewing | undefined;
}

/** The operator of the installation at the command line, for one account. */
export interface OperatorActor extends Acting {
  kind: "operator";
  source: "cli";
  scopes: readonly Scope[];
  /** The administrator in the panel who acts so: recorded instead of the command line. */
  by?: Actor;
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

/** The operator, acting for an account: may do everything its owners may, in one mode or both. */
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

/** The same for an administrator, who is recorded as the one who did it. Throws forbidden unless the actor is one. */
export function administratorOf(accountId: string, actor: Actor): OperatorActor {
  demandAdmin(actor);
  return { ...operatorOf(accountId), by: actor };
}

/**
 * Throws forbidden when the actor may not do this: a person by their role, a token and the operator by their scopes. What
 * takes no scope is not for tokens.
 */
export function demandPermission(actor: Actor, permission: Permission): void {
  if (actor.kind === "user") {
    if (may(actor.role, permission)) return;
    if (actor.viewing) throw new AppError("forbidden", coreSentences.onlyLooking);
    throw new AppError("forbidden", coreSentences.noRole({ permission, role: actor.role }));
  }
  const { scope } = permissions[permission];
  if (scope !== null) demandScope(actor, scope);
  else if (actor.kind === "token") throw new AppError("forbidden", coreSentences.peopleOnly);
}

/** Throws forbidden when a token or the operator lacks a scope. Of people, `demandPermission` asks the role. */
export function demandScope({ scopes }: Pick<TokenActor, "scopes">, scope: Scope): void {
  if (!scopes.includes(scope)) {
    throw new AppError("forbidden", coreSentences.noScope({ scope }));
  }
}

/** The actor with one more scope, to read what belongs to its own call; a person may what their role says either way. */
export function withScope(actor: Actor, scope: Scope): Actor {
  return actor.kind === "user" ? actor : { ...actor, scopes: [...actor.scopes, scope] };
}

/** Throws forbidden when an administrator only looks at the account: for what asks no role, because it is one's own. */
export function demandToAct({ viewing }: Pick<UserActor, "viewing">): void {
  if (viewing) throw new AppError("forbidden", coreSentences.onlyLooking);
}

/** Throws forbidden unless the actor administers the installation: an administrator who is signed in, or the operator. */
export function demandAdmin(actor: Actor): void {
  if (actor.kind === "operator" || (actor.kind === "user" && actor.isAdmin)) return;
  throw new AppError("forbidden", coreSentences.noAdmin);
}
