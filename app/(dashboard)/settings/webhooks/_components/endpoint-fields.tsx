import { statusWords } from "@/components/status-words";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { TextField } from "@/components/ui/text-field";
import type { FormFailure } from "@/lib/actions/form-failure";
import type { MessageStatus } from "@/lib/messages/status";
import { type WebhookEvent, webhookEvents } from "@/lib/webhooks/webhook-events";

interface EndpointFieldsProps {
  failure: FormFailure | null;
  /** What holds before anything is typed. */
  url?: string;
  events?: readonly WebhookEvent[];
  description?: string | null;
}

/** What an endpoint is made of, for adding and for changing it. */
export function EndpointFields({
  failure,
  url,
  events = webhookEvents,
  description,
}: EndpointFieldsProps) {
  const values = failure?.values ?? { url: url ?? "", description: description ?? "" };
  const isTicked = (event: WebhookEvent) =>
    failure ? `event_${event}` in failure.values : events.includes(event);
  return (
    <>
      <TextField
        label="Address"
        name="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        required
        isMono
        placeholder="https://example.com/hooks/sms"
        hint="Public and https. It is posted to, redirects are not followed."
        defaultValue={values["url"]}
        error={failure?.fields?.["url"]}
      />
      <CheckboxGroup
        legend="Events"
        options={webhookEvents.map((event) => ({
          name: `event_${event}`,
          label: event,
          hint: statusWords.en[event.replace("sms.", "") as MessageStatus].meaning,
          isTicked: isTicked(event),
        }))}
        error={failure?.fields?.["events"]}
      />
      <TextField
        label="Description"
        name="description"
        autoComplete="off"
        maxLength={120}
        placeholder="Order system"
        hint="What it is for, if the address does not say. May stay empty."
        defaultValue={values["description"]}
        error={failure?.fields?.["description"]}
      />
    </>
  );
}
