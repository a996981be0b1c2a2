"use client";

import { type AuthenticationResponseJSON, startAuthentication } from "@simplewebauthn/browser";
import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { useAction, useAsk } from "@/components/use-action";
import { askPasskeyAction, passkeyAction } from "../actions";
import { askInTurn } from "./ask-in-turn";
import { offerPasskeys } from "./offer-passkeys";

interface Wanted {
  /** Where to go afterwards. */
  next: string;
  /** Whether this browser can use passkeys here. */
  isUsable: boolean;
}

/**
 * Signing in with a passkey: from the list under the email field, or by `choose`, which lets the browser ask. `isUnused`
 * says that the browser asked and nobody chose one.
 */
export function usePasskeySignIn({ next, isUsable }: Wanted) {
  const [state, act, isSending] = useAction(passkeyAction);
  const request = useAsk(askPasskeyAction);
  const [choice, setChoice] = useState<"none" | "open" | "unused">("none");
  const endOffer = useRef(() => {});

  const ask = useCallback(async () => {
    const asked = await askInTurn(() => request({}));
    return asked.ok ? asked.value : undefined;
  }, [request]);

  const send = useCallback(
    (answer: AuthenticationResponseJSON) => {
      const form = new FormData();
      form.set("next", next);
      form.set("response", JSON.stringify(answer));
      startTransition(() => act(form));
    },
    [act, next],
  );

  // A rejected passkey, and a choice that came to nothing, leave nothing on offer.
  useEffect(() => {
    if (!isUsable || choice === "open") return;
    endOffer.current = offerPasskeys({ ask, send });
    return () => endOffer.current();
  }, [isUsable, choice, ask, send, state]);

  async function choose() {
    endOffer.current();
    setChoice("open");
    const optionsJSON = await ask();
    const answer = optionsJSON && (await startAuthentication({ optionsJSON }).catch(() => null));
    setChoice(answer ? "none" : "unused");
    if (answer) send(answer);
  }

  return {
    choose,
    isBusy: isSending || choice === "open",
    isUnused: choice === "unused",
    refusal: state?.ok === false ? state : null,
  };
}
