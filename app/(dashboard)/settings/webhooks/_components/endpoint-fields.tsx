import { useWords } from "@/components/language/use-words";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { TextField } from "@/components/ui/text-field";
import type { FormFailure } from "@/lib/actions/form-failure";
import { accountEvents, type WebhookEvent, webhookEvents } from "@/lib/webhooks/event-contract";
import { webhooksWords } from "../words";

interface EndpointFieldsProps {
  failure: FormFailure | null;
  /** Whether it may get alarms: those of an administrator's account may. */
  hasAlarms: boolean;
  /** What holds before anything is typed. */
  url?: string;
  events?: readonly WebhookEvent[];
  description?: string | null;
}

/** What an endpoint is made of, for adding and for changing it. */
export function EndpointFields({
  failure,
  hasAlarms,
  url,
  events = accountEvents,
  description,
}: EndpointFieldsProps) {
  const words = useWords(webhooksWords);
  const { fields } = words;
  const values = failure?.values ?? { url: url ?? "", description: description ?? "" };
  const isTicked = (event: WebhookEvent) =>
    failure ? `event_${event}` in failure.values : events.includes(event);
  return (
    <>
      <TextField
        label={fields.address}
        name="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        required
        isMono
        placeholder="https://example.com/hooks/sms"
        hint={fields.addressHint}
        defaultValue={values["url"]}
        error={failure?.fields?.["url"]}
      />
      <CheckboxGroup
        legend={fields.events}
        options={(hasAlarms ? webhookEvents : accountEvents).map((event) => ({
          name: `event_${event}`,
          label: event,
          hint: words.events[event].meaning,
          isTicked: isTicked(event),
        }))}
        error={failure?.fields?.["events"]}
      />
      <TextField
        label={fields.description}
        name="description"
        autoComplete="off"
        maxLength={120}
        placeholder={fields.descriptionExample}
        hint={fields.descriptionHint}
        defaultValue={values["description"]}
        error={failure?.fields?.["description"]}
      />
    </>
  );
}
