import { wordsOf } from "@/components/language/current-language";
import { CodeBlock } from "@/components/ui/code-block";
import { SectionHeading } from "@/components/ui/heading";
import { getBought } from "@/lib/payments/get-bought";
import { isCheckoutOn } from "@/lib/payments/is-checkout-on";
import { priceListInForce } from "@/lib/payments/price-list-in-force";
import { creditsWords } from "../words";
import { TopUpForm } from "./top-up-form";

/** How to get more credits here: by buying them, or by asking the administrator. */
export async function TopUp({ accountId, email }: { accountId: string; email: string }) {
  const words = await wordsOf(creditsWords);
  if (isCheckoutOn()) {
    return (
      <section id="top-up">
        <SectionHeading title={words.topUp} lead={words.payHint} />
        <TopUpForm list={priceListInForce()} bought={await getBought(accountId)} />
      </section>
    );
  }
  return (
    <section id="top-up">
      <SectionHeading title={words.topUp} lead={words.ask} />
      <CodeBlock
        label={words.command}
        code={`npm run cli -- credits grant --email ${email} --amount 1000 --note "Top-up"`}
      />
    </section>
  );
}
