import Link from "next/link";
import { CodeWell } from "../../_components/code-well";
import { codeHtml } from "../../_render/code-html";
import { Snippet } from "../../_render/snippet";
import type { Answer, Call } from "../_document/list-calls";
import type { ReferenceGroup, ReferencePart } from "../_document/reference";
import { TryIt } from "../_try/try-it";
import { FieldTable } from "./field-table";
import { PartArticle, PartHeading } from "./part-article";
import { Refusals } from "./refusals";
import { Words } from "./words";

/** The calls with an example in every language, as files that the tests run. */
const snippets: Record<string, string> = {
  sendMessage: "send",
  sendBatch: "batch",
  listMessages: "list",
  getMessage: "read-status",
  rescheduleMessage: "reschedule",
  cancelMessage: "cancel",
  createWebhookEndpoint: "create-webhook-endpoint",
};

interface CallArticleProps {
  part: ReferencePart;
  group: ReferenceGroup;
  call: Call;
}

/** One call: what it does, its parameters, responses, and errors, and an example. */
export function CallArticle({ part, group, call }: CallArticleProps) {
  const { description, parameters, body, answers, refusals } = call;
  return (
    <PartArticle {...{ part, group, description }} examples={<Examples call={call} />}>
      <p className="mt-2 text-mute">
        <Words text={scopeWords(call.scope)} />
      </p>
      {parameters.length > 0 && (
        <>
          <PartHeading id="parameters">Parameters</PartHeading>
          <FieldTable caption={`Parameters of ${part.code}`} fields={parameters} />
        </>
      )}
      {body && (
        <>
          <PartHeading id="body">Body</PartHeading>
          <p className="text-mute">{body.description}</p>
          <FieldTable caption={`Body of ${part.code}`} fields={body.fields} />
        </>
      )}
      {answers.map((answer) => (
        <AnswerFields key={answer.status} answer={answer} />
      ))}
      <PartHeading id="errors">Errors</PartHeading>
      <Refusals codes={refusals} />
      {call.id === "sendMessage" && <TryIt />}
    </PartArticle>
  );
}

function AnswerFields({ answer: { status, description, fields, headers } }: { answer: Answer }) {
  return (
    <>
      <PartHeading id={`answer-${status}`}>Response {status}</PartHeading>
      <p className="text-mute">
        <Words text={description} />
      </p>
      {fields.length > 0 && (
        <FieldTable caption={`Fields of the response ${status}`} fields={fields} isAnswer />
      )}
      <p className="py-2 text-mute">
        <Link href="/docs/reference#header-fields" prefetch={false} className="link">
          Headers
        </Link>
        : <span className="font-mono text-sm">{headers.join(", ")}</span>
      </p>
    </>
  );
}

async function Examples({ call: { id, method, path, curl, answers } }: { call: Call }) {
  const snippet = snippets[id];
  const [answer] = answers;
  return (
    <>
      {snippet ? (
        <Snippet call={snippet} needsIn="en" />
      ) : (
        <CodeWell label={`${method} ${path}`} html={await codeHtml(curl, "bash")} />
      )}
      {answer?.example !== undefined && (
        <CodeWell
          label={`${answer.status} response`}
          html={await highlightExample(answer.example)}
        />
      )}
    </>
  );
}

function highlightExample(example: unknown): Promise<string> {
  const isText = typeof example === "string";
  return codeHtml(isText ? example.trim() : JSON.stringify(example, null, 2), isText ? "" : "json");
}

function scopeWords(scope: string | null): string {
  if (scope === null) return "No token needed.";
  return scope === "" ? "Any token." : `A token with the scope \`${scope}\`.`;
}
