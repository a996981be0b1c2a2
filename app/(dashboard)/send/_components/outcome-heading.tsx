"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** The title of an outcome; it takes the focus, for the form it stood in is gone. */
export function OutcomeHeading({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg outline-none">
      {children}
    </h2>
  );
}
