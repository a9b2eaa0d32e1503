import { describe, expect, test } from "vitest";
import { open } from "../../../functions/domain/conversation/dialogue/opening.ts";
import { call, last, merchant } from "./dialogue-fixtures.ts";

describe("the greeting", () => {
  test("names the merchant, offers the menu, and says in the other language that it speaks it", () => {
    const { reply, state, effects } = open(merchant(), { number: "+15145550199" });
    expect(reply.say[0]?.text).toContain("Luigi");
    expect(reply.say.at(-1)).toEqual({
      text: "Pour le français, dites « français » ou faites le 9.",
      locale: "fr",
    });
    expect(reply).toMatchObject({ expect: "menu", numDigits: 1, locale: "en" });
    expect(state).toMatchObject({ v: 1, step: "menu", phone: "+15145550199" });
    expect(effects).toEqual([]);
  });

  test("is in French where the merchant is", () => {
    const { reply } = open(merchant({ locale: "fr" }), { number: null });
    expect(reply.say.map(({ locale }) => locale)).toEqual(["fr", "fr", "en"]);
  });

  test("0 and a person lead to the merchant's phone, or to voicemail where there is none", () => {
    const staffed = merchant({ transferPhone: "+15145550000" });
    expect(last(call(staffed, ["0"])).reply).toMatchObject({
      expect: "transfer",
      transferTo: "+15145550000",
    });
    expect(last(call(staffed, ["can I talk to someone"])).reply.expect).toBe("transfer");
    expect(last(call(merchant(), ["0"])).reply.expect).toBe("record");
  });

  test.each(["3", "7", "leave a message"])("%s leads to voicemail", (said) => {
    expect(last(call(merchant(), [said])).reply.expect).toBe("record");
  });
});
