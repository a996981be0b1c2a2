import { lexer } from "marked";
import type { Metadata } from "next";
import { buildDocument } from "@/lib/openapi/build-document";
import { tags } from "@/lib/openapi/operation";
import { exampleOrigin } from "../_render/highlight";
import { Markdown } from "../_render/markdown";
import { asMarked } from "../_render/parse-page";
import { CallSection } from "./_components/call-section";
import { EventSection } from "./_components/event-section";
import { FieldTable } from "./_components/field-table";
import { Overview } from "./_components/overview";
import { listCalls, listHeaders } from "./_document/list-calls";
import { listEvents } from "./_document/list-events";

export const metadata: Metadata = {
  title: "API reference",
  description: "Every call with its parameters, answers and errors, from the OpenAPI document.",
};

/** The reference, rendered at build time from the document that `/api/openapi.json` serves. */
export default function ReferencePage() {
  const document = buildDocument(exampleOrigin);
  const groups = listCalls(document);
  const events = listEvents(document);
  return (
    <article className="min-w-0">
      <h1 className="font-semibold text-xl">API reference</h1>
      <div className="text-md">
        <Markdown tokens={asMarked(lexer(document.info.description ?? ""))} />
        <p className="mt-4">
          For your own tools:{" "}
          <a href="/api/openapi.json" className="link">
            the same as an OpenAPI 3.1 document
          </a>
          .
        </p>
      </div>
      <Overview groups={groups} events={events} />
      <section aria-labelledby="header-fields" className="mt-14 max-w-[52rem]">
        <h2 id="header-fields" className="scroll-mt-6 font-semibold text-lg">
          Header fields
        </h2>
        <p className="text-md text-mute">What answers say beside their body.</p>
        <FieldTable caption="Header fields of answers" fields={listHeaders(document)} isAnswer />
      </section>
      {groups.map(({ name, description, calls }) => (
        <section key={name} aria-labelledby={name.toLowerCase()}>
          <GroupHeading name={name} description={description} />
          {calls.map((call) => (
            <CallSection key={call.id} call={call} />
          ))}
        </section>
      ))}
      <section aria-labelledby="events">
        <GroupHeading name="Events" description={tags.Events} />
        {events.map((event) => (
          <EventSection key={event.id} event={event} />
        ))}
      </section>
    </article>
  );
}

function GroupHeading({ name, description }: { name: string; description: string }) {
  return (
    <header className="mt-14">
      <h2 id={name.toLowerCase()} className="scroll-mt-6 font-semibold text-lg">
        {name}
      </h2>
      <p className="max-w-[68ch] text-md text-mute">{description}</p>
    </header>
  );
}
