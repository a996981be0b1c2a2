"use client";

import { useEffect } from "react";
import { hydratedEvent } from "./hydrated-event";

/** Tells the loader of the page's scripts that the page can be used. */
export function HydrationSignal() {
  useEffect(() => {
    dispatchEvent(new Event(hydratedEvent));
  }, []);
  return null;
}
