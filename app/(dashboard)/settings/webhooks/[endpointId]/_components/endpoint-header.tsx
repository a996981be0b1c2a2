"use client";

import { EndpointBadge } from "@/components/endpoint-badge";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { RecentStrip } from "@/components/recent-strip";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { useAction } from "@/components/use-action";
import type { DeliveryStatus } from "@/lib/deliveries/contract";
import type { EndpointView } from "@/lib/webhooks/contract";
import { switchEndpointAction } from "../../actions";
import { endpointWords } from "../words";

interface EndpointHeaderProps {
  endpoint: EndpointView;
  recent: readonly DeliveryStatus[];
}

/** Where an endpoint is, whether it is on, how it has been doing; and its switch. */
export function EndpointHeader({ endpoint, recent }: EndpointHeaderProps) {
  const { title, head: words } = useWords(endpointWords);
  const { id, url, description, events, test, enabled } = endpoint;
  const [state, action, isPending] = useAction(switchEndpointAction);
  return (
    <header className="mb-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-full">
          <h1 className="font-semibold text-xl">
            <OutsideText text={description ?? title} />
          </h1>
          <p className="mt-1 flex items-start gap-1">
            <span className="wrap-anywhere min-w-0 font-mono text-sm leading-6">{url}</span>
            <CopyButton text={url} label={words.copy} isCompact className="max-sm:-my-2.5" />
          </p>
          <p className="text-mute text-sm">
            {test ? words.test : words.live}: {events.join(", ")}
          </p>
        </div>
        <form action={action}>
          <input type="hidden" name="endpoint_id" value={id} />
          <input type="hidden" name="enabled" value={String(!enabled)} />
          <Button type="submit" variant={enabled ? "quiet" : "primary"} isBusy={isPending}>
            {enabled ? words.off : words.on}
          </Button>
        </form>
      </div>
      <div className="mt-4 flex flex-wrap items-start gap-x-8 gap-y-2">
        <p role="status" className="text-md">
          <EndpointBadge endpoint={endpoint} />
        </p>
        <RecentStrip statuses={recent} />
      </div>
      {state?.ok === false && (
        <div className="mt-4">
          <Notice tone="bad" role="alert" title={state.message} />
        </div>
      )}
    </header>
  );
}
