"use client";

import clsx from "clsx";
import { ArrowDownLeft, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { logWords } from "../words";
import { directionHref, type LogSearch } from "./log-search";

const directions = [
  { name: "sent", value: undefined, Icon: ArrowUpRight },
  { name: "received", value: "received", Icon: ArrowDownLeft },
] as const;

/** Leads from the messages to phones to those from them, and back; what narrows both stays. */
export function DirectionSwitch({ search }: { search: LogSearch }) {
  const words = useWords(logWords).direction;
  return (
    <nav
      aria-label={words.name}
      className="mb-4 flex w-fit max-w-full flex-wrap rounded-control border border-control"
    >
      {directions.map(({ name, value, Icon }) => {
        const isOn = search.direction === value;
        return (
          <Link
            key={name}
            href={directionHref(search, value)}
            prefetch={false}
            aria-current={isOn ? "page" : undefined}
            className={clsx(
              "inline-flex h-8 items-center gap-1.5 px-3 text-sm first:rounded-l-control last:rounded-r-control max-sm:h-11",
              isOn ? "bg-ink font-medium text-paper" : "text-mute hover:text-ink",
            )}
          >
            <Icon className="size-3.5 shrink-0" aria-hidden="true" />
            {words[name]}
          </Link>
        );
      })}
    </nav>
  );
}
