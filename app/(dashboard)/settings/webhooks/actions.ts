"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { accountAction } from "@/lib/actions/account-action";
import { createEndpoint } from "@/lib/webhooks/create-endpoint";
import { deleteEndpoint } from "@/lib/webhooks/delete-endpoint";
import { getEndpoint } from "@/lib/webhooks/get-endpoint";
import { revealSecret } from "@/lib/webhooks/reveal-secret";
import { rotateSecret } from "@/lib/webhooks/rotate-secret";
import { updateEndpoint } from "@/lib/webhooks/update-endpoint";
import { readEndpointForm } from "./read-endpoint-form";

const page = "/settings/webhooks";

/** Makes an endpoint and goes to its page, where its secret and a test event wait. */
export const addEndpointAction = accountAction(async (form, { session }) => {
  const owner = { accountId: session.accountId, test: form["mode"] === "test" };
  const { id } = await createEndpoint(owner, readEndpointForm(form));
  revalidatePath(page, "layout");
  redirect(`${page}/${id}?added=1`);
});

/** Changes where an endpoint is, what it gets and what it is called. */
export const editEndpointAction = accountAction(async (form, { session }) => {
  const view = await updateEndpoint(session, String(form["endpoint_id"]), readEndpointForm(form));
  revalidatePath(page, "layout");
  return { view, savedAt: new Date().toISOString() };
});

/** Switches an endpoint on or off. On again, it leads to what was missed in between. */
export const switchEndpointAction = accountAction(async (form, { session }) => {
  const id = String(form["endpoint_id"]);
  const enabled = form["enabled"] === "true";
  const { disabled_at } = await getEndpoint(session, id);
  await updateEndpoint(session, id, { enabled });
  revalidatePath("/", "layout");
  redirect(`${page}/${id}${enabled && disabled_at ? `?off_since=${disabled_at}` : ""}`);
});

/** Deletes an endpoint; what it was sent stays in the history of the messages. */
export const deleteEndpointAction = accountAction(async (form, { session }) => {
  await deleteEndpoint(session, String(form["endpoint_id"]));
  revalidatePath("/", "layout");
  redirect(`${page}?deleted=1`);
});

/** The secret that signs an endpoint's events. */
export const revealSecretAction = accountAction(async (form, { session }) => ({
  secret: await revealSecret(session, String(form["endpoint_id"])),
}));

/** Gives an endpoint a new secret; the one before signs beside it for a day. */
export const rotateSecretAction = accountAction(async (form, { session }) => {
  const { secret, previous_secret_until } = await rotateSecret(
    session,
    String(form["endpoint_id"]),
  );
  revalidatePath(page, "layout");
  return { secret, previousUntil: previous_secret_until };
});
