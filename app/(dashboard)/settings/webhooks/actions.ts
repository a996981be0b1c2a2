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
export const addEndpointAction = accountAction(async (form, { actor: person }) => {
  const actor = { ...person, mode: form["mode"] === "test" ? "test" : "live" } as const;
  const { id } = await createEndpoint({ actor, input: readEndpointForm(form) });
  revalidatePath(page, "layout");
  redirect(`${page}/${id}?added=1`);
});

/** Changes where an endpoint is, what it gets and what it is called. */
export const editEndpointAction = accountAction(async (form, { actor }) => {
  const input = { endpointId: String(form["endpoint_id"]), wanted: readEndpointForm(form) };
  const view = await updateEndpoint({ actor, input });
  revalidatePath(page, "layout");
  return { view, savedAt: new Date().toISOString() };
});

/** Switches an endpoint on or off. On again, it leads to what was missed in between. */
export const switchEndpointAction = accountAction(async (form, { actor }) => {
  const id = String(form["endpoint_id"]);
  const enabled = form["enabled"] === "true";
  const { disabled_at } = await getEndpoint({ actor, input: { endpointId: id } });
  await updateEndpoint({ actor, input: { endpointId: id, wanted: { enabled } } });
  revalidatePath("/", "layout");
  redirect(`${page}/${id}${enabled && disabled_at ? `?off_since=${disabled_at}` : ""}`);
});

/** Deletes an endpoint; what it was sent stays in the history of the messages. */
export const deleteEndpointAction = accountAction(async (form, { actor }) => {
  await deleteEndpoint({ actor, input: { endpointId: String(form["endpoint_id"]) } });
  revalidatePath("/", "layout");
  redirect(`${page}?deleted=1`);
});

/** The secret that signs an endpoint's events. */
export const revealSecretAction = accountAction(async (form, { actor }) => ({
  secret: await revealSecret({ actor, input: { endpointId: String(form["endpoint_id"]) } }),
}));

/** Gives an endpoint a new secret; the one before signs beside it for a day. */
export const rotateSecretAction = accountAction(async (form, { actor }) => {
  const { secret, previous_secret_until } = await rotateSecret({
    actor,
    input: { endpointId: String(form["endpoint_id"]) },
  });
  revalidatePath(page, "layout");
  return { secret, previousUntil: previous_secret_until };
});
