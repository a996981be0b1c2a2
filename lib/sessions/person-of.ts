import { scopes, type UserActor } from "../core/actor";
import type { Language } from "../language/language";
import type { Visitor } from "./create-session";
import type { Session } from "./read-session";

interface Circumstances extends Visitor {
  language: Language;
}

/** The person of a session as an actor, who may do everything in their account. */
export function personOf(session: Session, circumstances: Circumstances): UserActor {
  const { accountId, userId, sessionId, email } = session;
  return {
    kind: "user",
    ...{ accountId, userId, sessionId, email },
    ...circumstances,
    mode: null,
    scopes,
    source: "panel",
  };
}
