import webhooks from "twilio/lib/webhooks/webhooks.js";
import { describe, expect, test } from "vitest";
import { signRequest } from "../../sandbox/twilio/signature.ts";
import { parseWebhookUrl } from "../../sandbox/twilio/webhook-url.ts";

const CALL = {
  CallSid: "CA1234567890ABCDE",
  Caller: "+14158675309",
  Digits: "1234",
  From: "+14158675309",
  To: "+18005551212",
};

describe("X-Twilio-Signature", () => {
  test("equals the vectors of Twilio's own library", () => {
    expect(signRequest("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", CALL)).toBe(
      "RSOYDt4T1cUTdK1PDd93/VVr8B8=",
    );
    expect(signRequest("12345", "http://mycompany.com:1234/myapp.php?foo=1&bar=2", CALL)).toBe(
      "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=",
    );
    const body = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    expect(signRequest("12345", `https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256=${body}`, {})).toBe(
      "a9nBmqA0ju/hNViExpshrM61xv4=",
    );
  });

  test("is accepted by Twilio's validator, accents and empty values included", () => {
    const params = { ...CALL, SpeechResult: "deux poutines à l'érable & un café", Digits: "" };
    const url = "https://shop.example/api/webhooks/twilio/turn?call=1";
    expect(webhooks.validateRequest("token", signRequest("token", url, params), url, params)).toBe(true);
    expect(webhooks.validateRequest("other", signRequest("token", url, params), url, params)).toBe(false);
  });
});

describe("connection overrides", () => {
  test("come from the fragment, which is neither requested nor signed", () => {
    const { url, overrides, invalid } = parseWebhookUrl("https://a.example/v?x=1#rc=2&rp=ct,rt,5xx&rt=6000");
    expect({ url, invalid }).toEqual({ url: "https://a.example/v?x=1", invalid: undefined });
    expect(overrides).toMatchObject({ retries: 2, readTimeoutMs: 6_000, totalTimeoutMs: 15_000 });
    expect([...overrides.retryOn]).toEqual(["ct", "rt", "5xx"]);
  });

  test.each(["rc=9", "rt=20000", "rp=sometimes", "ct=x"])(
    "%s is invalid, and the defaults are used",
    (fragment) => {
      const { overrides, invalid } = parseWebhookUrl(`https://a.example/v#${fragment}`);
      expect(invalid).toBe(fragment);
      expect(overrides).toMatchObject({ retries: 1, readTimeoutMs: 15_000 });
    },
  );
});
