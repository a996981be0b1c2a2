import clsx from "clsx";
import { cellClass, deliveryStages } from "@/components/delivery-stages";
import { deliveryWords } from "@/components/delivery-words";
import { wordsOf } from "@/components/language/current-language";
import { MessageBubble } from "@/components/message-bubble";
import { authWords } from "../words";

const journey = deliveryStages({ status: "delivered", sentAt: null, webhook: "done" });

/** What an account is for, as it looks: a message, and how far it has come. Only where there is room for it. */
export async function WhatFollows() {
  const { stages } = await wordsOf(deliveryWords);
  const { follows } = await wordsOf(authWords);
  return (
    <aside className="hidden self-start border-line border-l py-1 pl-24 lg:block">
      <MessageBubble from="YourBrand" text="Your login code: 482910" cuts={[]} />
      <ol className="mt-8 grid max-w-md grid-cols-4 gap-1 text-mute text-sm">
        {journey.map(({ name, state }) => (
          <li key={name}>
            <span aria-hidden className={clsx("mb-2 block h-2.5 border", cellClass[state])} />
            {stages[name]}
          </li>
        ))}
      </ol>
      <p className="mt-6 max-w-[26rem] text-mute">{follows}</p>
    </aside>
  );
}
