"use server";

import { redirect } from "next/navigation";
import { currentLanguage } from "@/components/language/current-language";
import { accountAction } from "@/lib/actions/account-action";
import { AppError } from "@/lib/core/errors";
import { replayDeliveries } from "@/lib/deliveries/replay-deliveries";
import { explainRequest } from "@/lib/webhooks/explain-request";
import { sendTestEvent } from "@/lib/webhooks/send-test-event";
import { pastedBody, readReplayForm } from "./read-forms";
import { replaySentences } from "./sentences";

/** Posts a made-up event and returns the exchange. */
export const testEventAction = accountAction(async (form, { actor }) =>
  sendTestEvent({
    actor,
    input: { endpointId: String(form["endpoint_id"]), wanted: { event: form["event"] } },
  }),
);

/** Says why the signature of a pasted request does not verify. */
export const explainAction = accountAction(async (form, { actor }) => {
  const pasted = {
    headers: form["headers"],
    body: pastedBody(form["body"]),
    secret: form["used_secret"],
  };
  const input = { endpointId: String(form["endpoint_id"]), pasted };
  const { reason, sentence } = await explainRequest({ actor, input });
  return { reason, sentence: sentence.in(await currentLanguage()) };
});

/** Sends one event to one endpoint once more. */
export const replayOneAction = accountAction(async (form, { actor }) => {
  const wanted = { event_id: form["event_id"] };
  await replayDeliveries({ actor, input: { endpointId: String(form["endpoint_id"]), wanted } });
  return { askedAt: new Date().toISOString() };
});

/** Counts the deliveries since a time that failed or were never tried; with `step` send, sends them again. */
export const replaySinceAction = accountAction(async (form, { actor }) => {
  const id = String(form["endpoint_id"]);
  const input = readReplayForm(form);
  const isCount = form["step"] !== "send";
  const wanted = { [input.kind]: input.since, dry_run: isCount };
  const answer = await replayDeliveries({ actor, input: { endpointId: id, wanted } });
  if (isCount) return { ...input, count: answer.count };
  if (answer.count === 0) {
    throw new AppError("conflict", replaySentences.nothingLeft);
  }
  redirect(`/settings/webhooks/${id}?replay=${answer.replay_id}`);
});
