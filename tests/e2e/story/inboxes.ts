import { eventually, type TestProduct } from "../../harness/product.ts";

/** A text at the carrier, in either direction. */
export type Text = {
  from: string;
  to: string;
  body: string;
  status: string;
  direction: string;
  links: string[];
};

export type Mail = { to: string[]; subject: string; text: string; html: string | null; messageId: string };

/** Texts that reached this telephone, oldest first. */
export async function textsTo({ control }: TestProduct, number: string): Promise<Text[]> {
  const { messages } = await control<{ messages: Text[] }>("GET", `/sms?to=${encodeURIComponent(number)}`);
  return messages;
}

export async function mailsTo({ control }: TestProduct, address: string): Promise<Mail[]> {
  const { messages } = await control<{ messages: Mail[] }>("GET", `/mail?to=${encodeURIComponent(address)}`);
  return messages;
}

/** Waits for the first text to this telephone that matches. */
export const textTo = (
  running: TestProduct,
  number: string,
  words: RegExp,
  timeoutMs?: number,
): Promise<Text> =>
  eventually(
    async () => (await textsTo(running, number)).find(({ body }) => words.test(body)),
    `a text to ${number} with ${words}`,
    timeoutMs,
  );

/** The address of the newest payment page that was texted. @throws when none came in time */
export async function paymentLink(running: TestProduct, number: string, nth = 1): Promise<string> {
  return eventually(
    async () => (await textsTo(running, number)).flatMap(({ links }) => links.filter(isPayPage))[nth - 1],
    `payment link ${nth} to ${number}`,
    20_000,
  );
}

const isPayPage = (link: string) => link.includes("/_sandbox/pay/");
