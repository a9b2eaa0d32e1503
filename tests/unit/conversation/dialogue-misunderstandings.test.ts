import { describe, expect, test } from "vitest";
import { hangUp } from "../../../functions/domain/conversation/dialogue/dialogue.ts";
import type { Turn } from "../../../functions/domain/conversation/dialogue/types.ts";
import { call, effects, heard, last, merchant } from "./dialogue-fixtures.ts";

describe("what cannot be understood ends well", () => {
  test("three misunderstandings lead to the keypad, three more to voicemail, each worded anew", () => {
    const turns = call(merchant(), ["order", "blah", "blah", "blah", "", "", ""]);
    expect(turns.map(({ state }) => state.step)).toEqual([
      "menu",
      "ordering",
      "ordering",
      "ordering",
      "keypad",
      "keypad",
      "keypad",
      "voicemail",
    ]);
    expect(heard(turns[3] as Turn)).toContain("star");
    expect(new Set([1, 2, 3, 4].map((at) => heard(turns[at] as Turn))).size).toBe(4);
  });

  test("silence leads to voicemail, and an empty message to a text", () => {
    const turns = call(merchant(), ["", "", "", { kind: "recorded", seconds: 0 }]);
    expect(turns.map(({ reply }) => reply.expect)).toEqual(["menu", "menu", "menu", "record", "end"]);
    expect(effects(turns)).toEqual([{ kind: "text_back" }, { kind: "outcome", outcome: "give_up" }]);
  });

  test("a message that was left is kept", () => {
    const turns = call(merchant(), ["3", { kind: "recorded", seconds: 7 }]);
    expect(effects(turns)).toEqual([
      { kind: "voicemail", seconds: 7 },
      { kind: "outcome", outcome: "voicemail" },
    ]);
  });

  test("a transfer that nobody takes becomes voicemail; one that was taken ends the call", () => {
    const staffed = merchant({ transferPhone: "+15145550000" });
    expect(last(call(staffed, ["0", { kind: "dialled", answered: false }])).reply.expect).toBe("record");
    expect(effects(call(staffed, ["0", { kind: "dialled", answered: true }]))).toEqual([
      { kind: "outcome", outcome: "transferred" },
    ]);
  });

  test("hanging up in the middle is an abandoned call with a text back; after the end it is nothing", () => {
    expect(hangUp(last(call(merchant(), ["a coke"])).state)).toEqual([
      { kind: "text_back" },
      { kind: "outcome", outcome: "abandoned" },
    ]);
    expect(hangUp(last(call(merchant(), ["a coke that's all", "yes"])).state)).toEqual([]);
  });
});
