"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Time } from "@/components/ui/time";
import type { TokenView } from "@/lib/tokens/contract";
import { requestWords } from "./token-state";

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
  return (
    <Dialog isOpen={token !== null} title={`Revoke “${token?.name ?? ""}”?`} onClose={onClose}>
      <p className="max-w-[68ch]">
        The next request with it is answered 401
        {token?.previous_secret && ", with its old secret too"}. This cannot be undone; a new token
        can be made any time.
      </p>
      {token && <Traffic token={token} />}
      {refusal && (
        <p role="alert" className="mt-2 text-bad">
          {refusal}
        </p>
      )}
      <form action={change} className="mt-5 flex flex-wrap justify-end gap-2">
        <input type="hidden" name="token_id" value={token?.token_id ?? ""} />
        <Button onClick={onClose}>Keep it</Button>
        <Button type="submit" variant="danger" isBusy={isPending}>
          Revoke token
        </Button>
      </form>
    </Dialog>
  );
}

/** What goes through a token right now. */
export function Traffic({ token }: { token: TokenView }) {
  if (!token.last_used_at) return <p className="mt-2 text-mute">It was never used.</p>;
  return (
    <p className="mt-2 text-mute">
      It made {requestWords(token.requests_24h)} in the last 24 hours; the last one came{" "}
      <Time at={token.last_used_at} />
      {token.last_used_address && ` from ${token.last_used_address}`}.
    </p>
  );
}
