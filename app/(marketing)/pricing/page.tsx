import type { Metadata } from "next";
import { currentLanguage, wordsOf } from "@/components/language/current-language";
import { PublicHeader } from "@/components/shell/public-header";
import { SkipLink } from "@/components/shell/skip-link";
import { ButtonLink } from "@/components/ui/button-link";
import { priceListInForce } from "@/lib/payments/price-list-in-force";
import { currentSession } from "@/lib/sign-in/session";
import { LoadOnInteraction } from "../_components/load-on-interaction";
import { shareMetadata } from "../share-metadata";
import { Calculator } from "./_components/calculator";
import { readCalculatorInput } from "./calculator-input";
import { pricingWords } from "./words";

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const words = await wordsOf(pricingWords);
  const { currency, vatPercent } = priceListInForce();
  const [title, description] = [words.title, words.lead(currency, vatPercent)];
  const language = await currentLanguage();
  return {
    ...shareMetadata({ path: "/pricing", title, description, language }),
    ...{ title, description },
  };
}

/** What a month costs: the price list and its calculator. The URL holds its input. */
export default async function PricingPage({ searchParams }: Props) {
  const words = await wordsOf(pricingWords);
  const { isWrong, ...input } = readCalculatorInput(await searchParams);
  const list = priceListInForce();
  return (
    <>
      <LoadOnInteraction />
      <SkipLink />
      <PublicHeader isSignedIn={(await currentSession()) !== null} />
      <main id="content" className="mx-auto max-w-[76rem] px-4 py-10 sm:px-6">
        <h1 className="font-semibold text-xl">{words.title}</h1>
        <p className="mt-2 mb-8 max-w-[68ch] text-md text-mute">
          {words.lead(list.currency, list.vatPercent)}
        </p>
        <Calculator list={list} input={input} isWrong={isWrong} />
        <p className="mt-10 flex flex-wrap items-center gap-x-5 gap-y-3 border-line border-t pt-6">
          <ButtonLink href="/sign-up" prefetch={false} variant="primary" size="large">
            {words.start}
          </ButtonLink>
          <span className="text-mute">{words.startLine}</span>
        </p>
      </main>
    </>
  );
}
