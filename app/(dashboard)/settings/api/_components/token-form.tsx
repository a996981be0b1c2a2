"use client";

import { useActionState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { TextField } from "@/components/ui/text-field";
import type { FormFailure } from "@/lib/actions/form-failure";
import { generateTokenAction } from "../actions";
import { AddressField } from "./address-field";
import { ExpiryField } from "./expiry-field";
import { FreshToken } from "./fresh-token";

const modes = [
  { value: "live", label: "Live", hint: "Sends to phones and uses credits." },
  { value: "test", label: "Test", hint: "Goes to the simulator only; costs nothing." },
] as const;

const scopes = [
  { name: "scope_send", label: "Send", hint: "Send, move and cancel messages." },
  { name: "scope_read", label: "Read", hint: "Read messages, account and prices." },
  { name: "scope_manage", label: "Manage", hint: "Make and revoke tokens, set up webhooks." },
] as const;
const usualScopes: readonly string[] = ["scope_send", "scope_read"];

/** Names a token and makes it; what was made stands under the form until the page is left. */
export function TokenForm({ maxCidrs }: { maxCidrs: number }) {
  const [state, action, isPending] = useActionState(generateTokenAction, null);
  const failure = state?.ok === false ? state : null;
  return (
    <div className="grid gap-6">
      <ActionForm action={action} failure={failure} className="grid max-w-[26rem] gap-5">
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          required
          maxLength={60}
          placeholder="Web shop"
          hint="Where it will be used, so that you know later what a revocation stops."
          defaultValue={failure?.values["name"]}
          error={failure?.fields?.["name"]}
        />
        <RadioGroup
          legend="Mode"
          name="mode"
          options={modes}
          defaultValue={failure?.values["mode"] ?? "live"}
          error={failure?.fields?.["mode"]}
        />
        <CheckboxGroup
          legend="It may"
          options={scopes.map((scope) => ({ ...scope, isTicked: isTicked(scope.name, failure) }))}
          error={failure?.fields?.["scopes"]}
        />
        <ExpiryField failure={failure} />
        <AddressField failure={failure} most={maxCidrs} />
        <div>
          <Button type="submit" variant="primary" isBusy={isPending}>
            Generate token
          </Button>
        </div>
      </ActionForm>
      {state?.ok && <FreshToken key={state.value.token} {...state.value} />}
    </div>
  );
}

function isTicked(name: string, failure: FormFailure | null): boolean {
  return failure ? name in failure.values : usualScopes.includes(name);
}
