// Runs commands of the operator on request, and signs people in where the form is not what is tested. One process for
// all: one process for each of them takes a second to start.
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { z } from "zod";
import { readCommand } from "../cli/read-command";
import { sentenceOf } from "../cli/sentence-of";
import { sealSession, sessionCookie } from "../sessions/session-cookie";
import { signIn } from "../sign-in/sign-in";
import { signUp } from "../sign-in/sign-up";

const Words = z.array(z.string());

async function run(words: string[]): Promise<unknown> {
  const request = readCommand(words);
  if (request.kind !== "run") throw new Error(`Not a command to run: ${words.join(" ")}`);
  return (await request.run()).json;
}

const Arrival = z.object({
  email: z.string(),
  password: z.string(),
  /** Has no account yet. */
  isNew: z.boolean(),
  userAgent: z.string(),
  language: z.enum(["en", "pl"]),
});

/** The cookie of a session that this opens as the form would. */
async function arrive(body: unknown): Promise<{ name: string; value: string }> {
  const { email, password, isNew, userAgent, language } = Arrival.parse(body);
  const visitor = { address: "127.0.0.1", userAgent, language };
  const enter = isNew ? signUp : signIn;
  const { sessionId } = await enter({ visitor, input: { email, password } });
  return { name: sessionCookie().name, value: await sealSession(sessionId) };
}

const server = createServer(async (request, response) => {
  try {
    const body = await json(request);
    const answer = await (request.url === "/session" ? arrive(body) : run(Words.parse(body)));
    response.end(JSON.stringify(answer));
  } catch (error) {
    response.writeHead(500).end(sentenceOf(error));
  }
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens on no port.");
  process.stdout.write(`ready at http://127.0.0.1:${address.port}\n`);
});
