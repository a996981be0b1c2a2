import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { closeAccount } from "../account-data/close-account";
import { listKeptMails } from "../mail/list-kept-mails";
import { listSessions } from "../sessions/list-sessions";
import { signUp } from "../sign-in/sign-up";
import { keptMail } from "../testing/kept-mail";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { changePassword } from "./change-password";
import { getProfile } from "./get-profile";
import { keepLanguage } from "./keep-language";
import { requestEmailChange } from "./request-email-change";
import { requestPasswordReset } from "./request-password-reset";

describe("the language of a person", () => {
  it("is that of the page they signed up on, until they choose another", async () => {
    const person = { email: `${randomUUID()}@example.com`, password: randomUUID() };
    const { userId } = await signUp({ ...person, ...nobody, language: "pl" });
    expect(await getProfile(userId)).toMatchObject({ language: "pl" });
    await keepLanguage(userId, "en");
    expect(await getProfile(userId, "pl")).toMatchObject({ language: "en" });
  });

  it("is that of the page while they have chosen none", async () => {
    const { userId } = await mintSignedIn();
    expect(await getProfile(userId, "pl")).toMatchObject({ language: "pl" });
  });

  it("is that of every mail to them", async () => {
    const { userId, email, password, asker } = await mintSignedIn();
    await keepLanguage(userId, "pl");
    const newEmail = `${randomUUID()}@example.org`;
    await requestEmailChange({ new_email: newEmail, password }, asker);
    await requestPasswordReset({ email }, null);
    const fresh = "another long password";
    await changePassword({ current_password: password, new_password: fresh }, asker);
    await closeAccount({ password: fresh }, asker);
    const toNew = await keptMail(newEmail, "Potwierdzenie nowego adresu e-mail");
    expect(toNew).toMatchObject({ language: "pl", link: { words: "Potwierdź ten adres" } });
    const subjects = async () =>
      (await listKeptMails(1000)).filter(({ to }) => to === email).map(({ subject }) => subject);
    await expect
      .poll(async () => (await subjects()).sort())
      .toEqual(["Hasło zostało zmienione", "Konto zostało zamknięte", "Ustawienie nowego hasła"]);
  });

  it("names the browsers they are signed in with", async () => {
    const { session } = await mintSignedIn();
    const [english] = await listSessions(session);
    const [polish] = await listSessions(session, "pl");
    expect([english?.browser, polish?.browser]).toEqual([
      "An unknown browser",
      "Nieznana przeglądarka",
    ]);
  });
});
