import clsx from "clsx";
import Link from "next/link";
import type { DeliveryStatus } from "@/lib/deliveries/contract";

const choices: readonly { status: DeliveryStatus | undefined; word: string }[] = [
  { status: undefined, word: "All" },
  { status: "pending", word: "Waiting" },
  { status: "delivered", word: "Delivered" },
  { status: "failed", word: "Failed" },
];

interface StateFilterProps {
  endpointId: string;
  status: DeliveryStatus | undefined;
}

/** Which deliveries are listed: links, so that a choice has an address. */
export function StateFilter({ endpointId, status }: StateFilterProps) {
  const page = `/settings/webhooks/${endpointId}`;
  return (
    <nav aria-label="Deliveries by state" className="mb-3 flex flex-wrap gap-x-5">
      {choices.map((choice) => (
        <Link
          key={choice.word}
          href={choice.status ? `${page}?state=${choice.status}` : page}
          scroll={false}
          aria-current={choice.status === status ? "true" : undefined}
          className={clsx(
            "flex min-h-7 items-center border-b-2 max-sm:min-h-11",
            choice.status === status
              ? "border-ink font-semibold"
              : "border-transparent text-mute hover:text-ink",
          )}
        >
          {choice.word}
        </Link>
      ))}
    </nav>
  );
}
