import { html, raw } from "hono/html";

export type PageLanguage = "en" | "fr";

const CSS = `
:root{--ink:#1a1f36;--soft:#5b6478;--line:#d9dee8;--brand:#3c3fbf;--bad:#b3261e;--pane:#f6f8fb}
*{box-sizing:border-box}
body{margin:0;font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--ink);background:#fff}
a{color:var(--brand)}
.test{background:#ffe8b8;color:#533a00;text-align:center;padding:.4rem 1rem;font-size:.875rem}
main{display:grid;grid-template-columns:1fr;min-height:calc(100vh - 2.2rem)}
section{padding:2rem 1.25rem;width:100%;max-width:30rem;margin:0 auto}
.summary{background:var(--pane)}
.summary section{max-width:30rem}
h1{font-size:1.1rem;font-weight:600;margin:0 0 .25rem}
h2{font-size:1.15rem;margin:0 0 1rem}
.total{font-size:2.1rem;font-weight:700;margin:.25rem 0 1.5rem}
ul{list-style:none;margin:0;padding:0}
.lines li{display:flex;justify-content:space-between;gap:1rem;padding:.6rem 0;border-top:1px solid var(--line)}
.lines small{display:block;color:var(--soft)}
.lines .sum{font-weight:700}
label.field{display:block;font-weight:600;margin-bottom:1rem}
input[type=email],input[type=text]{display:block;width:100%;margin-top:.3rem;padding:.7rem .8rem;font:inherit;border:1px solid #8a93a6;border-radius:.5rem}
fieldset{border:0;margin:0 0 1rem;padding:0}
legend{font-weight:600;padding:0;margin-bottom:.4rem}
.choice{display:flex;gap:.75rem;align-items:flex-start;border:1px solid var(--line);border-radius:.6rem;padding:.75rem .9rem;margin-bottom:.5rem;cursor:pointer}
.choice:has(:checked){border-color:var(--brand);box-shadow:0 0 0 1px var(--brand);background:#f4f4ff}
.choice input{margin-top:.35rem;accent-color:var(--brand)}
.choice b{font-variant-numeric:tabular-nums}
.choice small{display:block;color:var(--soft)}
button{width:100%;padding:.85rem 1rem;font:inherit;font-weight:650;border-radius:.6rem;border:1px solid transparent;background:var(--brand);color:#fff;cursor:pointer}
button.quiet{background:#fff;color:var(--ink);border-color:#8a93a6;margin-top:.75rem}
:is(a,button,input):focus-visible,.choice:focus-within{outline:3px solid #9aa0ff;outline-offset:2px}
.error{border:1px solid var(--bad);background:#fdeceb;color:#7a150f;border-radius:.6rem;padding:.75rem .9rem;margin-bottom:1rem}
.back{display:inline-block;margin-bottom:1.5rem}
.note{color:var(--soft);font-size:.9rem}
@media(min-width:52rem){main.two{grid-template-columns:1fr 1fr}.two section{padding-top:5rem}.two .summary section{margin-right:3rem}.two .pay section{margin-left:3rem}}
`;

const BANNER = {
  en: "Sandbox: no real money moves here.",
  fr: "Bac à sable : aucun argent réel ne circule ici.",
};

/** One page of the faked Stripe: no script, no outside file; works by keyboard and on a phone. */
export function page(language: PageLanguage, title: string, body: unknown, twoColumns = false) {
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><title>${title}</title><style>${raw(CSS)}</style></head>
<body><header class="test">${BANNER[language]}</header><main class="${twoColumns ? "two" : ""}">${body}</main></body></html>`;
}

/** French when the session or the browser asks for it, else English. */
export function languageOf(locale: string | null | undefined, acceptLanguage?: string): PageLanguage {
  const wanted = locale && locale !== "auto" ? locale : (acceptLanguage ?? "en");
  return wanted.toLowerCase().startsWith("fr") ? "fr" : "en";
}

/** `$12.50` or `12,50 $`. `amount` in minor units. */
export function money(amount: number, currency: string, language: PageLanguage): string {
  const format = new Intl.NumberFormat(`${language}-CA`, {
    style: "currency",
    currency: currency.toUpperCase(),
  });
  return format.format(amount / 100);
}
