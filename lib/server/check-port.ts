import { once } from "node:events";
import { createServer } from "node:net";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";

/** Refuses with a sentence when nobody could listen there; nothing stays open. */
export async function checkPort(port: number, host: string): Promise<void> {
  const probe = createServer();
  try {
    probe.listen({ port, host, exclusive: true });
    await once(probe, "listening");
  } catch (cause) {
    throw explainPort(cause, port, host);
  }
  probe.close();
  await once(probe, "close");
}

function explainPort(cause: unknown, port: number, host: string): AppError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  const next = port < 65_535 ? port + 1 : 3000;
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is used by another program; stop it or choose another port: PORT=${next} npm start`,
    EACCES: `This user may not listen on port ${port}; choose one above 1023: PORT=3000 npm start`,
    EADDRNOTAVAIL: `HOST ${host} is not an address of this machine; fix or unset HOST.`,
    ENOTFOUND: `HOST ${host} is not a name this machine can resolve; fix or unset HOST.`,
  };
  const sentence =
    sentences[code] ?? `Nobody can listen on ${host}:${port} (${code}); fix HOST and PORT.`;
  return new AppError("unavailable", operatorSentence(sentence), { cause });
}
