import type { en } from "./en/index.ts";

/** The English texts are the list of keys; a language that lacks one, or has one too many, does not compile. */
export type Texts<T> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
export type AllTexts = Texts<typeof en>;
