"use client";

import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { SectionHeading } from "@/components/ui/heading";
import type { EndpointView } from "@/lib/webhooks/contract";
import { EndpointFields } from "../../_components/endpoint-fields";
import { editEndpointAction } from "../../actions";
import { DeleteEndpoint } from "./delete-endpoint";

interface EndpointSettingsProps {
  endpoint: EndpointView;
  waiting: number;
}

/** Changes an endpoint, or ends it. */
export function EndpointSettings({ endpoint, waiting }: EndpointSettingsProps) {
  const { id, url, events, description } = endpoint;
  const [state, action, isPending] = useActionState(editEndpointAction, null);
  const failure = state?.ok === false ? state : null;
  return (
    <>
      <section className="min-w-0">
        <SectionHeading
          title="Settings"
          lead="What waits goes to the new address; an event added counts from now on."
        />
        <ActionForm action={action} failure={failure} isKept className="grid max-w-[30rem] gap-5">
          <input type="hidden" name="endpoint_id" value={id} />
          <EndpointFields
            key={failure?.requestId ?? ""}
            {...{ failure, url, events, description }}
          />
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" isBusy={isPending}>
              Save
            </Button>
            <span role="status" className="text-ok">
              {state?.ok && "Saved."}
            </span>
          </div>
        </ActionForm>
      </section>
      <DeleteEndpoint endpoint={endpoint} waiting={waiting} />
    </>
  );
}
