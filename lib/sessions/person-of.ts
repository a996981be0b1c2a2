import { scopes, type UserActor, type Visitor } from "../core/actor";
import type { Session } from "./read-session";

/** The person of a session as an actor, who may do everything in their account. */
export function personOf(session: Session, visitor: Visitor): UserActor {
  const { accountId, userId, sessionId, email, isAdmin } = session;
  return {
    kind: "user",
    ...{ accountId, userId, sessionId, email, isAdmin },
    ...visitor,
    mode: null,
    scopes,
    source: "panel",
  };
}
