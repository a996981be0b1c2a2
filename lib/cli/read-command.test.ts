import { expect, it } from "vitest";
import { commands } from "./commands";
import { readCommand } from "./read-command";

function errorMessageOf(line: string): string {
  const request = readCommand(line.split(" ").filter(Boolean));
  if (request.kind !== "wrong") throw new Error(`"${line}" was understood.`);
  return request.errorMessage;
}

it.each([
  ["", "No command given."],
  ["nonsense", 'Unknown command "nonsense".'],
  ["account", 'Unknown command "account".'],
  ["account create now --email a@example.com", 'Unknown command "account create now".'],
  ["account list --color", "Unknown option '--color'."],
  ["account create", "Missing required option --email. Missing required option --password."],
  ["account create --email", "Option '--email <value>' argument missing."],
  [
    "account create --email a@example.com --password x --credits ten",
    "--credits must be a whole number from 0 to 1000000000.",
  ],
  ["token create --name ci", "Missing required option --email."],
  [
    "token create --email a@example.com --name ci --scopes send,fly",
    "The scopes are send, read, and manage.",
  ],
  [
    "token create --email a@example.com --name ci --expires soon",
    "Enter an ISO 8601 time with a time zone, such as 2027-05-15T00:00:00Z.",
  ],
  ["token create --email a@example.com --name ci --expires 2020-01-01", "This time has passed."],
  [
    "token create --email a@example.com --name ci --cidr 10.0.0.0/8,home",
    "“home” is not a valid IP address or CIDR range, such as 203.0.113.7, 203.0.113.0/24, or 2001:db8::/32.",
  ],
  ["token list", "Missing required option --email."],
  ["token rotate", "Missing required option --id."],
  ["token rotate --id x", "--id must look like tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA."],
  [
    "token rotate --id tok_01HQX7Z8RNQK5ZF8TBPNT2YFKA --grace-hours day",
    "--grace-hours must be a whole number from 0 to 168.",
  ],
  ["token revoke", "Pass either --id tok_…, or --email and --name."],
  ["token revoke --email a@example.com", "Pass either --id tok_…, or --email and --name."],
  [
    "credits grant --email a@example.com --amount 0 --note gift",
    "--amount must be a whole number from 1 to 1000000000.",
  ],
  [
    "credits grant --email a@example.com --amount 1.5 --note gift",
    "--amount must be a whole number from 1 to 1000000000.",
  ],
  [
    "credits grant --email a@example.com --amount 99999999999 --note gift",
    "--amount must be a whole number from 1 to 1000000000.",
  ],
])('says what is wrong with "%s"', (line, sentence) => {
  expect(errorMessageOf(line).split("\n")[0]).toBe(sentence);
});

it("says in one line that a value may not begin with a dash", () => {
  expect(errorMessageOf("account create --credits -5")).toMatch(
    /^Option '--credits' argument is ambiguous\.\n\nUsage: /,
  );
});

it("shows the usage of the command that was called wrongly", () => {
  expect(errorMessageOf("credits grant")).toContain(
    "Usage: npm run cli -- credits grant --email <email> --amount <number> --note <why> [--json]",
  );
});

it.each(["help", "--help", "-h"])("%s names every command", (word) => {
  const request = readCommand([word]);
  expect(request.kind).toBe("help");
  for (const { words, summary } of commands) {
    expect(request).toMatchObject({
      text: expect.stringMatching(new RegExp(`${words} +${summary}`)),
    });
  }
});

it("every command explains itself and takes --json", () => {
  for (const { words, usage } of commands) {
    expect(usage.startsWith(words)).toBe(true);
    expect(readCommand([...words.split(" "), "--help"])).toEqual({
      kind: "help",
      text: `Usage: npm run cli -- ${usage} [--json]`,
    });
  }
  expect(readCommand(["account", "list", "--json"])).toMatchObject({
    kind: "run",
    wantsJson: true,
  });
  expect(readCommand(["account", "list"])).toMatchObject({ kind: "run", wantsJson: false });
});
