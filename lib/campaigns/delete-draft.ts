import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { withStatementKind } from "../core/statement-kind";
import { discardDraft } from "./_discard-draft";
import { lastingName } from "./_lasting-name";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string };
}

/**
 * Deletes a draft with its rows, also one that was cancelled. Throws conflict for a campaign that was started, not_found,
 * and forbidden without `send_messages`.
 */
export async function deleteDraft({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "send_messages");
  await withStatementKind("batch", () =>
    db().transaction(async (tx) => {
      const draft = await discardDraft(actor, input.campaignId, tx);
      const target = { id: publicId("cmp", draft.id), name: lastingName(draft) };
      await recordActivity({ actor, action: "campaign.deleted", target }, tx);
    }),
  );
}
