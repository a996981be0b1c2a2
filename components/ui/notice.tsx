"use client";

import clsx from "clsx";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "../language/use-words";
import { uiWords } from "./words";

const tones = {
  info: { edge: "border-l-info", text: "text-info", icon: Info },
  ok: { edge: "border-l-ok", text: "text-ok", icon: CircleCheck },
  warn: { edge: "border-l-warn", text: "text-warn", icon: TriangleAlert },
  bad: { edge: "border-l-bad", text: "text-bad", icon: CircleAlert },
} as const;

interface NoticeProps {
  tone?: keyof typeof tones;
  title?: string;
  children?: ReactNode;
  /** Spoken when it appears: `alert` at once, `status` when the reader pauses. */
  role?: "alert" | "status";
}

/** A message to the person on the screen: what happened, what it means, what to do. */
export function Notice({ tone = "info", title, children, role }: NoticeProps) {
  const word = useWords(uiWords).tones[tone];
  const { edge, text, icon: Icon } = tones[tone];
  return (
    <div
      role={role}
      className={clsx("flex gap-3 border border-line border-l-4 bg-panel px-3 py-2.5", edge)}
    >
      <Icon className={clsx("mt-0.5 size-4 shrink-0", text)} aria-hidden="true" />
      <div className="wrap-anywhere min-w-0 max-w-[68ch] space-y-1">
        <span className="sr-only">{word}:</span>
        {title && <p className="font-medium">{title}</p>}
        {children}
      </div>
    </div>
  );
}
