import { type Actor, demandScope } from "../core/actor";
import { AppError } from "../core/errors";
import { activitySentences } from "./sentences";

/** Throws forbidden unless the actor may read the log of the account: most of it concerns live messages. */
export function demandReader(actor: Actor): void {
  demandScope(actor, "manage");
  if (actor.mode === "test") throw new AppError("forbidden", activitySentences.testToken);
}
