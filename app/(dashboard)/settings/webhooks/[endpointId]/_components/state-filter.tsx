import clsx from "clsx";
import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import type { DeliveryStatus } from "@/lib/deliveries/contract";
import { endpointWords } from "../words";

const choices = [undefined, "pending", "delivered", "failed"] as const;

interface StateFilterProps {
  endpointId: string;
  status: DeliveryStatus | undefined;
}

/** Which deliveries are listed: links, so that a choice has an address. */
export function StateFilter({ endpointId, status }: StateFilterProps) {
  const words = useWords(endpointWords).log;
  const page = `/settings/webhooks/${endpointId}`;
  return (
    <nav aria-label={words.states} className="mb-3 flex flex-wrap gap-x-5">
      {choices.map((choice) => (
        <Link
          key={choice ?? "all"}
          href={choice ? `${page}?state=${choice}` : page}
          scroll={false}
          aria-current={choice === status ? "true" : undefined}
          className={clsx(
            "flex min-h-7 items-center border-b-2 max-sm:min-h-11",
            choice === status
              ? "border-ink font-semibold"
              : "border-transparent text-mute hover:text-ink",
          )}
        >
          {words[choice ?? "all"]}
        </Link>
      ))}
    </nav>
  );
}
