import { wordsOf } from "@/components/language/current-language";
import { OutsideText } from "@/components/outside-text";
import { SectionHeading } from "@/components/ui/heading";
import type { UserActor } from "@/lib/core/actor";
import { env } from "@/lib/core/env";
import { getBought } from "@/lib/payments/get-bought";
import { isCheckoutOn } from "@/lib/payments/is-checkout-on";
import { priceListInForce } from "@/lib/payments/price-list-in-force";
import { creditsWords } from "../words";
import { TopUpForm } from "./top-up-form";

/** How to get more credits here: by buying them, or as the administrator's text says. */
export async function TopUp({ actor }: { actor: UserActor }) {
  const words = await wordsOf(creditsWords);
  if (isCheckoutOn()) {
    return (
      <section id="top-up">
        <SectionHeading title={words.topUp} lead={words.payHint} />
        <TopUpForm list={priceListInForce()} bought={await getBought({ actor })} />
      </section>
    );
  }
  return (
    <section id="top-up">
      <SectionHeading title={words.topUp} />
      <p className="wrap-anywhere max-w-[68ch] whitespace-pre-line">
        <OutsideText text={env().TOP_UP_TEXT ?? words.ask} />
      </p>
    </section>
  );
}
