"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import { ExactTime } from "@/components/ui/time";
import { needsAttention } from "@/components/webhook-words";
import type { EndpointView } from "@/lib/webhooks/contract";
import { endpointWords } from "../words";

interface EndpointNoticesProps {
  endpoint: EndpointView;
  isNew: boolean;
  offSince: string | undefined;
}

/** What a person has to know about an endpoint before anything else. */
export function EndpointNotices({ endpoint, isNew, offSince }: EndpointNoticesProps) {
  const words = useWords(endpointWords).notices;
  if (isNew) {
    return (
      <Arrival>
        <Notice tone="ok" title={words.added}>
          {words.addedMore}
        </Notice>
      </Arrival>
    );
  }
  const isBack = offSince !== undefined && endpoint.enabled;
  return (
    <div className="empty:hidden not-empty:mb-8">
      {isBack && Number.isFinite(Date.parse(offSince)) && (
        <Notice tone="ok" role="status" title={words.back}>
          {words.wasOff} <ExactTime at={offSince} />
          {words.missed}{" "}
          <a href="#replay" className="link">
            {words.replay}
          </a>
          .
        </Notice>
      )}
      <Trouble endpoint={endpoint} />
    </div>
  );
}

function Trouble({ endpoint }: { endpoint: EndpointView }) {
  const words = useWords(endpointWords).notices;
  const { enabled, disabled_reason, disabled_at, failing_since } = endpoint;
  if (!enabled && disabled_at) {
    return (
      <Notice
        tone={disabled_reason === "manual" ? "info" : "bad"}
        title={words[disabled_reason ?? "manual"]}
      >
        {words.offSince} <ExactTime at={disabled_at} />
        {disabled_reason === "failing" && failing_since && (
          <>
            {words.failingSince} <ExactTime at={failing_since} />
          </>
        )}
        {words.notKept}
      </Notice>
    );
  }
  if (!failing_since) return null;
  const isLong = needsAttention(endpoint, Date.now());
  return (
    <Notice tone="warn" title={isLong ? words.silent : words.failingNow}>
      {words.silentSince} <ExactTime at={failing_since} />
      {words.oneByOne}
      {isLong && ` ${words.silentMore}`}
    </Notice>
  );
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
