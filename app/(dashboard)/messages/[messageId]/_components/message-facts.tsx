import { useCreditWorth } from "@/components/credit-price";
import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { ExactTime } from "@/components/ui/time";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import { routeWords } from "../route-words";
import { messageWords } from "../words";
import { CopiedFact, FactList, optionalFact } from "./fact-list";

/** What a message is and who carried it, ids ready to copy. */
export function MessageFacts({ message }: { message: MessageTrace }) {
  const { facts: terms, copies } = useWords(messageWords);
  const worth = useCreditWorth();
  const language = useLanguage();
  const { operator, operator_source, credits, created_at } = message;
  // What a range tells is a fact about the range, and is called so.
  const operatorWords = operator_source === "range" ? terms.byRange(operator ?? "") : operator;
  return (
    <FactList
      facts={[
        [terms.id, <CopiedFact key="id" text={message.message_id} label={copies.id} />],
        [terms.from, <OutsideText key="from" text={message.from} />],
        [terms.to, <CopiedFact key="to" text={message.to} label={copies.number} />],
        [terms.accepted, <ExactTime key="created" at={message.created_at} />],
        ...optionalFact(terms.scheduled, message.scheduled_at, (at) => <ExactTime at={at} />),
        [terms.valid, <ExactTime key="valid" at={message.valid_until} />],
        [terms.encoding, message.encoding],
        [terms.segments, message.segments],
        [
          terms.credits,
          message.test ? terms.testCredits : terms.cost(credits, worth(credits, created_at)),
        ],
        [terms.carrier, message.carrier ?? terms.noCarrier],
        ...optionalFact(terms.route, message.route, (route) => (
          <OutsideText text={routeWords(route, language)} />
        )),
        ...optionalFact(terms.carrierId, message.carrier_ref, (ref) => (
          <CopiedFact text={ref} label={terms.carrierId} />
        )),
        ...optionalFact(terms.carrierCode, message.carrier_code, (code) => (
          <CopiedFact text={code} label={copies.code} />
        )),
        [terms.operator, <OutsideText key="operator" text={operatorWords ?? terms.unknown} />],
      ]}
    />
  );
}
