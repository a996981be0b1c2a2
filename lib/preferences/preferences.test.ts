import { describe, expect, it } from "vitest";
import { mintSignedIn } from "../testing/signed-in";
import { getDefaultCountry, saveDefaultCountry } from "./default-country";
import { getProfile } from "./get-profile";
import { updateProfile } from "./update-profile";

describe("the profile", () => {
  it("starts empty, keeps what it is told, and can be emptied again", async () => {
    const { actor } = await mintSignedIn();
    const empty = { name: "", time_zone: "", language: "en" };
    expect(await getProfile({ actor })).toEqual(empty);
    const input = { name: " Ada ", time_zone: "Europe/Warsaw", language: "pl" };
    await updateProfile({ actor, input });
    expect(await getProfile({ actor })).toEqual({ ...input, name: "Ada" });
    await updateProfile({ actor, input: empty });
    expect(await getProfile({ actor })).toEqual(empty);
  });

  it.each([
    [{ time_zone: "Mars/Olympus" }, "time_zone"],
    [{ language: "xx" }, "language"],
    [{ name: "x".repeat(101) }, "name"],
  ])("refuses %j beside its field", async (wrong, field) => {
    const { actor } = await mintSignedIn();
    const input = { name: "", time_zone: "", language: "en", ...wrong };
    await expect(updateProfile({ actor, input })).rejects.toMatchObject({
      details: { fields: { [field]: [expect.any(String)] } },
    });
  });
});

describe("the default country", () => {
  it("is none at first, then the chosen one for everybody in the account, and none again", async () => {
    const { actor } = await mintSignedIn();
    expect(await getDefaultCountry({ actor })).toBeNull();
    await saveDefaultCountry({ actor, input: { default_country: "PL" } });
    expect(await getDefaultCountry({ actor })).toBe("PL");
    await saveDefaultCountry({ actor, input: { default_country: "" } });
    expect(await getDefaultCountry({ actor })).toBeNull();
  });

  it("is read by everybody in the account and changed by its owners", async () => {
    const { actor } = await mintSignedIn();
    const reader = { ...actor, role: "developer" } as const;
    const change = { actor: reader, input: { default_country: "PL" } };
    await expect(saveDefaultCountry(change)).rejects.toMatchObject({ code: "forbidden" });
    expect(await getDefaultCountry({ actor: reader })).toBeNull();
  });

  it.each(["XX", "pl", "Poland", undefined])("%j is no country", async (country) => {
    const { actor } = await mintSignedIn();
    const saved = saveDefaultCountry({ actor, input: { default_country: country } });
    await expect(saved).rejects.toMatchObject({
      details: { fields: { default_country: ["Choose a country from the list."] } },
    });
  });
});
