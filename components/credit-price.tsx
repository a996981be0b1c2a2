"use client";

import { createContext, type ReactNode, useContext } from "react";
import { useWords } from "./language/use-words";
import { shellWords } from "./shell/words";

/** Net prices of one credit, in millionths of a currency. */
interface CreditPrice {
  /** In the current month so far. */
  rateMicros: number;
  currency: string;
  /** In the months with spending, by `YYYY-MM`. */
  months: Readonly<Record<string, number>>;
}

const PriceContext = createContext<CreditPrice | null>(null);

interface CreditPriceProviderProps {
  price: CreditPrice;
  children: ReactNode;
}

/** Tells the screens what credits cost the account, so that money stands beside credits. */
export function CreditPriceProvider({ price, children }: CreditPriceProviderProps) {
  return <PriceContext value={price}>{children}</PriceContext>;
}

/** Words what credits were worth when they were spent, such as “PLN 0.12 excl. VAT”; now, if no time is given. */
export function useCreditWorth(): (credits: number, at?: string) => string {
  const words = useWords(shellWords);
  const price = useContext(PriceContext);
  return (credits, at) => {
    if (!price) return "";
    const rateMicros = (at && price.months[at.slice(0, 7)]) || price.rateMicros;
    return words.worth(credits * rateMicros, price.currency);
  };
}
