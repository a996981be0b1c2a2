"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import { useAction } from "@/components/use-action";
import type { EndpointView } from "@/lib/webhooks/contract";
import { EndpointFields } from "../../_components/endpoint-fields";
import { editEndpointAction } from "../../actions";
import { endpointWords } from "../words";

interface EndpointSettingsProps {
  endpoint: EndpointView;
  /** Whether the account is an administrator's. */
  isAdmin: boolean;
}

/** Changes an endpoint. */
export function EndpointSettings({ endpoint, isAdmin }: EndpointSettingsProps) {
  const words = useWords(endpointWords).settings;
  const { id, url, events, description } = endpoint;
  const [state, action, isPending] = useAction(editEndpointAction);
  const failure = state?.ok === false ? state : null;
  return (
    <section className="min-w-0">
      <SectionHeading title={words.title} lead={words.lead} />
      <ActionForm action={action} failure={failure} isKept className="grid max-w-[30rem] gap-5">
        <input type="hidden" name="endpoint_id" value={id} />
        <EndpointFields
          key={failure?.requestId ?? ""}
          {...{ failure, url, events, description }}
          hasAlarms={isAdmin && !endpoint.test}
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" isBusy={isPending}>
            {words.submit}
          </Button>
          <span role="status" className="text-ok">
            {state?.ok && words.saved}
          </span>
        </div>
      </ActionForm>
    </section>
  );
}
