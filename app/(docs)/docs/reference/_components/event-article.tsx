import { CodeWell } from "../../_components/code-well";
import { codeHtml } from "../../_render/code-html";
import type { CustomerEvent } from "../_document/list-events";
import type { ReferenceGroup, ReferencePart } from "../_document/reference";
import { FieldTable } from "./field-table";
import { PartArticle, PartHeading } from "./part-article";

interface EventArticleProps {
  part: ReferencePart;
  group: ReferenceGroup;
  event: CustomerEvent;
}

/** One event that a customer's endpoint receives. */
export async function EventArticle({ part, group, event }: EventArticleProps) {
  const { name, description, fields, headers, answers } = event;
  const json = JSON.stringify(event.example, null, 2);
  const examples = <CodeWell label="the body" html={await codeHtml(json, "json")} />;
  return (
    <PartArticle {...{ part, group, description }} examples={examples}>
      <PartHeading id="body">Body</PartHeading>
      <FieldTable caption={`Fields of ${name}`} fields={fields} isAnswer />
      <PartHeading id="header-fields">Headers</PartHeading>
      <FieldTable caption={`Headers of ${name}`} fields={headers} isAnswer />
      <PartHeading id="answers">Responses from your endpoint</PartHeading>
      <ul className="mt-2 list-disc space-y-1 pl-6 text-mute">
        {answers.map(({ status, description: meaning }) => (
          <li key={status}>
            Status {status}: {meaning}
          </li>
        ))}
      </ul>
    </PartArticle>
  );
}
