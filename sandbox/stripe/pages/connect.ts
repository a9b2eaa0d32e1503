import { type Context, Hono } from "hono";
import { html } from "hono/html";
import { finishOnboarding } from "../accounts.ts";
import { unixNow } from "../books.ts";
import type { World } from "../world.ts";
import { languageOf, type PageLanguage, page } from "./layout.ts";

const words = {
  en: {
    title: "Set up payments",
    name: "Business name",
    intro: (name: string) => `Stripe would ask ${name} for its business details and bank account here.`,
    you: "your business",
    finish: "Finish: this account can take payments",
    leave: "Leave it unfinished and go back",
    unknown: "This link does not exist, or the sandbox was reset since.",
  },
  fr: {
    title: "Configurer les paiements",
    name: "Nom de l’entreprise",
    intro: (name: string) => `Stripe demanderait ici à ${name} ses coordonnées et son compte bancaire.`,
    you: "votre entreprise",
    finish: "Terminer : ce compte peut encaisser",
    leave: "Laisser inachevé et revenir",
    unknown: "Ce lien n’existe pas, ou le bac à sable a été remis à zéro.",
  },
};

/**
 * `GET /connect/:token`, the onboarding page behind an account link; `POST` with `outcome` `finish` or `leave` goes
 * back to `return_url`. A link that was used or is too old leads to `refresh_url`, as at Stripe.
 */
export function connectPages(world: World): Hono {
  const app = new Hono();

  app.get("/connect/:token", (c) => {
    const language = languageOf(null, c.req.header("accept-language"));
    const found = usableLink(world, c);
    if (found instanceof Response) return found;
    if (!found) return c.html(page(language, words[language].title, unknownBody(language)), 404);
    const known = world.books.accounts.get(found.account)?.business_profile.name ?? "";
    const name = known || words[language].you;
    return c.html(page(language, words[language].title, formBody(language, name, known)));
  });

  app.post("/connect/:token", async (c) => {
    const form = await c.req.formData();
    const outcome = form.get("outcome");
    const found = usableLink(world, c);
    if (found instanceof Response) return found;
    if (!found) return c.text("No such link", 404);
    if (outcome !== "finish" && outcome !== "leave") return c.text("outcome must be finish or leave", 400);
    found.used = true;
    world.books.links.set(found.token, found);
    if (outcome === "finish") finishOnboarding(world, found.account, String(form.get("name") ?? ""));
    return c.redirect(found.return_url, 303);
  });
  return app;
}

function usableLink(world: World, c: Context) {
  const link = world.books.links.get(c.req.param("token") ?? "");
  if (link && (link.used || link.expires_at <= unixNow())) return c.redirect(link.refresh_url, 303);
  return link;
}

const unknownBody = (language: PageLanguage) =>
  html`<section><h1>${words[language].title}</h1><p>${words[language].unknown}</p></section>`;

const formBody = (language: PageLanguage, name: string, known: string) => html`<section>
  <h1>${words[language].title}</h1><p>${words[language].intro(name)}</p>
  <form method="post" action="">
    <label class="field">${words[language].name}<input type="text" name="name" autocomplete="organization" value="${known}"></label>
    <button name="outcome" value="finish">${words[language].finish}</button>
    <button class="quiet" name="outcome" value="leave">${words[language].leave}</button>
  </form></section>`;
