"use client";

import { useWords } from "@/components/language/use-words";
import { ConfirmForm } from "@/components/ui/confirm-form";
import { Dialog } from "@/components/ui/dialog";
import { Time } from "@/components/ui/time";
import { isolatedText } from "@/components/visible-text";
import type { TokenView } from "@/lib/tokens/contract";
import { tokenWords } from "../words";

export interface TokenDialogProps {
  /** The token in question; none, and the dialog is closed. */
  token: TokenView | null;
  change: (form: FormData) => void;
  isPending: boolean;
  /** Why the last try did not work. */
  refusal: string | undefined;
  onClose: () => void;
}

/** Asks before a token is revoked, naming what that stops. */
export function RevokeDialog({ token, change, isPending, refusal, onClose }: TokenDialogProps) {
  const words = useWords(tokenWords).revoking;
  return (
    <Dialog
      isOpen={token !== null}
      title={words.title(isolatedText(token?.name ?? ""))}
      onClose={onClose}
    >
      <p className="max-w-[68ch]">{words.effect(Boolean(token?.previous_secret))}</p>
      {token && <Traffic token={token} />}
      <ConfirmForm
        action={change}
        subject={{ name: "token_id", value: token?.token_id ?? "" }}
        words={words}
        isPending={isPending}
        refusal={refusal}
        onKeep={onClose}
      />
    </Dialog>
  );
}

/** What goes through a token right now. */
export function Traffic({ token }: { token: TokenView }) {
  const { requests, row, traffic } = useWords(tokenWords);
  if (!token.last_used_at) return <p className="mt-2 text-mute">{traffic.none}</p>;
  return (
    <p className="mt-2 text-mute">
      {traffic.made(requests(token.requests_24h))} <Time at={token.last_used_at} />
      {token.last_used_address && row.usedFrom(token.last_used_address)}.
    </p>
  );
}
