import Link from "next/link";
import { wordsOf } from "@/components/language/current-language";
import { Permitted } from "@/components/permitted";
import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/core/actor";
import { getBalanceAlert } from "@/lib/credits/get-balance-alert";
import { creditsWords } from "../credits/words";

/** Says on every signed-in screen that credits are low, to accounts that asked to be warned. */
export async function LowBalanceBanner(props: { actor: Actor; credits: number }) {
  const [{ lowSince }, words] = await Promise.all([
    getBalanceAlert({ actor: props.actor }),
    wordsOf(creditsWords),
  ]);
  if (!lowSince) return null;
  return (
    <div className="mb-6">
      <Notice tone="warn" title={words.low(props.credits)}>
        <Permitted permission="manage_billing">
          <p>
            <Link href="/credits#top-up" className="link">
              {words.topUp}
            </Link>
          </p>
        </Permitted>
      </Notice>
    </div>
  );
}
