import { createServer } from "node:http";
import { operatorOf } from "../lib/core/actor";
import { parsePublicId } from "../lib/core/ids";
import { sendMessage } from "../lib/sending/send-message";

/**
 * The baselines of the benchmark, on one plain Node listener without framework, token or limits:
 * `/constant` answers a constant (what Node itself can do), everything else is admitted by the very
 * verb and batch that the front door uses. Run by scenarios/listener.mjs.
 */
const [, , port = "0", account = ""] = process.argv;
const accountId = parsePublicId("acc", account) ?? "";
const actor = operatorOf(accountId);
const constant = JSON.stringify({ message_id: "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA", status: "queued" });

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const answer = (body: string) => {
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    };
    if (request.url === "/constant") return answer(constant);
    sendMessage({ actor, input: JSON.parse(Buffer.concat(chunks).toString()) }).then(
      ({ accepted }) => answer(JSON.stringify(accepted)),
      () => response.writeHead(500).end(),
    );
  });
}).listen(Number(port), "127.0.0.1", () => process.stdout.write("listening\n"));
