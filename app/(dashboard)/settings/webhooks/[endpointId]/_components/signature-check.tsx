"use client";

import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { EndpointView } from "@/lib/webhooks/contract";
import { explainAction } from "../actions";
import { signatureWords } from "../signature-words";

const placeholders = {
  headers: "webhook-id: evt_…\nwebhook-timestamp: 1778855027\nwebhook-signature: v1,…",
  body: '{"event":"sms.delivered",…}',
};

/** Takes what a receiver saw of a request and says why its signature does not verify. */
export function SignatureCheck({ endpoint }: { endpoint: EndpointView }) {
  const words = useWords(signatureWords);
  const [state, action, isPending] = useAction(explainAction);
  const failure = state?.ok === false ? state : null;
  return (
    <section className="min-w-0">
      <SectionHeading title={words.title} lead={words.lead} />
      <ActionForm action={action} failure={failure} isKept>
        <input type="hidden" name="endpoint_id" value={endpoint.id} />
        <TextAreaField
          label={words.headers}
          name="headers"
          rows={4}
          isMono
          spellCheck={false}
          autoComplete="off"
          placeholder={placeholders.headers}
          hint={words.headersHint}
          defaultValue={failure?.values["headers"]}
          error={failure?.fields?.["headers"]}
        />
        <TextAreaField
          label={words.body}
          name="body"
          rows={4}
          isMono
          spellCheck={false}
          autoComplete="off"
          placeholder={placeholders.body}
          hint={words.bodyHint}
          defaultValue={failure?.values["body"]}
          error={failure?.fields?.["body"]}
        />
        <TextField
          label={words.secret}
          name="used_secret"
          isMono
          spellCheck={false}
          autoComplete="off"
          placeholder="whsec_…"
          hint={words.secretHint}
          error={failure?.fields?.["secret"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
        </div>
      </ActionForm>
      <div role="status" className="mt-4">
        {state?.ok && (
          <Notice
            tone={state.value.reason === "ok" ? "ok" : "bad"}
            title={words.reasons[state.value.reason]}
          >
            {state.value.reason !== "ok" && (
              <>
                <OutsideText text={state.value.sentence} />{" "}
                <code className="font-mono text-mute text-sm">{state.value.reason}</code>
              </>
            )}
          </Notice>
        )}
      </div>
    </section>
  );
}
