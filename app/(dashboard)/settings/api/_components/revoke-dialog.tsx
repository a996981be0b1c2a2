"use client";

import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Time } from "@/components/ui/time";
import type { TokenSummary } from "@/lib/tokens/list-tokens";

interface RevokeDialogProps {
  /** The token in question; none, and the dialog is closed. */
  token: TokenSummary | null;
  revoke: (form: FormData) => void;
  isPending: boolean;
  /** Why the last try did not revoke it. */
  refusal: string | undefined;
  onClose: () => void;
}

/** Asks before a token is revoked, naming what that stops. It closes itself when the token is gone. */
export function RevokeDialog({ token, revoke, isPending, refusal, onClose }: RevokeDialogProps) {
  return (
    <Dialog isOpen={token !== null} title={`Revoke “${token?.name ?? ""}”?`} onClose={onClose}>
      <p className="max-w-[68ch]">
        The next request with it is answered 401. This cannot be undone; a new token can be made any
        time.
      </p>
      <p className="mt-2 text-mute">
        {token?.lastUsedAt ? (
          <>
            It was last used <Time at={token.lastUsedAt.toISOString()} />
            {token.lastUsedAddress && ` from ${token.lastUsedAddress}`}.
          </>
        ) : (
          "It was never used."
        )}
      </p>
      {refusal && (
        <p role="alert" className="mt-2 text-bad">
          {refusal}
        </p>
      )}
      <form action={revoke} className="mt-5 flex flex-wrap justify-end gap-2">
        <input type="hidden" name="token_id" value={token?.tokenId ?? ""} />
        <Button onClick={onClose}>Keep it</Button>
        <Button type="submit" variant="danger" isBusy={isPending}>
          Revoke token
        </Button>
      </form>
    </Dialog>
  );
}
