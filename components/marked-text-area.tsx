"use client";

import clsx from "clsx";
import { type TextareaHTMLAttributes, useRef } from "react";
import { type Mark, MarkedText } from "./marked-text";
import { controlClass } from "./ui/field";

type MarkedTextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  value: string;
  marks: readonly Mark[];
};

// Field and layer have to break lines at the same places: one set of classes for both.
const textClass = "wrap-anywhere whitespace-pre-wrap px-2.5 py-2 text-md [scrollbar-gutter:stable]";

/** A text field with the marker pen: a mirrored layer beneath it carries the marks. */
export function MarkedTextArea({ value, marks, className, ...area }: MarkedTextAreaProps) {
  const layer = useRef<HTMLDivElement>(null);
  return (
    <div className="relative">
      <div
        ref={layer}
        aria-hidden="true"
        className={clsx(
          textClass,
          "pointer-events-none absolute inset-0 overflow-hidden rounded-control border border-transparent bg-panel text-transparent",
        )}
      >
        <MarkedText text={value} marks={marks} isUnderlay />
        {/* A line break at the end has no line of its own without something behind it. */}
        {"\u200b"}
      </div>
      <textarea
        {...area}
        value={value}
        onScroll={(event) => layer.current?.scrollTo({ top: event.currentTarget.scrollTop })}
        className={clsx(
          controlClass,
          textClass,
          "relative block resize-y overflow-y-auto bg-transparent",
          className,
        )}
      />
    </div>
  );
}
