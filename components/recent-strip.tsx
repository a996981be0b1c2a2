"use client";

import clsx from "clsx";
import type { DeliveryStatus } from "@/lib/deliveries/contract";
import type { Language, Words } from "@/lib/language/language";
import { cellClass, type StageState } from "./delivery-stages";
import { useLanguage } from "./language/use-words";

const cells: Record<DeliveryStatus, StageState> = {
  delivered: "done",
  pending: "now",
  failed: "failed",
};

interface RecentStripProps {
  /** Oldest first. */
  statuses: readonly DeliveryStatus[];
}

/** The newest deliveries of an endpoint, a cell each, in the marks of the delivery strip, with the sum in words. */
export function RecentStrip({ statuses }: RecentStripProps) {
  const language = useLanguage();
  if (statuses.length === 0) {
    return <p className="text-mute text-sm">{words[language].none}</p>;
  }
  return (
    <div>
      <span aria-hidden="true" className="flex h-3 gap-px">
        {statuses.map((status, place) => (
          <span key={place} className={clsx("w-1.5 border", cellClass[cells[status]])} />
        ))}
      </span>
      <p className="mt-1 text-mute text-sm">{recentWords(statuses, language)}</p>
    </div>
  );
}

const en = {
  none: "No event yet",
  delivered: (count: number, total: number) =>
    total === 1 ? `${count} of 1 delivered` : `${count} of the last ${total} delivered`,
  waiting: (count: number) => `${count} pending`,
  failed: (count: number) => `${count} failed`,
};

const words: Words<typeof en> = {
  en,
  pl: {
    none: "Jeszcze bez zdarzeń",
    delivered: (count, total) =>
      total === 1 ? `dostarczone: ${count} z 1` : `dostarczone: ${count} z ostatnich ${total}`,
    waiting: (count) => `czeka: ${count}`,
    failed: (count) => `nieudane: ${count}`,
  },
};

/** "28 of the last 30 delivered, 1 pending, 1 failed" */
export function recentWords(
  statuses: readonly DeliveryStatus[],
  language: Language = "en",
): string {
  const say = words[language];
  const count = (status: DeliveryStatus) => statuses.filter((each) => each === status).length;
  const [delivered, waiting, failed] = [count("delivered"), count("pending"), count("failed")];
  const parts = [
    say.delivered(delivered, statuses.length),
    waiting > 0 && say.waiting(waiting),
    failed > 0 && say.failed(failed),
  ];
  return parts.filter(Boolean).join(", ");
}
