"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Folded } from "@/components/ui/folded";
import { RadioGroup } from "@/components/ui/radio-group";
import { useAction } from "@/components/use-action";
import { addEndpointAction } from "../actions";
import { webhooksWords } from "../words";
import { EndpointFields } from "./endpoint-fields";

const modes = ["live", "test"] as const;

interface EndpointFormProps {
  isFirst: boolean;
  /** Whether the account is an administrator's. */
  isAdmin: boolean;
}

/** Adds an endpoint in a form that opens on demand, and is open if there is no list to lead with. */
export function EndpointForm({ isFirst, isAdmin }: EndpointFormProps) {
  const { add, fields } = useWords(webhooksWords);
  const [state, action, isPending] = useAction(addEndpointAction);
  const failure = state?.ok === false ? state : null;
  return (
    <Folded summary={add.title} isButton isOpen={isFirst || failure !== null}>
      <ActionForm action={action} failure={failure} className="mt-4 grid max-w-[30rem] gap-5">
        <EndpointFields key={failure?.requestId ?? ""} failure={failure} hasAlarms={isAdmin} />
        <RadioGroup
          legend={fields.mode}
          name="mode"
          options={modes.map((value) => ({ value, ...fields.modes[value] }))}
          defaultValue={failure?.values["mode"] ?? "live"}
        />
        <div>
          <Button type="submit" variant="primary" isBusy={isPending}>
            {add.submit}
          </Button>
        </div>
      </ActionForm>
    </Folded>
  );
}
