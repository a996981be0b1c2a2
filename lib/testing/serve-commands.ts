// Runs commands of the operator on request, one process for all: one process for each of them takes a second to start.
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import { readCommand } from "../cli/read-command";
import { sentenceOf } from "../cli/sentence-of";

const Words = z.array(z.string());

async function run(words: string[]): Promise<unknown> {
  const request = readCommand(words);
  if (request.kind !== "run") throw new Error(`Not a command to run: ${words.join(" ")}`);
  return (await request.run()).json;
}

const server = createServer(async (request, response) => {
  try {
    response.end(JSON.stringify(await run(Words.parse(await json(request)))));
  } catch (error) {
    response.writeHead(500).end(sentenceOf(error));
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port.");
  process.stdout.write(`ready at http://127.0.0.1:${address.port}\n`);
});
