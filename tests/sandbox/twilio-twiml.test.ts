import MessagingResponse from "twilio/lib/twiml/MessagingResponse.js";
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import { describe, expect, test } from "vitest";
import { parseMessaging, parseVoice, TwimlError } from "../../sandbox/twilio/twiml/parse.ts";

const codeOf = (run: () => unknown): number | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof TwimlError) return error.code;
    throw error;
  }
  return undefined;
};
const voice = (inside: string, type = "text/xml; charset=utf-8") =>
  parseVoice(type, `<Response>${inside}</Response>`);

describe("TwiML as Twilio's library writes it", () => {
  test("is read whole: verbs, attributes, words, prompts inside a Gather", () => {
    const response = new VoiceResponse();
    const gather = response.gather({
      input: ["speech", "dtmf"],
      language: "fr-CA",
      action: "/turn?t=1#rc=1&rp=ct,rt",
      actionOnEmptyResult: true,
      speechTimeout: "auto",
      hints: "poutine, café",
    });
    gather.say({ language: "fr-CA", voice: "Polly.Gabrielle-Neural" }, "Bonjour & bienvenue");
    response.redirect({ method: "POST" }, "/again");
    const verbs = parseVoice("text/xml", response.toString());
    expect(verbs.map((verb) => verb.name)).toEqual(["Gather", "Redirect"]);
    expect(verbs[0]?.attributes).toMatchObject({ input: "speech dtmf", action: "/turn?t=1#rc=1&rp=ct,rt" });
    expect(verbs[0]?.children[0]).toMatchObject({ name: "Say", text: "Bonjour & bienvenue" });
    expect(verbs[1]?.text).toBe("/again");
  });

  test("speech marks inside Say are words of the Say", () => {
    const [say] = voice(
      `<Say>Your total is <say-as interpret-as="currency">$12</say-as> <break time="1s"/> thanks.</Say>`,
    );
    expect(say?.text).toBe("Your total is $12 thanks.");
  });

  test("an empty answer means nothing to do", () => {
    expect(parseVoice("text/plain", "")).toEqual([]);
    expect(parseMessaging("text/xml", new MessagingResponse().toString())).toEqual([]);
  });
});

describe("TwiML that Twilio would refuse", () => {
  test.each([
    ["<Say>unclosed", 12100],
    ["<Say>a & b</Say>", 12100],
    [`<Say voice="Polly.Gabrielle-Neural" voice="man">twice</Say>`, 12100],
    ["<Shout>hello</Shout>", 12200],
    ["<say>hello</say>", 12200],
    [`<Say lang="fr-CA">hello</Say>`, 12200],
    [`<Say language="fr-QC">hello</Say>`, 12200],
    [`<Say voice="Polly.Nobody">hello</Say>`, 12200],
    ["<Say></Say>", 13520],
    [`<Gather input="voice"/>`, 12200],
    [`<Gather numDigits="0"/>`, 12200],
    [`<Gather timeout="five"/>`, 12200],
    [`<Gather actionOnEmptyResult="yes"/>`, 12200],
    [`<Gather action="not a url"/>`, 12200],
    ["<Gather><Record/></Gather>", 12200],
    ["<Gather>say something</Gather>", 12200],
    [`<Record maxLength="0"/>`, 12200],
    ["<Say>hi</Say>loose words", 12200],
    ["<Redirect/>", 12200],
    [`<Hangup reason="busy"/>`, 12200],
    ["<Dial><Say>hi</Say></Dial>", 12200],
  ])("%s → %i", (inside, code) => {
    expect(codeOf(() => voice(inside))).toBe(code);
  });

  test("the wrong content type is 12300, another root 12100", () => {
    expect(codeOf(() => voice("<Say>hi</Say>", "application/json"))).toBe(12300);
    expect(codeOf(() => parseVoice("text/xml", "<Answer/>"))).toBe(12100);
  });

  test("voice verbs do not belong in an answer to a text", () => {
    expect(codeOf(() => parseMessaging("text/xml", "<Response><Say>hi</Say></Response>"))).toBe(12200);
  });
});
