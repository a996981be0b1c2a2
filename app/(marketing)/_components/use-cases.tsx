import { MessageBubble } from "@/components/message-bubble";
import { CodeBlock } from "@/components/ui/code-block";
import { countSegments } from "@/lib/sms/count-segments";
import type { LandingWords } from "./hero";

interface UseCase {
  title: string;
  text: string;
  from: string;
  body: string;
  call: string;
  request: string;
}

/** Three uses, each as the message on the phone and the call that sends it. */
export function UseCases({ words }: { words: LandingWords }) {
  const cases: UseCase[] = [
    {
      title: words.codeTitle,
      text: words.code,
      from: "YourBrand",
      body: "Your login code: 482910. It is valid for 5 minutes.",
      call: "POST /api/sms",
      request: `"idempotency_key": "8e03978e-40d5-43e8-bc93-6894a57f9324"`,
    },
    {
      title: words.orderTitle,
      text: words.order,
      from: "Bookshop",
      body: "Your order 4417 is on its way and arrives tomorrow between 9:00 and 12:00.",
      call: "POST /api/sms",
      request: `"scheduled_at": "2026-05-16T09:00:00+02:00"`,
    },
    {
      title: words.bulkTitle,
      text: words.bulk,
      from: "CityPool",
      body: "The pool opens again on Monday at 7:00. Season tickets stay valid for two weeks longer.",
      call: "POST /api/sms/batch",
      request: `"messages": [{"to": "48732129000", …}, …]`,
    },
  ];
  return (
    <section aria-labelledby="uses" className="mt-14">
      <h2 id="uses" className="font-semibold text-lg">
        {words.useCases}
      </h2>
      {cases.map((each) => (
        <Case key={each.title} {...each} />
      ))}
    </section>
  );
}

function Case({ title, text, from, body, call, request }: UseCase) {
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-4 border-line border-b py-6 md:grid-cols-12">
      <div className="md:col-span-4">
        <h3 className="font-semibold text-md">{title}</h3>
        <p className="mt-1 max-w-[46ch] text-md text-mute">{text}</p>
      </div>
      <div className="md:col-span-4">
        <MessageBubble from={from} text={body} cuts={countSegments(body).cuts} />
      </div>
      <div className="min-w-0 md:col-span-4">
        <CodeBlock label={call} code={request} isCopyable={false} isWrapped />
      </div>
    </div>
  );
}
