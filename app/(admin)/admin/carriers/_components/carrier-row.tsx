import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import type { CarrierReport } from "@/lib/administration/get-carriers";
import { RetryQueue } from "../../_components/retry-queue";
import { carriersWords } from "../words";
import { CarrierFigures } from "./carrier-figures";
import { CarrierState } from "./carrier-state";
import { CarrierSwitch } from "./carrier-switch";

/** One carrier: what it is, whether it sends, how fast and how well; and its switch. */
export async function CarrierRow({ report }: { report: CarrierReport }) {
  const words = await wordsOf(carriersWords);
  const { carrier, kind, drainingSince, detail, balance, waiting } = report;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-4 border-line border-b py-4 lg:grid-cols-[16rem_minmax(0,1fr)_8rem]">
      <div className="min-w-0">
        <h3 className="flex flex-wrap items-baseline gap-x-2">
          <OutsideText className="wrap-anywhere min-w-0 font-medium font-mono" text={carrier} />
          <span className="text-mute text-sm">{words.kinds[kind] ?? kind}</span>
        </h3>
        <CarrierState report={report} />
        {balance !== undefined && (
          <p className="mt-1 text-sm">
            <span className="text-mute">{words.balance}</span>{" "}
            {balance ? <OutsideText text={`${balance.amount} ${balance.unit}`} /> : words.noBalance}
          </p>
        )}
      </div>
      <div className="grid content-start justify-items-end gap-2 lg:order-3 lg:justify-self-end">
        <CarrierSwitch carrier={carrier} isDraining={drainingSince !== null} />
        {waiting > 0 && <RetryQueue carrier={carrier} />}
      </div>
      <div className="col-span-full min-w-0 lg:order-2 lg:col-span-1">
        <CarrierFigures report={report} />
        {detail && (
          <p className="wrap-anywhere mt-3 text-sm">
            <span className="text-mute">{words.said}</span> <OutsideText text={detail} />
          </p>
        )}
      </div>
    </li>
  );
}
