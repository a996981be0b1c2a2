import { readFileSync } from "node:fs";
import { env } from "../core/env";
import { AppError } from "../core/errors";
import { ifThrows } from "../core/if-throws";
import { once } from "../core/once";
import { operatorSentence } from "../core/operator-sentence";
import { type PriceList, standardPriceList } from "../pricing/price-list";
import { PriceListInput } from "../pricing/price-list-contract";

/**
 * What credits cost in this installation: the file that `PRICE_LIST` names, read once, else the built-in
 * list. Throws one readable sentence when the file is missing or wrong; a server refuses to start then.
 */
export const priceListInForce = once((): PriceList => {
  const { PRICE_LIST } = env();
  return PRICE_LIST === undefined ? standardPriceList : readPriceList(PRICE_LIST);
});

function readPriceList(path: string): PriceList {
  const result = PriceListInput.safeParse(jsonOf(path));
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) =>
    issue.path.length > 0 ? `${issue.path.join(".")}: ${issue.message}` : issue.message,
  );
  throw new AppError(
    "unavailable",
    operatorSentence(`The price list ${path} is wrong: ${wrong.join("; ")}.`),
  );
}

function jsonOf(path: string): unknown {
  return ifThrows(
    () => JSON.parse(readFileSync(path, "utf8")),
    (cause) => {
      throw explainFile(cause, path);
    },
  );
}

function explainFile(cause: unknown, path: string): AppError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError(
    "unavailable",
    operatorSentence(`The price list ${path} cannot be read: ${why}.`),
    { cause },
  );
}
