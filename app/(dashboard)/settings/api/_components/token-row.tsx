import clsx from "clsx";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { TokenSummary } from "@/lib/tokens/list-tokens";

interface TokenRowProps {
  token: TokenSummary;
  /** Without it the row is history. */
  revoke?: (form: FormData) => void;
  /** Asks first; where no script runs, the form revokes without asking. */
  onRevoke?: () => void;
}

/** One token: its name and mask, what it may do, when it was made and last used. */
export function TokenRow({ token, revoke, onRevoke }: TokenRowProps) {
  return (
    <li
      className={clsx(
        "grid items-center gap-x-6 gap-y-1 border-line border-b py-3 sm:grid-cols-[minmax(0,1fr)_9rem_15rem_5rem]",
        !revoke && "text-mute",
      )}
    >
      <div className="min-w-0">
        <p className="flex items-baseline gap-2">
          <span className={clsx("min-w-0 truncate", revoke && "font-medium")}>{token.name}</span>
          <span className="font-mono text-mute text-xs">{token.mode}</span>
        </p>
        <p className="truncate font-mono text-mute text-sm">{token.masked}</p>
      </div>
      <p className="text-mute text-sm">May {token.scopes.join(", ")}</p>
      <p className="text-mute text-sm">
        Created <Time at={token.createdAt.toISOString()} />
        <br />
        <LastWord token={token} />
      </p>
      {revoke && (
        <form action={revoke} className="max-sm:mt-1 sm:justify-self-end">
          <input type="hidden" name="token_id" value={token.tokenId} />
          <Button
            type="submit"
            variant="danger"
            aria-label={`Revoke ${token.name}`}
            onClick={(event) => {
              event.preventDefault();
              onRevoke?.();
            }}
          >
            Revoke
          </Button>
        </form>
      )}
    </li>
  );
}

function LastWord({ token: { lastUsedAt, lastUsedAddress, revokedAt } }: { token: TokenSummary }) {
  if (revokedAt) {
    return (
      <>
        Revoked <Time at={revokedAt.toISOString()} />
      </>
    );
  }
  if (!lastUsedAt) return "Never used";
  return (
    <>
      Last used <Time at={lastUsedAt.toISOString()} />
      {lastUsedAddress && ` from ${lastUsedAddress}`}
    </>
  );
}
