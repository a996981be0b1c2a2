import { CodeWell } from "../../_components/code-well";
import { highlight } from "../../_render/highlight";
import type { CustomerEvent } from "../_document/list-events";
import { Anchored } from "./anchored";
import { FieldTable } from "./field-table";
import { Folded } from "./folded";
import { Words } from "./words";

/** One event that a customer's endpoint receives. */
export async function EventSection({ event }: { event: CustomerEvent }) {
  const json = JSON.stringify(event.example, null, 2);
  const examples = <CodeWell label="the body" html={await highlight(json, "json")} />;
  return (
    <Anchored id={event.id} title={event.summary} examples={examples}>
      <p className="mt-2 font-mono text-base">{event.name}</p>
      <p className="mt-3 max-w-[68ch]">
        <Words text={event.description} />
      </p>
      <h4 className="mt-6 font-medium">Body</h4>
      <FieldTable caption={`Members of ${event.name}`} fields={event.fields} isAnswer />
      <Folded summary={<span className="font-medium">Header fields</span>}>
        <FieldTable caption={`Header fields of ${event.name}`} fields={event.headers} isAnswer />
      </Folded>
      <ul className="mt-4 list-disc space-y-1 pl-6 text-mute">
        {event.answers.map(({ status, description }) => (
          <li key={status}>
            Answer {status}: {description}
          </li>
        ))}
      </ul>
    </Anchored>
  );
}
