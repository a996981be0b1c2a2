import clsx from "clsx";
import { cellClass, deliveryStages } from "@/components/delivery-stages";
import { deliveryWords } from "@/components/delivery-words";
import { wordsOf } from "@/components/language/current-language";
import { MessageBubble } from "@/components/message-bubble";
import { authWords } from "../words";

const journey = deliveryStages({ status: "delivered", sentAt: null, webhook: "done" });

/** What an account is for: a message, its progress, and what comes with it. Only where there is room for it. */
export async function WhatFollows() {
  const { stages } = await wordsOf(deliveryWords);
  const { follows, points } = await wordsOf(authWords);
  return (
    <aside className="hidden min-h-[36rem] content-center border border-line bg-panel px-12 py-10 lg:grid xl:px-20">
      <MessageBubble from="YourBrand" text="Your login code: 482910" cuts={[]} />
      <ol className="mt-8 grid max-w-md grid-cols-4 gap-1 text-mute text-sm">
        {journey.map(({ name, state }) => (
          <li key={name}>
            <span aria-hidden className={clsx("mb-2 block h-2.5 border", cellClass[state])} />
            {stages[name]}
          </li>
        ))}
      </ol>
      <p className="mt-6 max-w-[26rem]">{follows}</p>
      <dl className="mt-8 grid max-w-md gap-4 border-line border-t pt-6">
        {points.map(([title, sentence]) => (
          <div key={title}>
            <dt className="font-medium">{title}</dt>
            <dd className="text-mute">{sentence}</dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
