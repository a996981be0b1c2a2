import type { UserActor, Visitor } from "../core/actor";
import type { Session } from "./read-session";

/** The person of a session as an actor, who may do in their account what their role says. */
export function personOf(session: Session, visitor: Visitor): UserActor {
  const { accountId, userId, sessionId, email, role, isAdmin, limits, viewing } = session;
  return {
    kind: "user",
    ...{ accountId, userId, sessionId, email, role, isAdmin },
    ...visitor,
    ...{ limits, viewing },
    mode: null,
    source: "panel",
  };
}
