import { parseArgs } from "node:util";

const usage = `Usage: npm run bench -- [scenario ...] [--quick] [--big] [--seconds N] [--rounds N] [--list]

  --quick      seconds instead of minutes, to see that a scenario works; its figures say nothing
  --big        also what takes very long: the log with 5 million messages
  --seconds    length of a phase; 5 unless said, 1 with --quick
  --rounds     rounds of an alternation, of which the median counts; 5 unless said, 1 with --quick
  --list       the names of the scenarios`;

/** Reads the words of the command line into names of scenarios and a plan, or into a sentence to say instead. */
export function readWords(words, known) {
  const options = {
    quick: { type: "boolean", default: false },
    big: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
    seconds: { type: "string" },
    rounds: { type: "string" },
  };
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  if (values.help) return { say: usage };
  if (values.list) return { say: known.join("\n") };
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    return {
      say: `There is no scenario ${unknown.join(", ")}. There are: ${known.join(", ")}.`,
      isWrong: true,
    };
  }
  const count = (text, otherwise) => Math.max(1, Math.trunc(Number(text)) || otherwise);
  return {
    names: positionals.length > 0 ? positionals : known,
    plan: {
      seconds: count(values.seconds, values.quick ? 1 : 5),
      rounds: count(values.rounds, values.quick ? 1 : 5),
      isQuick: values.quick,
      isBig: values.big,
    },
  };
}
