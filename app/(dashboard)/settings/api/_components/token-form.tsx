"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Folded } from "@/components/ui/folded";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { FormFailure } from "@/lib/actions/form-failure";
import { generateTokenAction } from "../actions";
import { tokenWords } from "../words";
import { ExpiryField } from "./expiry-field";
import { FreshToken } from "./fresh-token";
import { LimitFields } from "./limit-fields";

const modes = ["live", "test"] as const;
const scopes = ["send", "read", "manage"] as const;
const defaultScopes: readonly string[] = ["scope_send", "scope_read"];

interface TokenFormProps {
  maxCidrs: number;
  /** There is no list to lead with. */
  isFirst: boolean;
}

/** Creates a token in a form that opens on demand; its secret stays on top until the page is left. */
export function TokenForm({ maxCidrs, isFirst }: TokenFormProps) {
  const words = useWords(tokenWords).form;
  const [state, action, isPending] = useAction(generateTokenAction);
  const failure = state?.ok === false ? state : null;
  return (
    <div className="grid gap-6">
      {state?.ok && <FreshToken key={state.value.token} {...state.value} />}
      <Folded
        // A new token closes the form and empties it.
        key={state?.ok ? state.value.token : ""}
        summary={words.open}
        isButton
        isOpen={failure !== null || (isFirst && !state?.ok)}
      >
        <ActionForm action={action} failure={failure} className="mt-4 grid max-w-[26rem] gap-5">
          <TextField
            label={words.name}
            name="name"
            autoComplete="off"
            required
            maxLength={60}
            placeholder={words.nameExample}
            hint={words.nameHint}
            defaultValue={failure?.values["name"]}
            error={failure?.fields?.["name"]}
          />
          <RadioGroup
            legend={words.mode}
            name="mode"
            options={modes.map((value) => ({ value, ...words.modes[value] }))}
            defaultValue={failure?.values["mode"] ?? "live"}
            error={failure?.fields?.["mode"]}
          />
          <CheckboxGroup
            legend={words.may}
            options={scopes.map((scope) => ({
              name: `scope_${scope}`,
              ...words.scopes[scope],
              isTicked: isTicked(`scope_${scope}`, failure),
            }))}
            error={failure?.fields?.["scopes"]}
          />
          <ExpiryField failure={failure} />
          <LimitFields failure={failure} most={maxCidrs} />
          <div>
            <Button type="submit" variant="primary" isBusy={isPending}>
              {words.submit}
            </Button>
          </div>
        </ActionForm>
      </Folded>
    </div>
  );
}

function isTicked(name: string, failure: FormFailure | null): boolean {
  return failure ? name in failure.values : defaultScopes.includes(name);
}
