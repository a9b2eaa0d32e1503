/**
 * What a person typed as E.164, or null. Numbers without a country are taken as North American, where every
 * merchant of the product is; a whole phone library would cost each page 29 kB for the same answer.
 */
export function toE164(typed: string): string | null {
  const text = typed.trim();
  const digits = text.replace(/\D/g, "");
  if (/[a-z]/i.test(text)) return null;
  if (text.startsWith("+")) return /^[1-9]\d{6,14}$/.test(digits) ? `+${digits}` : null;
  const national = digits.length === 11 && digits.startsWith("1") ? digits.slice(1) : digits;
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(national) ? `+1${national}` : null;
}

/** `+15145550100` as `(514) 555-0100`; other countries keep their E.164. */
export function formatPhone(e164: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164) ?? [];
  return area ? `(${area}) ${exchange}-${line}` : e164;
}
