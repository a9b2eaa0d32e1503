import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors.ts";

/** What happened and what to do, in the person's language. The server's own words are for developers. */
export function errorText(error: unknown, t: TFunction): string {
  if (!(error instanceof ApiError)) return t("errors.internal");
  const wait = error.retryAfter;
  if (error.code === "rate_limited" && wait !== undefined) {
    return wait < 90
      ? t("errors.rate_limited_wait", { count: Math.ceil(wait) })
      : t("errors.rate_limited_minutes", { count: Math.ceil(wait / 60) });
  }
  return t(`errors.${error.code}`);
}

export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => errorText(error, t);
}
