"use client";

import { useEffect, useRef } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { isolatedText } from "@/components/visible-text";
import { locales } from "@/lib/language/language";
import type { TokenView } from "@/lib/tokens/contract";
import { limitTokenAction, revokeTokenAction, rotateTokenAction } from "../actions";
import { tokenWords } from "../words";
import { FreshToken } from "./fresh-token";
import { LimitDialog } from "./limit-dialog";
import { RevokeDialog } from "./revoke-dialog";
import { RotateDialog } from "./rotate-dialog";
import { TokenButtons } from "./token-buttons";
import { TokenRow } from "./token-row";
import { hasEnded } from "./token-state";
import { useAskedChange } from "./use-asked-change";

interface TokenListProps {
  tokens: TokenView[];
  /** When the list was read. */
  nowMs: number;
}

/** The account's tokens: those that work, then, toned down, those that no longer do. */
export function TokenList({ tokens, nowMs }: TokenListProps) {
  const words = useWords(tokenWords).list;
  const revocation = useAskedChange(revokeTokenAction);
  const rotation = useAskedChange(rotateTokenAction);
  const limitation = useAskedChange(limitTokenAction);
  const active = tokens.filter((token) => !hasEnded(token, nowMs));
  const ended = tokens.filter((token) => hasEnded(token, nowMs));
  return (
    <div className="mt-8 grid gap-8">
      {/* First, so that they have closed and given the focus back when what they did takes it. */}
      <RevokeDialog {...revocation.dialog} />
      <RotateDialog {...rotation.dialog} />
      <LimitDialog {...limitation.dialog} />
      <section>
        <SectionHeading title={words.active} />
        {revocation.done && <Revoked key={revocation.done.token_id} token={revocation.done} />}
        {rotation.done && <FreshToken key={rotation.done.token} {...rotation.done} />}
        {active.length === 0 && <p className="mt-2 text-mute">{words.noActive}</p>}
        <ul>
          {active.map((token) => (
            <TokenRow key={token.token_id} token={token} nowMs={nowMs}>
              <TokenButtons
                token={token}
                revoke={revocation.change}
                onLimit={() => limitation.ask(token)}
                onRotate={() => rotation.ask(token)}
                onRevoke={() => revocation.ask(token)}
              />
            </TokenRow>
          ))}
        </ul>
      </section>
      {ended.length > 0 && (
        <section>
          <SectionHeading title={words.ended} />
          <ul>
            {ended.map((token) => (
              <TokenRow key={token.token_id} token={token} nowMs={nowMs} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Revoked({ token: { name, revoked_at } }: { token: TokenView }) {
  const words = useWords(tokenWords).list;
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  // The button that had the focus went with its row.
  useEffect(() => place.current?.focus(), []);
  const clock = new Date(revoked_at ?? "").toLocaleTimeString(locales[language]);
  return (
    <div ref={place} tabIndex={-1} className="outline-none">
      <Notice tone="ok" role="status" title={words.revoked(clock)}>
        <p className="text-mute">{words.refused(isolatedText(name))}</p>
      </Notice>
    </div>
  );
}
