"use client";

import { useEffect, useRef } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import type { FormFailure } from "@/lib/actions/form-failure";
import { startWords } from "../words";

interface TokenStepProps {
  /** The token just made; it is shown on this page load only. */
  token: string | null;
  failure: FormFailure | null;
  hasToken: boolean;
  action: (form: FormData) => void;
  isBusy: boolean;
}

/** Makes the token in place, and shows it this once. */
export function TokenStep({ token, failure, hasToken, action, isBusy }: TokenStepProps) {
  const { token: words } = useWords(startWords);
  if (token) return <MadeToken token={token} />;
  return (
    <>
      <p className="mb-3 text-mute">{hasToken ? words.gone : words.lead}</p>
      <ActionForm action={action} failure={failure} className="grid justify-items-start gap-3">
        <Button type="submit" variant={hasToken ? "quiet" : "primary"} isBusy={isBusy}>
          {hasToken ? words.again : words.make}
        </Button>
      </ActionForm>
    </>
  );
}

function MadeToken({ token }: { token: string }) {
  const { token: words } = useWords(startWords);
  const place = useRef<HTMLDivElement>(null);
  // The button that had the focus has gone.
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <p className="mb-3 text-mute">{words.made}</p>
      <div className="flex flex-wrap items-center gap-3">
        <code className="min-w-0 break-all bg-citron px-2 py-1 font-mono text-marker-ink">
          {token}
        </code>
        <CopyButton text={token} label={words.copy} />
      </div>
    </div>
  );
}
