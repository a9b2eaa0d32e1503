import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NextStep, Prompt, VoiceReply } from "../../../functions/domain/calls/reply.ts";
import { toMessagingTwiml, toTwiml } from "../../../functions/providers/twilio/twiml.ts";
import { parseXml } from "./support/xml.ts";

const options = { publicBaseUrl: "https://calls.example" };
const OVERRIDES = "#rc=2&rp=ct,rt,5xx&rt=6000";
const english: Prompt = { text: "What would you like?", locale: "en" };
const french: Prompt = { text: "Que désirez-vous ?", locale: "fr" };
const tree = (reply: VoiceReply) => parseXml(toTwiml(reply, options));
const gather = (more: Partial<Extract<NextStep, { kind: "gather" }>>): NextStep => ({
  kind: "gather",
  action: "/turn?call=1&t=2",
  input: ["speech", "dtmf"],
  ...more,
});

describe("a question", () => {
  test("stands inside the Gather, so that it can be answered before it ends, and reports silence", () => {
    const response = tree({ prompts: [english], next: gather({ hints: ["poutine", "two, please"] }) });
    expect(response.children.map((child) => child.name)).toEqual(["Gather"]);
    const [asked] = response.children;
    expect(asked?.attributes).toEqual({
      input: "speech dtmf",
      action: `https://calls.example/turn?call=1&t=2${OVERRIDES}`,
      method: "POST",
      actionOnEmptyResult: "true",
      language: "en-CA",
      timeout: "5",
      speechTimeout: "auto",
      hints: "poutine, two please",
    });
    expect(asked?.children).toEqual([
      {
        name: "Say",
        attributes: { voice: "Polly.Joanna-Neural", language: "en-US" },
        children: [],
        text: english.text,
      },
    ]);
  });

  test("in French is asked by a French voice and listened to in French", () => {
    const [asked] = tree({ prompts: [english, french], next: gather({}) }).children;
    expect(asked?.attributes.language).toBe("fr-CA");
    expect(asked?.children.map((say) => say.attributes.voice)).toEqual([
      "Polly.Joanna-Neural",
      "Polly.Gabrielle-Neural",
    ]);
  });

  test("is listened to in the language asked for, and in English when nothing is said", () => {
    expect(tree({ prompts: [french], next: gather({ locale: "en" }) }).children[0]?.attributes.language).toBe(
      "en-CA",
    );
    expect(tree({ prompts: [], next: gather({}) }).children[0]?.attributes.language).toBe("en-CA");
  });

  test("for keys only neither expects words nor waits for them", () => {
    const next = gather({
      input: ["dtmf"],
      numDigits: 1,
      finishOnKey: "",
      timeoutSeconds: 8,
      hints: ["one"],
    });
    const attributes = tree({ prompts: [english], next }).children[0]?.attributes;
    expect(attributes).toMatchObject({ input: "dtmf", numDigits: "1", finishOnKey: "", timeout: "8" });
    expect(attributes).not.toHaveProperty("hints");
    expect(attributes).not.toHaveProperty("speechTimeout");
  });

  test("hints stay within Twilio's limits: 500 phrases of 100 characters, each once", () => {
    const hints = [
      "x".repeat(101),
      "same",
      "same",
      " ",
      ...Array.from({ length: 600 }, (_, i) => `item ${i}`),
    ];
    const said =
      tree({ prompts: [], next: gather({ hints }) }).children[0]?.attributes.hints?.split(", ") ?? [];
    expect(said).toHaveLength(500);
    expect(said.slice(0, 2)).toEqual(["same", "item 0"]);
  });
});

test("a voicemail is recorded and, where asked, transcribed within Twilio's two minutes", () => {
  const record = { kind: "record", action: "/a", recordingStatusCallback: "/r", maxSeconds: 180 } as const;
  const plain = tree({ prompts: [english], next: record });
  expect(plain.children.map((child) => child.name)).toEqual(["Say", "Record", "Redirect"]);
  // Nothing was said: Twilio goes on to the next verb, which asks the same address.
  expect(plain.children[2]?.text).toBe(`https://calls.example/a${OVERRIDES}`);
  expect(plain.children[1]?.attributes).toMatchObject({
    action: `https://calls.example/a${OVERRIDES}`,
    maxLength: "180",
    recordingStatusCallback: `https://calls.example/r${OVERRIDES}`,
    recordingStatusCallbackEvent: "completed absent",
  });
  expect(plain.children[1]?.attributes).not.toHaveProperty("transcribe");

  const transcribed = tree({ prompts: [], next: { ...record, transcribeCallback: "/t" } });
  expect(transcribed.children[0]?.attributes).toMatchObject({
    transcribe: "true",
    transcribeCallback: `https://calls.example/t${OVERRIDES}`,
    maxLength: "119",
  });
});

test("a person is rung, and the answer to that comes back to us", () => {
  const next: NextStep = { kind: "dial", number: "+15145550123", action: "/dialled", timeoutSeconds: 20 };
  const [dial] = tree({ prompts: [], next }).children;
  expect(dial).toMatchObject({
    name: "Dial",
    attributes: {
      timeout: "20",
      answerOnBridge: "true",
      action: `https://calls.example/dialled${OVERRIDES}`,
    },
    children: [{ name: "Number", text: "+15145550123" }],
  });
  expect(dial?.attributes).not.toHaveProperty("callerId");
  const shown = tree({ prompts: [], next: { ...next, callerId: "+15145550100" } });
  expect(shown.children[0]?.attributes.callerId).toBe("+15145550100");
});

test("a redirect and a farewell", () => {
  const redirect = tree({ prompts: [], next: { kind: "redirect", action: "/ivr" } });
  expect(redirect.children).toMatchObject([
    { name: "Redirect", attributes: { method: "POST" }, text: `https://calls.example/ivr${OVERRIDES}` },
  ]);
  const farewell = tree({ prompts: [french], next: { kind: "hangup" } });
  expect(farewell.children.map((child) => child.name)).toEqual(["Say", "Hangup"]);
});

test("whatever a menu item is called, Twilio gets XML it can read, and says the words", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom("\u0000\u0008", "\uD800", "]]>", "<&\"'"),
  );
  fc.assert(
    fc.property(anyText, (text) => {
      const response = tree({
        prompts: [{ text: `a${text}b`, locale: "fr" }],
        next: gather({ hints: [text] }),
      });
      const said = response.children[0]?.children[0]?.text ?? "";
      expect(said.startsWith("a") && said.endsWith("b")).toBe(true);
    }),
  );
});

test("an SMS is answered with a text, or with nothing", () => {
  expect(parseXml(toMessagingTwiml("Merci & à bientôt")).children).toMatchObject([
    { name: "Message", text: "Merci & à bientôt" },
  ]);
  expect(parseXml(toMessagingTwiml()).children).toEqual([]);
});
