"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Notice } from "@/components/ui/notice";
import { ExactTime } from "@/components/ui/time";
import { needsAttention } from "@/components/webhook-words";
import type { EndpointView } from "@/lib/webhooks/contract";

interface EndpointNoticesProps {
  endpoint: EndpointView;
  isNew: boolean;
  offSince: string | undefined;
}

/** What a person has to know about an endpoint before anything else. */
export function EndpointNotices({ endpoint, isNew, offSince }: EndpointNoticesProps) {
  if (isNew) {
    return (
      <Arrival>
        <Notice tone="ok" title="Endpoint added. It is on.">
          Put its secret into your receiver, then send it a test event.
        </Notice>
      </Arrival>
    );
  }
  const isBack = offSince !== undefined && endpoint.enabled;
  return (
    <div className="empty:hidden not-empty:mb-8">
      {isBack && Number.isFinite(Date.parse(offSince)) && (
        <Notice tone="ok" role="status" title="On again.">
          It was off since <ExactTime at={offSince} />. What was missed is not sent by itself:{" "}
          <a href="#replay" className="link">
            count it and send it again
          </a>
          .
        </Notice>
      )}
      <Trouble endpoint={endpoint} />
    </div>
  );
}

function Trouble({ endpoint }: { endpoint: EndpointView }) {
  const { enabled, disabled_reason, disabled_at, failing_since } = endpoint;
  if (!enabled && disabled_at) {
    return (
      <Notice
        tone={disabled_reason === "manual" ? "info" : "bad"}
        title={offWords(disabled_reason)}
      >
        Off since <ExactTime at={disabled_at} />
        {disabled_reason === "failing" && failing_since && (
          <>
            , failing since <ExactTime at={failing_since} />
          </>
        )}
        . Events are not kept waiting for it. Once it is on again, what was missed can be sent.
      </Notice>
    );
  }
  if (!failing_since || !needsAttention(endpoint, Date.now())) return null;
  return (
    <Notice tone="warn" title="Nothing has reached it for a while.">
      It has been failing since <ExactTime at={failing_since} />. Each event is tried ten times over
      three days; after five days of nothing but failures the endpoint is switched off.
    </Notice>
  );
}

function offWords(reason: EndpointView["disabled_reason"]): string {
  if (reason === "gone") return "Switched off: it answered 410, which means it is gone.";
  if (reason === "failing") return "Switched off: it took nothing for days.";
  return "Switched off by hand.";
}

/** Takes the focus when the page was come to by making the endpoint: the form is gone. */
function Arrival({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div ref={place} tabIndex={-1} className="mb-8 outline-none">
      {children}
    </div>
  );
}
