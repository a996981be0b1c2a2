"use client";

import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import type { Mending } from "@/lib/administration/contract";
import { mendEndpointAction } from "../actions";
import { adminDeliveriesWords } from "../words";

interface MendEndpointProps {
  /** As on the wire. */
  account: string;
  endpoint: string;
  host: string;
  isEnabled: boolean;
  /** From when on what it missed is replayed. */
  since: string;
}

/** What can be done about an endpoint in trouble. */
export function MendEndpoint({ account, endpoint, host, isEnabled, since }: MendEndpointProps) {
  const words = useWords(adminDeliveriesWords);
  const [state, action, isPending] = useAction(mendEndpointAction);
  const mendings: Mending[] = isEnabled ? ["replay", "disable"] : ["enable"];
  return (
    <form action={action}>
      <input type="hidden" name="account_id" value={account} />
      <input type="hidden" name="endpoint_id" value={endpoint} />
      <input type="hidden" name="since" value={since} />
      <p className="flex flex-wrap gap-2">
        {mendings.map((mending) => (
          <Button
            key={mending}
            type="submit"
            name="mending"
            value={mending}
            isBusy={isPending}
            aria-label={`${words.submit[mending]}: ${isolatedText(host)}`}
          >
            {words.submit[mending]}
          </Button>
        ))}
      </p>
      <p role="status" className="text-mute text-sm">
        {state?.ok && words.done(state.value.mending, state.value.replayed)}
        {state?.ok === false && state.message}
      </p>
    </form>
  );
}
