import type { Locale } from "../../../functions/domain/shared/schemas.ts";
import { regional } from "./money.ts";

export type Zone = { locale: Locale; timeZone: string };

/** The calendar day of a moment in a zone, as `2026-11-21`, to compare days. */
export const dayOf = (time: string | number | Date, timeZone: string): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(time));

/** "3:04 p.m." */
export const formatTime = (time: string, { locale, timeZone }: Zone): string =>
  new Intl.DateTimeFormat(regional(locale), { timeZone, timeStyle: "short" }).format(new Date(time));

/** "21 Nov 2026, 3:04 p.m." */
export const formatDateTime = (time: string, { locale, timeZone }: Zone): string =>
  new Intl.DateTimeFormat(regional(locale), { timeZone, dateStyle: "medium", timeStyle: "short" }).format(
    new Date(time),
  );

/** The time alone for today, else the short day with it. */
export function formatMoment(time: string, zone: Zone, now: number): string {
  if (dayOf(time, zone.timeZone) === dayOf(now, zone.timeZone)) return formatTime(time, zone);
  return new Intl.DateTimeFormat(regional(zone.locale), {
    timeZone: zone.timeZone,
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(time));
}

/** Seconds as `1:05` or `1:02:05`; the same in both languages. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = `${hours > 0 ? String(minutes).padStart(2, "0") : minutes}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}

/** A local day and time of the business, as `2026-11-27` and `15:30:00`: "Friday, November 27, 3:30 p.m.". */
export const formatAppointment = (date: string, time: string, locale: Locale): string =>
  new Intl.DateTimeFormat(regional(locale), {
    timeZone: "UTC",
    weekday: "long",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
  }).format(new Date(`${date}T${time}Z`));
