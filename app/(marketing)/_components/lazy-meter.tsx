"use client";

import { lazy, Suspense } from "react";
import { nearViewport } from "./near-viewport";

// The server's HTML stands until the script is wanted, so the page neither waits for it nor shifts.
const SegmentMeter = lazy(async () => {
  await nearViewport("meter");
  const { SegmentMeter: component } = await import("./segment-meter");
  return { default: component };
});

interface LazyMeterProps {
  label: string;
  example: string;
}

/** The meter, whose script loads when a reader comes near it. */
export function LazyMeter(props: LazyMeterProps) {
  return (
    <Suspense>
      <SegmentMeter {...props} />
    </Suspense>
  );
}
