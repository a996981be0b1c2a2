"use client";

import { useEffect, useRef, useState } from "react";
import { nearViewport } from "./near-viewport";
import type { SegmentMeter } from "./segment-meter";

interface LazyMeterProps {
  label: string;
  example: string;
}

interface Live {
  Meter: typeof SegmentMeter;
  /** What was typed before the script came. */
  text: string;
  hadFocus: boolean;
}

// The bundler drops this branch from the browser's script. A Suspense boundary would be streamed behind the page, which
// then has no meter without a script.
const ServerMeter =
  typeof window === "undefined"
    ? (require("./segment-meter") as typeof import("./segment-meter")).SegmentMeter
    : undefined;

/** The meter. Its script loads when a reader comes near it; until then, the server's HTML keeps what is typed. */
export function LazyMeter({ label, example }: LazyMeterProps) {
  const host = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    let isGone = false;
    void nearViewport("meter").then(async () => {
      const { SegmentMeter: Meter } = await import("./segment-meter");
      if (isGone) return;
      const field = host.current?.querySelector("textarea");
      const hadFocus = field !== undefined && field === document.activeElement;
      setLive({ Meter, text: field?.value ?? example, hadFocus });
    });
    return () => {
      isGone = true;
    };
  }, [example]);
  useEffect(() => {
    if (!live?.hadFocus) return;
    const field = host.current?.querySelector("textarea");
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(live.text.length, live.text.length);
  }, [live]);

  if (ServerMeter) {
    return (
      <div>
        <ServerMeter label={label} example={example} />
      </div>
    );
  }
  if (!live) {
    // React leaves the inside of such an element as the server sent it.
    return <div ref={host} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: "" }} />;
  }
  return (
    <div ref={host} key="live">
      <live.Meter label={label} example={live.text} />
    </div>
  );
}
