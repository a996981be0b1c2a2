"use client";

import { useState } from "react";
import { useAction } from "@/components/use-action";
import type { FormFailure } from "@/lib/actions/form-failure";
import type { TokenView } from "@/lib/tokens/contract";

type State<Value> = { ok: true; value: Value } | FormFailure | null;
type Action<Value> = (previous: State<Value>, form: FormData) => Promise<State<Value>>;

/** A change of one token that a dialog asks about first: whom it asks about, and what came of it. */
export function useAskedChange<Value>(action: Action<Value>) {
  const [state, change, isPending] = useAction(action);
  const [asked, setAsked] = useState<{ token: TokenView; before: State<Value> } | null>(null);
  // What came of an earlier question is no answer to this one.
  const answer = asked && state !== asked.before ? state : null;
  return {
    done: state?.ok ? state.value : undefined,
    change,
    ask: (token: TokenView) => setAsked({ token, before: state }),
    dialog: {
      token: asked && !answer?.ok ? asked.token : null,
      change,
      isPending,
      refusal: answer?.ok === false ? answer.message : undefined,
      onClose: () => setAsked(null),
    },
  };
}
