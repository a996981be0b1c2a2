import clsx from "clsx";
import type { DeliveryStatus } from "@/lib/deliveries/contract";
import { cellClass, type StageState } from "./delivery-stages";

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
  if (statuses.length === 0) return <p className="text-mute text-sm">No event yet</p>;
  return (
    <div>
      <span aria-hidden="true" className="flex h-3 gap-px">
        {statuses.map((status, place) => (
          <span key={place} className={clsx("w-1.5 border", cellClass[cells[status]])} />
        ))}
      </span>
      <p className="mt-1 text-mute text-sm">{recentWords(statuses)}</p>
    </div>
  );
}

/** "28 of the last 30 delivered, 1 waiting, 1 failed" */
export function recentWords(statuses: readonly DeliveryStatus[]): string {
  const count = (status: DeliveryStatus) => statuses.filter((each) => each === status).length;
  const [delivered, waiting, failed] = [count("delivered"), count("pending"), count("failed")];
  const parts = [
    statuses.length === 1
      ? `${delivered} of 1 delivered`
      : `${delivered} of the last ${statuses.length} delivered`,
    waiting > 0 && `${waiting} waiting`,
    failed > 0 && `${failed} failed`,
  ];
  return parts.filter(Boolean).join(", ");
}
