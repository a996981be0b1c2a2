import { CodeWell } from "../../_components/code-well";
import { highlight } from "../../_render/highlight";
import { Snippet } from "../../_render/snippet";
import type { Answer, Call } from "../_document/list-calls";
import { Anchored } from "./anchored";
import { FieldTable } from "./field-table";
import { Folded } from "./folded";
import { Refusals } from "./refusals";
import { Words } from "./words";

/** The calls whose example exists in every language, as files that the tests run. */
const snippets: Record<string, string> = {
  sendMessage: "send",
  sendBatch: "batch",
  listMessages: "list",
  getMessage: "read-status",
  rescheduleMessage: "reschedule",
  cancelMessage: "cancel",
  createWebhookEndpoint: "create-webhook-endpoint",
};

/** One call: what it does, what it takes, what it answers, and how it looks. */
export function CallSection({ call }: { call: Call }) {
  const { id, summary, description, method, path, parameters, body, answers, refusals } = call;
  return (
    <Anchored id={id} title={summary} examples={<Examples call={call} />}>
      <p className="mt-2 break-words font-mono text-base">
        <span className="font-semibold">{method}</span> {path}
      </p>
      <p className="mt-3 max-w-[68ch]">
        <Words text={description} />
      </p>
      <p className="mt-2 text-mute">
        <Words text={scopeWords(call.scope)} />
      </p>
      {parameters.length > 0 && (
        <>
          <h4 className="mt-6 font-medium">Parameters</h4>
          <FieldTable caption={`Parameters of ${method} ${path}`} fields={parameters} />
        </>
      )}
      {body && (
        <>
          <h4 className="mt-6 font-medium">Body</h4>
          <p className="text-mute">{body.description}</p>
          <FieldTable caption={`Body of ${method} ${path}`} fields={body.fields} />
        </>
      )}
      {answers.map((answer) => (
        <AnswerFields key={answer.status} answer={answer} />
      ))}
      <Refusals codes={refusals} />
    </Anchored>
  );
}

function AnswerFields({ answer: { status, description, fields, headers } }: { answer: Answer }) {
  return (
    <Folded
      summary={
        <>
          <span className="font-medium">Answer</span>
          <span className="font-mono text-mute text-sm">{status}</span>
          <span className="text-mute">
            <Words text={description} />
          </span>
        </>
      }
    >
      {fields.length > 0 && (
        <FieldTable caption={`Members of the answer ${status}`} fields={fields} isAnswer />
      )}
      <p className="py-2 text-mute">
        <a href="#header-fields" className="link">
          Header fields
        </a>
        : <span className="font-mono text-sm">{headers.join(", ")}</span>
      </p>
    </Folded>
  );
}

async function Examples({ call: { id, method, path, curl, answers } }: { call: Call }) {
  const snippet = snippets[id];
  const [answer] = answers;
  return (
    <>
      {snippet ? (
        <Snippet call={snippet} />
      ) : (
        <CodeWell label={`${method} ${path}`} html={await highlight(curl, "bash")} />
      )}
      {answer?.example !== undefined && (
        <CodeWell label={`${answer.status} answer`} html={await highlightExample(answer.example)} />
      )}
    </>
  );
}

function highlightExample(example: unknown): Promise<string> {
  const isText = typeof example === "string";
  return highlight(
    isText ? example.trim() : JSON.stringify(example, null, 2),
    isText ? "" : "json",
  );
}

function scopeWords(scope: string | null): string {
  if (scope === null) return "No token needed.";
  return scope === "" ? "Any token." : `A token with the scope \`${scope}\`.`;
}
