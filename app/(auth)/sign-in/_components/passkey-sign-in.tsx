"use client";

import clsx from "clsx";
import { KeyRound } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useCanUsePasskeys } from "@/components/use-can-use-passkeys";
import { authWords } from "../../words";
import { usePasskeySignIn } from "./use-passkey-sign-in";

interface PasskeySignInProps {
  next: string;
  /** Where passkeys work. */
  origin: string;
}

/** The other way in: a passkey. Its place is kept until the browser has said whether it has any, so nothing moves. */
export function PasskeySignIn({ next, origin }: PasskeySignInProps) {
  const { passkey: words } = useWords(authWords);
  const canUse = useCanUsePasskeys(origin);
  const { choose, isBusy, isUnused, refusal } = usePasskeySignIn({
    next,
    isUsable: canUse === true,
  });
  if (canUse === false) return null;
  return (
    <div className={clsx("noscript:hidden grid gap-3", canUse === null && "invisible")}>
      <Button size="large" isBusy={isBusy} onClick={() => void choose()}>
        {!isBusy && <KeyRound className="size-4" aria-hidden="true" />}
        {words.submit}
      </Button>
      {refusal && !isBusy && (
        <Notice
          tone={refusal.code === "rate_limited" ? "warn" : "bad"}
          role="alert"
          title={refusal.message}
        />
      )}
      {isUnused && <Notice role="alert" title={words.unused} />}
    </div>
  );
}
