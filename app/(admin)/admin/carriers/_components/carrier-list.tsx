import { wordsOf } from "@/components/language/current-language";
import { SectionHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import type { CarriersReport } from "@/lib/administration/get-carriers";
import { RetryQueue } from "../../_components/retry-queue";
import { carriersWords } from "../words";
import { CarrierRow } from "./carrier-row";

/** Each carrier in use, and what no carrier gets. */
export async function CarrierList({ report }: { report: CarriersReport }) {
  const words = await wordsOf(carriersWords);
  const { carriers, unused, unrouted } = report;
  return (
    <section>
      <SectionHeading title={words.carriers} />
      {unrouted > 0 && (
        <Notice tone="bad" title={words.unrouted(unrouted)}>
          <p>{words.unroutedMore}</p>
          <RetryQueue carrier={null} />
        </Notice>
      )}
      <ul>
        {carriers.map((carrier) => (
          <CarrierRow key={carrier.carrier} report={carrier} />
        ))}
      </ul>
      {unused.length > 0 && (
        <p className="wrap-anywhere mt-3 text-mute">{words.unused(unused.join(", "))}</p>
      )}
    </section>
  );
}
