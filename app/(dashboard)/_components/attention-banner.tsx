"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import { needsAttention, shortUrl } from "@/components/webhook-words";
import type { Words } from "@/lib/language/language";
import type { EndpointView } from "@/lib/webhooks/contract";
import { panelFetch } from "./panel-fetch";

const en = {
  title: "Needs attention: webhook deliveries are failing",
  failing: "has been failing.",
  off: "was disabled after repeated failures.",
};

const attentionWords: Words<typeof en> = {
  en,
  pl: {
    title: "Wymaga uwagi: zdarzenia nie docierają",
    failing: "– próby się nie udają.",
    off: "– wyłączony po nieudanych próbach.",
  },
};

/**
 * Webhook endpoints that were switched off for failing or have been failing, on every signed-in screen but
 * their own. The shell stays while screens change, so each new screen asks again.
 */
export function AttentionBanner({ endpoints }: { endpoints: EndpointView[] }) {
  const words = useWords(attentionWords);
  const pathname = usePathname();
  const [latest, setLatest] = useState({ endpoints, rendered: endpoints, pathname });
  useEffect(() => {
    if (pathname === latest.pathname) return;
    panelFetch("/api/panel/webhook-endpoints", {}).then(
      ({ data }) => setLatest({ endpoints: data, rendered: endpoints, pathname }),
      // What is known stays on the screen; the next one asks again.
      () => undefined,
    );
  }, [endpoints, latest.pathname, pathname]);
  // A shell rendered later knows better than an answer from before it.
  const known = latest.rendered === endpoints ? latest.endpoints : endpoints;
  const troubled = known.filter(
    (endpoint) =>
      needsAttention(endpoint, Date.now()) &&
      !pathname.startsWith(`/settings/webhooks/${endpoint.id}`),
  );
  // The overview names them among everything else that needs attention.
  if (troubled.length === 0 || pathname === "/overview") return null;
  return (
    <div className="mb-6">
      <Notice tone="bad" title={words.title}>
        <ul>
          {troubled.map(({ id, url, enabled }) => (
            <li key={id}>
              <Link
                href={`/settings/webhooks/${id}`}
                className="link wrap-anywhere font-mono text-sm"
              >
                {shortUrl(url)}
              </Link>{" "}
              {enabled ? words.failing : words.off}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
