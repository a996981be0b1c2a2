import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeading } from "@/components/ui/heading";
import { Notice } from "@/components/ui/notice";
import { ExactTime } from "@/components/ui/time";
import { AppError } from "@/lib/core/errors";
import { getPayment } from "@/lib/payments/get-payment";
import { requireActor } from "@/lib/sign-in/session";
import { RefreshOnBalance } from "../../_components/refresh-on-balance";
import { creditsWords } from "../../words";
import { Waiting } from "./_components/waiting";

interface Props {
  params: Promise<{ paymentId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsOf(creditsWords)).paymentTitle };
}

const tones = {
  open: "info",
  processing: "info",
  paid: "ok",
  failed: "bad",
  expired: "warn",
} as const;
const microsPerCent = 10_000;

/** Where Stripe's payment page returns to: what Stripe has confirmed of a payment. */
export default async function PaymentPage({ params }: Props) {
  const { paymentId } = await params;
  const actor = await requireActor(`/credits/payments/${paymentId}`);
  const payment = await getPayment({ actor, input: { paymentId } }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "not_found") notFound();
    throw error;
  });
  const words = await wordsOf(creditsWords);
  const { status, credits, currency, rateMicros, paidAt } = payment;
  const money = (cents: number) => words.money(cents * microsPerCent, currency);
  const rows = [
    [words.change, words.number(credits)],
    [words.time, <ExactTime key="time" at={(paidAt ?? payment.createdAt).toISOString()} />],
    [words.rateName, words.money(rateMicros, currency)],
    [words.net, money(payment.netCents)],
    [words.vat, money(payment.vatCents)],
    [words.gross, money(payment.grossCents)],
    [words.paymentNumber, paymentId],
    ...(payment.reversedCredits > 0
      ? [[words.refunded, words.number(payment.reversedCredits)] as const]
      : []),
  ] as const;
  return (
    <>
      <PageHeading title={words.paymentTitle} />
      <RefreshOnBalance />
      <div className="grid max-w-[44rem] gap-6">
        <Notice tone={tones[status]} role="status" title={words.states[status]}>
          <p>{words.meanings[status]}</p>
          {status === "open" && <Waiting />}
        </Notice>
        <dl className="border-line border-t">
          {rows.map(([name, value]) => (
            <div
              key={name}
              className="flex flex-wrap justify-between gap-x-4 border-line border-b py-1.5"
            >
              <dt className="text-mute">{name}</dt>
              <dd className="wrap-anywhere font-mono tabular-nums">{value}</dd>
            </div>
          ))}
        </dl>
        <div>
          <ButtonLink href="/credits">{words.back}</ButtonLink>
        </div>
      </div>
    </>
  );
}
