"use client";

import { useEffect, useRef, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { buttonClass } from "@/components/ui/button-class";
import { CopyButton } from "@/components/ui/copy-button";
import { useEarlyInput } from "@/components/ui/use-early-input";
import type { PriceList } from "@/lib/pricing/price-list";
import { quoteVolume } from "@/lib/pricing/quote-volume";
import { type CalculatorInput, segmentsOf, toQuery } from "../calculator-input";
import { pricingWords } from "../words";
import { MonthBill } from "./month-bill";
import { PriceTable } from "./price-table";
import { TextPart } from "./text-part";
import { VolumePart } from "./volume-part";

interface CalculatorProps {
  list: PriceList;
  input: CalculatorInput;
  /** Whether the address named a number of messages there cannot be. */
  isWrong: boolean;
}

// Long enough for a slider on its way not to write, and speak, every step of it.
const steadyMs = 400;

/** The calculator. Without scripts, it is a form, and the server returns the same numbers. */
export function Calculator({ list, input: asked, isWrong }: CalculatorProps) {
  const words = useWords(pricingWords);
  const form = useRef<HTMLFormElement>(null);
  const [input, setInput] = useState(asked);
  const change = (part: Partial<CalculatorInput>) => setInput((known) => ({ ...known, ...part }));
  const steady = useSteady(input);
  const { segments } = segmentsOf(input);
  const quote = quoteVolume({ messages: input.messages, segments }, list);
  useEffect(() => {
    if (steady !== asked) history.replaceState(history.state, "", toQuery(steady));
  }, [steady, asked]);
  useEarlyInput(form);
  return (
    <>
      <form ref={form} method="get" className="grid grid-cols-1 gap-x-14 gap-y-8 md:grid-cols-12">
        <div className="grid content-start gap-6 md:col-span-7">
          <VolumePart
            messages={input.messages}
            tierStarts={list.tiers.slice(1).map(({ from }) => Math.ceil(from / segments))}
            isWrong={isWrong}
            onChange={(messages) => change({ messages })}
          />
          <TextPart input={input} list={list} onChange={change} />
          <div className="flex flex-wrap gap-2">
            <div className="hidden noscript:block">
              <button type="submit" className={buttonClass("primary")}>
                {words.calculate}
              </button>
            </div>
            <CopyButton
              label={words.copy}
              text={() => new URL(toQuery(input), location.href).href}
              className="noscript:hidden"
            />
          </div>
        </div>
        <MonthBill
          quote={quote}
          list={list}
          className="md:col-span-5 md:sticky md:top-6 md:self-start"
        />
        <Spoken input={steady} list={list} />
      </form>
      <PriceTable list={list} current={quote.tier} />
    </>
  );
}

/** The sum for those who hear the page, once it has stopped changing. */
function Spoken({ input, list }: { input: CalculatorInput; list: PriceList }) {
  const words = useWords(pricingWords);
  const { bill } = quoteVolume({ ...input, ...segmentsOf(input) }, list);
  const money = (cents: number) => words.money(cents * 10_000, list.currency);
  return (
    <output aria-live="polite" className="sr-only">
      {words.summary(money(bill.netCents), money(bill.grossCents))}
    </output>
  );
}

function useSteady(input: CalculatorInput): CalculatorInput {
  const [steady, setSteady] = useState(input);
  useEffect(() => {
    const timer = setTimeout(() => setSteady(input), steadyMs);
    return () => clearTimeout(timer);
  }, [input]);
  return steady;
}
