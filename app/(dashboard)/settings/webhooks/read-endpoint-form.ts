import type { FormInput } from "@/lib/actions/form-input";
import { webhookEvents } from "@/lib/webhooks/event-contract";

/** What the form asks for, in the words of the wire. The verb judges it; here it is only read. */
export function readEndpointForm({ url, description, ...form }: FormInput) {
  return { url, description, events: webhookEvents.filter((event) => `event_${event}` in form) };
}
