import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { closeAccount } from "../account-data/close-account";
import { changePassword } from "../accounts/change-password";
import { requestEmailChange } from "../accounts/request-email-change";
import { requestPasswordReset } from "../accounts/request-password-reset";
import { listKeptMails } from "../mail/list-kept-mails";
import { listSessions } from "../sessions/list-sessions";
import { signUp } from "../sign-in/sign-up";
import { keptMail } from "../testing/kept-mail";
import { mintSignedIn, nobody } from "../testing/signed-in";
import { getProfile } from "./get-profile";
import { keepLanguage } from "./keep-language";

describe("the language of a person", () => {
  it("is that of the page they signed up on, until they choose another", async () => {
    const person = { email: `${randomUUID()}@example.com`, password: randomUUID() };
    const { userId } = await signUp({ visitor: { ...nobody, language: "pl" }, input: person });
    const actor = { ...(await mintSignedIn()).actor, userId };
    expect(await getProfile({ actor })).toMatchObject({ language: "pl" });
    await keepLanguage({ actor, input: { language: "en" } });
    expect(await getProfile({ actor: { ...actor, language: "pl" } })).toMatchObject({
      language: "en",
    });
  });

  it("is that of the page while they have chosen none", async () => {
    const { actor } = await mintSignedIn();
    expect(await getProfile({ actor: { ...actor, language: "pl" } })).toMatchObject({
      language: "pl",
    });
  });

  it("is that of every mail to them", async () => {
    const { email, password, actor } = await mintSignedIn();
    await keepLanguage({ actor, input: { language: "pl" } });
    const newEmail = `${randomUUID()}@example.org`;
    await requestEmailChange({ actor, input: { new_email: newEmail, password } });
    await requestPasswordReset({ visitor: nobody, input: { email } });
    const fresh = "another long password";
    await changePassword({ actor, input: { current_password: password, new_password: fresh } });
    await closeAccount({ actor, input: { password: fresh } });
    const toNew = await keptMail(newEmail, "Potwierdzenie nowego adresu e-mail");
    expect(toNew).toMatchObject({ language: "pl", link: { words: "Potwierdź ten adres" } });
    const subjects = async () =>
      (await listKeptMails(1000)).filter(({ to }) => to === email).map(({ subject }) => subject);
    await expect
      .poll(async () => (await subjects()).sort())
      .toEqual(["Hasło zostało zmienione", "Konto zostało zamknięte", "Ustawienie nowego hasła"]);
  });

  it("names the browsers they are signed in with", async () => {
    const { actor } = await mintSignedIn();
    const [english] = await listSessions({ actor });
    const [polish] = await listSessions({ actor: { ...actor, language: "pl" } });
    expect([english?.browser, polish?.browser]).toEqual([
      "An unknown browser",
      "Nieznana przeglądarka",
    ]);
  });
});
