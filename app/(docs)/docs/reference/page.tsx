import { lexer } from "marked";
import type { Metadata } from "next";
import { CopyPage } from "../_components/copy-page";
import { Markdown } from "../_render/markdown";
import { asMarked } from "../_render/parse-page";
import { FieldTable } from "./_components/field-table";
import { LeadOn } from "./_components/lead-on";
import { PartList } from "./_components/part-list";
import { reference } from "./_document/reference";

export const metadata: Metadata = {
  title: "API reference",
  alternates: { types: { "text/markdown": "/docs/reference.md" } },
  description: "Every call with its parameters, responses, and errors, from the OpenAPI document.",
};

/** What every call has in common, and each call and event on a line that leads to its page. */
export default function ReferencePage() {
  const { introduction, headers, groups } = reference();
  return (
    <article className="min-w-0 max-w-[52rem]">
      <LeadOn />
      <h1 className="font-semibold text-xl">API reference</h1>
      <div className="text-md">
        <Markdown tokens={asMarked(lexer(introduction))} />
        <p className="mt-4">
          For your own tools:{" "}
          <a href="/api/openapi.json" className="link">
            OpenAPI 3.1 document
          </a>
          ,{" "}
          <a href="/api/postman.json" download="depesza.postman_collection.json" className="link">
            Postman collection
          </a>
          .
        </p>
        <div className="mt-3">
          <CopyPage slug="reference" />
        </div>
      </div>
      {groups.map(({ name, description, parts }) => (
        <section key={name} aria-labelledby={name.toLowerCase()} className="mt-10">
          <h2 id={name.toLowerCase()} className="scroll-mt-6 font-semibold text-lg">
            {name}
          </h2>
          <p className="max-w-[68ch] text-md text-mute">{description}</p>
          <PartList parts={parts} />
        </section>
      ))}
      <section aria-labelledby="header-fields" className="mt-14">
        <h2 id="header-fields" className="scroll-mt-6 font-semibold text-lg">
          Headers
        </h2>
        <p className="text-md text-mute">Headers that responses may have.</p>
        <FieldTable caption="Headers of responses" fields={headers} isAnswer />
      </section>
    </article>
  );
}
