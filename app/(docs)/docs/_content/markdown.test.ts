import { expect, test } from "vitest";
import { GET as getFull } from "../../../llms-full.txt/route";
import { GET } from "../markdown/[...path]/route";
import { reference } from "../reference/_document/reference";
import { exampleOrigin } from "./example-origin";
import { pages } from "./pages";

const headers = { host: "10.0.0.5:3000" };

async function read(path: string, query = "", more: Record<string, string> = {}) {
  const request = new Request(`http://10.0.0.5:3000/docs/${path}.md${query}`, {
    headers: { ...headers, ...more },
  });
  return GET(request, { params: Promise.resolve({ path: path.split("/") }) });
}

test.each(["reference", ...pages.map(({ slug }) => slug)])(
  "%s.md names the address that it was requested at, and no other",
  async (path) => {
    const text = await (await read(path)).text();
    expect(text).toMatch(/^# /);
    expect(text).not.toContain(exampleOrigin);
  },
);

test("examples in Markdown run as they are, in the language of the query or else of the cookie", async () => {
  expect(await (await read("send")).text()).toContain("http://10.0.0.5:3000/api/sms");
  const cookie = { cookie: "theme=dark; code-language=python" };
  expect(await (await read("send", "", cookie)).text()).toContain("```python");
  expect(await (await read("send", "?language=php", cookie)).text()).toContain("```php");
});

test("Markdown is English whatever the reader's language, and Polish when the query asks for it", async () => {
  const polishReader = { cookie: "language=pl", "accept-language": "pl" };
  expect(await (await read("quick-start", "", polishReader)).text()).toMatch(/^# Quick start\n/);
  const polish = await (await read("quick-start", "?lang=pl&language=php")).text();
  expect(polish).toMatch(/^# Szybki start\n/);
  expect(polish).toContain("Wymagania: PHP 8.0 lub nowszy z rozszerzeniem curl.\n\n```php");
  expect(await (await read("changelog", "?lang=pl")).text()).toMatch(/^# Changelog\n/);
});

test("the reference is there as Markdown, each call and each event with its fields", async () => {
  const index = await (await read("reference")).text();
  for (const { id, title, code } of reference().groups.flatMap(({ parts }) => parts)) {
    expect(index).toContain(`- [${title}](/docs/reference/${id}.md): \`${code}\``);
    const text = await (await read(`reference/${id}`)).text();
    expect(text).toContain(`# ${title}\n\n\`${code}\``);
    expect(text).not.toContain(exampleOrigin);
  }
  const call = await (await read("reference/sendMessage")).text();
  expect(call).toContain("| `client_ref` | text or null | no |");
});

test("llms-full.txt holds every page and the whole reference", async () => {
  const response = getFull(new Request("http://10.0.0.5:3000/llms-full.txt", { headers }));
  const text = await response.text();
  for (const { title } of pages) expect(text).toContain(`# ${title}\n`);
  for (const { code } of reference().groups.flatMap(({ parts }) => parts)) {
    expect(text).toContain(`\`${code}\``);
  }
  expect(text).not.toContain(exampleOrigin);
});

test("Markdown of what is no page is 404", async () => {
  for (const path of ["no-such-page", "send/more", "reference/noSuchCall", "reference/a/b"]) {
    expect((await read(path)).status).toBe(404);
  }
});
