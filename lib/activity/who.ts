import type { Actor, UserActor } from "../core/actor";

/** Nobody in particular: the worker, or what a payment provider reported. */
export interface SystemActor {
  kind: "system";
  accountId: string;
}

/** Somebody who has proved who they are and may have no session: by a password, a code, or a mailed link. */
type ProvenPerson = Pick<
  UserActor,
  "kind" | "accountId" | "userId" | "email" | "address" | "userAgent"
>;

/** Whom an event names. */
export type Doer = Actor | ProvenPerson | SystemActor;

/** The account of what concerns the installation as a whole, such as its carriers. */
export const installationId = "00000000-0000-0000-0000-000000000000";

/** Depesza itself, in an account or in the installation. */
export function systemOf(accountId: string): SystemActor {
  return { kind: "system", accountId };
}
