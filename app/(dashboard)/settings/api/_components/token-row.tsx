import clsx from "clsx";
import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Time } from "@/components/ui/time";
import type { TokenView } from "@/lib/tokens/contract";
import { tokenWords } from "../words";
import { OldSecret } from "./old-secret";
import { hasEnded, isIdle } from "./token-state";

interface TokenRowProps {
  token: TokenView;
  nowMs: number;
  /** What can be done with it; without, the row is history. */
  children?: ReactNode;
}

/** One token: its name and mask, what it may do, when it was made and last used. */
export function TokenRow({ token, nowMs, children }: TokenRowProps) {
  const { modes, requests, row } = useWords(tokenWords);
  const isQuiet = !children || isIdle(token, nowMs);
  return (
    <li
      className={clsx(
        "grid items-center gap-x-6 gap-y-1 border-line border-b py-3 md:grid-cols-[minmax(0,1fr)_11rem_14rem_auto]",
        isQuiet && "text-mute",
      )}
    >
      <div className="min-w-0">
        <p className="flex items-baseline gap-2">
          <OutsideText
            className={clsx("min-w-0 truncate", !isQuiet && "font-medium")}
            text={token.name}
          />
          <span className="font-mono text-mute text-xs">{modes[token.mode]}</span>
        </p>
        <p className="truncate font-mono text-mute text-sm">{token.masked}</p>
        {token.previous_secret && <OldSecret secret={token.previous_secret} nowMs={nowMs} />}
      </div>
      <Limits token={token} />
      <p className="text-mute text-sm">
        {row.created} <Time at={token.created_at} />
        <br />
        <LastWord token={token} nowMs={nowMs} />
        {children && token.last_used_at && (
          <>
            <br />
            {row.lately(requests(token.requests_24h))}
          </>
        )}
      </p>
      {children && (
        <div className="flex flex-wrap gap-2 max-md:mt-1 md:justify-self-end">{children}</div>
      )}
    </li>
  );
}

function Limits({ token }: { token: TokenView }) {
  const { scopes, expires_at, revoked_at, cidrs } = token;
  const words = useWords(tokenWords);
  const [first, ...others] = cidrs;
  return (
    <p className="wrap-anywhere text-mute text-sm">
      {words.row.may(scopes.map((scope) => words.scopes[scope]).join(", "))}
      {expires_at && !revoked_at && (
        <>
          <br />
          {words.row.expires} <Time at={expires_at} />
        </>
      )}
      {token.daily_limit !== null && (
        <>
          <br />
          {words.row.spent(token.spent_today ?? 0, token.daily_limit)}
        </>
      )}
      {first && (
        <>
          <br />
          <span title={cidrs.join(", ")}>{words.row.from(first, others.length)}</span>
        </>
      )}
    </p>
  );
}

function LastWord({ token, nowMs }: { token: TokenView; nowMs: number }) {
  const words = useWords(tokenWords).row;
  const { last_used_at, last_used_address, revoked_at } = token;
  if (revoked_at) {
    return (
      <>
        {words.revoked} <Time at={revoked_at} />
      </>
    );
  }
  if (!last_used_at) return words.neverUsed;
  const isForgotten = isIdle(token, nowMs) && !hasEnded(token, nowMs);
  return (
    <>
      {words.lastUsed} <Time at={last_used_at} />
      {last_used_address && words.usedFrom(last_used_address)}
      {isForgotten && words.forgotten}
    </>
  );
}
