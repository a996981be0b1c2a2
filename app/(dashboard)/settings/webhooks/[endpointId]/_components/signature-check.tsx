"use client";

import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { TextAreaField } from "@/components/ui/text-area-field";
import { TextField } from "@/components/ui/text-field";
import type { EndpointView } from "@/lib/webhooks/contract";
import { explainAction } from "../actions";

const placeholders = {
  headers: "webhook-id: evt_…\nwebhook-timestamp: 1778855027\nwebhook-signature: v1,…",
  body: '{"event":"sms.delivered",…}',
};

/** Takes what a receiver saw of a request and says why its signature does not verify. */
export function SignatureCheck({ endpoint }: { endpoint: EndpointView }) {
  const [state, action, isPending] = useActionState(explainAction, null);
  const failure = state?.ok === false ? state : null;
  return (
    <section className="min-w-0">
      <SectionHeading
        title="Why does my signature fail?"
        lead="Paste what your receiver got. It is compared with what is sent from here; nothing of it is kept."
      />
      <ActionForm action={action} failure={failure} isKept>
        <input type="hidden" name="endpoint_id" value={endpoint.id} />
        <TextAreaField
          label="Headers"
          name="headers"
          rows={4}
          isMono
          spellCheck={false}
          autoComplete="off"
          placeholder={placeholders.headers}
          hint="One a line; the three that begin with webhook- are enough."
          defaultValue={failure?.values["headers"]}
          error={failure?.fields?.["headers"]}
        />
        <TextAreaField
          label="Body"
          name="body"
          rows={4}
          isMono
          spellCheck={false}
          autoComplete="off"
          placeholder={placeholders.body}
          hint="Exactly what goes into your verification."
          defaultValue={failure?.values["body"]}
          error={failure?.fields?.["body"]}
        />
        <TextField
          label="Secret your receiver uses"
          name="used_secret"
          isMono
          spellCheck={false}
          autoComplete="off"
          placeholder="whsec_…"
          hint="Only if it may be the fault. May stay empty."
          error={failure?.fields?.["secret"]}
        />
        <div>
          <Button type="submit" isBusy={isPending}>
            Explain
          </Button>
        </div>
      </ActionForm>
      <div role="status" className="mt-4">
        {state?.ok && (
          <Notice
            tone={state.value.reason === "ok" ? "ok" : "bad"}
            title={titles[state.value.reason]}
          >
            {state.value.sentence}{" "}
            <code className="font-mono text-mute text-sm">{state.value.reason}</code>
          </Notice>
        )}
      </div>
    </section>
  );
}

const titles = {
  ok: "It verifies",
  malformed_header: "A header is missing or damaged",
  clock: "The time is off",
  body_changed: "The body was changed",
  id_mismatch: "Headers and body do not belong together",
  wrong_secret: "Another secret",
} as const;
