// Fills a draft from a file and starts it, once its rows are checked.
const campaign = "http://localhost:3000/api/campaigns/cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
// Or: await readFile("customers.csv")
const file = "Phone,First name\n48732129000,Ada\n48732129001,Jan\n";

async function post(url, body, type) {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${process.env.ACTIO_TOKEN}`,
      ...(type && { "Content-Type": type }),
    },
    body,
    signal: AbortSignal.timeout(600_000),
  });
  return { response, result: await response.json() };
}

async function start() {
  for (let attempt = 1; ; attempt += 1) {
    const started = await post(`${campaign}/start`);
    // 409 with Retry-After: the rows are still being checked.
    const seconds = Number(started.response.headers.get("retry-after"));
    if (started.response.status !== 409 || !seconds || attempt === 60) return started;
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

let outcome = await post(`${campaign}/recipients?file_name=customers.csv`, file, "text/csv");
if (outcome.response.ok) {
  console.log(outcome.result.rows, "rows:", outcome.result.mapping.join(", "));
  outcome = await start();
}
if (outcome.response.ok) {
  console.log(outcome.result.campaign_id, outcome.result.status);
} else {
  console.error(outcome.result.detail);
  process.exitCode = 1;
}
