import type { Locale } from "../../shared/schemas.ts";
import type { Templates } from "../types.ts";
import { en } from "./en.ts";
import { fr } from "./fr.ts";

export const templates: Record<Locale, Templates> = { en, fr };
