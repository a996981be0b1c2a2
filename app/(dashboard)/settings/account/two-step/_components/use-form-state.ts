"use client";

import { useAction } from "@/components/use-action";
import type { FormFailure } from "@/lib/actions/form-failure";

type State<Value> = { ok: true; value: Value } | FormFailure | null;
type Act<Value> = (previous: State<Value>, form: FormData) => Promise<State<Value>>;

/** A form's action as its component wants it, and apart from that the value of its last success. */
export function useFormState<Value>(act: Act<Value>) {
  const [state, action, isPending] = useAction(act);
  const failure = state?.ok === false ? state : null;
  const value = state?.ok ? state.value : undefined;
  return { form: { action, failure, isPending }, value };
}
