import { publicId } from "../core/ids";
import { lookUp } from "../language/look-up";
import type { ActivityRow } from "./_read-activity";
import { type ActivityAction, type ActivityView, activityActions } from "./contract";

/** An event in the words of the wire, with everything that is known of it. */
export function toActivityView(row: ActivityRow): ActivityView {
  const { actorKind, actorId } = row;
  return {
    activity_id: publicId("act", row.id),
    at: row.at.toISOString(),
    action: row.action as ActivityAction,
    actor: {
      type: actorKind,
      token_id: actorKind === "token" && actorId ? publicId("tok", actorId) : null,
      name: row.actorLabel,
    },
    ip_address: row.address,
    user_agent: row.userAgent,
    target: {
      type: lookUp(activityActions as Record<string, string>, row.action) ?? "account",
      id: row.targetId,
      name: row.targetLabel,
    },
    before: row.before as ActivityView["before"],
    after: row.after as ActivityView["after"],
  };
}

/** The same for the people of the account: who of the installation acted, and from where, is not theirs to see. */
export function toOwnView(row: ActivityRow): ActivityView {
  const view = toActivityView(row);
  if (row.actorKind !== "admin" && row.actorKind !== "operator") return view;
  return {
    ...view,
    actor: { ...view.actor, name: null },
    ip_address: null,
    user_agent: null,
  };
}
