"use client";

import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/radio-group";
import { addEndpointAction } from "../actions";
import { EndpointFields } from "./endpoint-fields";

const modes = [
  { value: "live", label: "Live", hint: "Gets the events of messages that go to phones." },
  { value: "test", label: "Test", hint: "Gets the events of messages a test token sends." },
] as const;

/** Adds an endpoint. */
export function EndpointForm() {
  const [state, action, isPending] = useActionState(addEndpointAction, null);
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure} className="grid max-w-[30rem] gap-5">
      <EndpointFields key={failure?.requestId ?? ""} failure={failure} />
      <RadioGroup
        legend="Mode"
        name="mode"
        options={modes}
        defaultValue={failure?.values["mode"] ?? "live"}
      />
      <div>
        <Button type="submit" variant="primary" isBusy={isPending}>
          Add endpoint
        </Button>
      </div>
    </ActionForm>
  );
}
