"use client";

import { useEffect, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { wholeNumber } from "@/lib/core/whole-number";
import type { PriceList } from "@/lib/pricing/price-list";
import { quoteTopUp, topUpRange } from "@/lib/pricing/quote-top-up";
import { topUpAction } from "../actions";
import { creditsWords } from "../words";

const offered = [500, 5000, 25_000] as const;
const microsPerCent = 10_000;

interface TopUpFormProps {
  list: PriceList;
  /** Credits bought this month. */
  bought: number;
}

/** Three amounts and one's own, with their prices; leads to the page where it is paid. */
export function TopUpForm({ list, bought }: TopUpFormProps) {
  const words = useWords(creditsWords);
  const [state, action, isPending] = useAction(topUpAction);
  const failure = state?.ok === false ? state : null;
  const checkoutUrl = state?.ok ? state.value : undefined;
  useEffect(() => {
    if (checkoutUrl) window.location.assign(checkoutUrl);
  }, [checkoutUrl]);
  const [choice, setChoice] = useState<string>(String(offered[1]));
  const [own, setOwn] = useState(failure?.values["own_amount"] ?? "");
  const credits = wholeNumber(choice === "own" ? own : choice, topUpRange.max) ?? 0;
  const isPriced = credits >= topUpRange.min;
  const money = (cents: number) => words.money(cents * microsPerCent, list.currency);
  return (
    <ActionForm action={action} failure={failure}>
      <fieldset className="grid gap-1">
        <legend className="mb-1.5 font-medium">{words.amount}</legend>
        {offered.map((amount) => (
          <Choice key={amount} value={String(amount)} choice={choice} onChoose={setChoice}>
            {words.credits(amount)}
            <span className="block text-mute text-sm">
              <Price credits={amount} list={list} bought={bought} />
            </span>
          </Choice>
        ))}
        <Choice value="own" choice={choice} onChoose={setChoice}>
          {words.own}
        </Choice>
        <TextField
          label={words.own}
          name="own_amount"
          inputMode="numeric"
          autoComplete="off"
          isMono
          className="ml-6.5 max-w-[14rem] [&_label]:sr-only"
          value={own}
          hint={words.ownHint(topUpRange.min, topUpRange.max)}
          error={failure?.fields?.["own_amount"]}
          onChange={({ target: { value } }) => {
            setOwn(value);
            setChoice("own");
          }}
        />
      </fieldset>
      {isPriced && <Bill credits={credits} list={list} bought={bought} />}
      <div>
        <Button type="submit" variant="primary" isBusy={isPending}>
          {isPriced
            ? words.pay(money(quoteTopUp({ credits, bought }, list).bill.grossCents))
            : words.payPlain}
        </Button>
      </div>
    </ActionForm>
  );
}

interface ChoiceProps {
  value: string;
  choice: string;
  onChoose: (value: string) => void;
  children: React.ReactNode;
}

function Choice({ value, choice, onChoose, children }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer gap-2.5 max-sm:min-h-11 max-sm:py-1.5">
      <input
        type="radio"
        name="amount"
        value={value}
        checked={choice === value}
        onChange={() => onChoose(value)}
        className="mt-0.5 size-4 shrink-0 accent-petrol"
      />
      <span>{children}</span>
    </label>
  );
}

interface PriceProps extends TopUpFormProps {
  credits: number;
}

function Price({ credits, list, bought }: PriceProps) {
  const words = useWords(creditsWords);
  const { bill, tier } = quoteTopUp({ credits, bought }, list);
  const money = (micros: number) => words.money(micros, list.currency);
  return words.price(money(bill.grossCents * microsPerCent), money(tier.rateMicros));
}

function Bill({ credits, list, bought }: PriceProps) {
  const words = useWords(creditsWords);
  const { bill, next } = quoteTopUp({ credits, bought }, list);
  const money = (cents: number) => words.money(cents * microsPerCent, list.currency);
  const saved = next ? bill.grossCents - next.bill.grossCents : 0;
  const isWithinReach = next && credits + next.moreCredits <= topUpRange.max;
  return (
    <div className="space-y-1">
      <p className="text-mute">
        {words.bill(money(bill.netCents), money(bill.vatCents), list.vatPercent)}
      </p>
      {saved > 0 && isWithinReach && (
        <p className="border-l-4 border-l-citron pl-3">
          {words.cheaper(next.moreCredits, money(saved))}
        </p>
      )}
    </div>
  );
}
