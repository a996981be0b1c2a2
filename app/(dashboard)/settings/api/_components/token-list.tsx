"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { TokenSummary } from "@/lib/tokens/list-tokens";
import { revokeTokenAction } from "../actions";
import { RevokeDialog } from "./revoke-dialog";
import { TokenRow } from "./token-row";

/** The account's tokens: those that work, then, toned down, those that no longer do. */
export function TokenList({ tokens }: { tokens: TokenSummary[] }) {
  const [state, revoke, isPending] = useActionState(revokeTokenAction, null);
  const [asked, setAsked] = useState<TokenSummary | null>(null);
  const active = tokens.filter(({ revokedAt }) => revokedAt === null);
  const revoked = tokens.filter(({ revokedAt }) => revokedAt !== null);
  return (
    <div className="mt-8 grid gap-8">
      <section>
        <SectionHeading title="Active tokens" />
        {state?.ok && <Revoked key={state.value.revokedAt} {...state.value} />}
        {active.length === 0 && (
          <p className="mt-2 text-mute">No active token. Requests need one.</p>
        )}
        <ul>
          {active.map((token) => (
            <TokenRow
              key={token.tokenId}
              token={token}
              revoke={revoke}
              onRevoke={() => setAsked(token)}
            />
          ))}
        </ul>
      </section>
      {revoked.length > 0 && (
        <section>
          <SectionHeading title="Revoked tokens" />
          <ul>
            {revoked.map((token) => (
              <TokenRow key={token.tokenId} token={token} />
            ))}
          </ul>
        </section>
      )}
      <RevokeDialog
        token={active.find(({ tokenId }) => tokenId === asked?.tokenId) ?? null}
        revoke={revoke}
        isPending={isPending}
        refusal={state?.ok === false ? state.message : undefined}
        onClose={() => setAsked(null)}
      />
    </div>
  );
}

function Revoked({ name, revokedAt }: { name: string; revokedAt: string }) {
  const place = useRef<HTMLDivElement>(null);
  // The button that had the focus went with its row.
  useEffect(() => place.current?.focus(), []);
  const clock = new Date(revokedAt).toLocaleTimeString("en-GB");
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Notice tone="ok" role="status" title={`Token revoked. It stopped working at ${clock}.`}>
        <p className="text-mute">Requests with “{name}” are answered 401 from now on.</p>
      </Notice>
    </div>
  );
}
