"use client";

import { startRegistration } from "@simplewebauthn/browser";
import { useState } from "react";
import { useAsk } from "@/components/use-action";
import type { FormFailure } from "@/lib/actions/form-failure";
import { addPasskeyAction, startPasskeyAction } from "../actions";

type Outcome =
  | { kind: "none" }
  /** The browser made nothing: it was cancelled, or the device has one already. */
  | { kind: "unmade"; isThere: boolean }
  | { kind: "refused"; failure: FormFailure }
  | { kind: "added"; name: string; isMailSent: boolean; at: number };

/** Adding a passkey: the password is asked for by us, then the browser makes one, then it is stored. */
export function useNewPasskey() {
  const start = useAsk(startPasskeyAction);
  const store = useAsk(addPasskeyAction);
  const [outcome, setOutcome] = useState<Outcome>({ kind: "none" });
  const [isPending, setIsPending] = useState(false);

  async function make(form: FormData): Promise<Outcome> {
    const text = (name: string) => String(form.get(name) ?? "");
    const name = text("name");
    const started = await start({ name, password: text("password"), code: text("code") });
    if (!started.ok) return { kind: "refused", failure: started };
    const made = await startRegistration({ optionsJSON: started.value }).catch(
      (error: unknown) => ({
        isThere: error instanceof Error && error.name === "InvalidStateError",
      }),
    );
    if ("isThere" in made) return { kind: "unmade", ...made };
    const stored = await store({ name, response: JSON.stringify(made) });
    if (!stored.ok) return { kind: "refused", failure: stored };
    return { kind: "added", name: name.trim(), ...stored.value };
  }

  async function add(form: FormData): Promise<void> {
    if (isPending) return;
    setIsPending(true);
    setOutcome(await make(form));
    setIsPending(false);
  }

  return { add, isPending, outcome };
}
