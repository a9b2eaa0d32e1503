import type { Locale } from "../../../catalogue/types.ts";
import { type Asked, askedOf, completed } from "./asked.ts";
import { bearingOf } from "./bearing.ts";
import { dayOf } from "./calendar.ts";
import { type Choice, choose, isPart, isTime, movesTo } from "./choose.ts";
import { chooseDate } from "./days.ts";
import type { Found, LooseFound, PartFound, PartName, Scene, TimeFound } from "./found.ts";
import { isJoiner } from "./found.ts";
import { type Hours, inPart } from "./parts.ts";
import { boundOf, present } from "./present.ts";
import { type Frame, scan } from "./scan.ts";
import { as } from "./signs.ts";

export type WhenContext = {
  locale: Locale;
  /** The local time at the business, "2019-03-01T09:00". */
  now: string;
  /** The question that is being answered. */
  asked?: string | undefined;
  /** Opening hours, which decide what "at four" means; 09:00 to 18:00 when not given. */
  open?: { from: string; to: string } | undefined;
};

export type When = {
  /** The day meant, "2019-03-05"; null when none, or more than one, was. */
  date: string | null;
  /** The local time meant, "15:45"; null likewise. */
  time: string | null;
  /** Days when a week, a weekend, a month or "Monday to Wednesday" was said. */
  dateRange?: { from: string; to: string };
  /** Times when a part of the day or "between two and four" was said, or what "after four" leaves. */
  timeRange?: { from: string; to: string };
  /** The part of the day, as a whole, said when no time was; "open" is first thing, "close" the end of the business's day. */
  part?: PartName;
  bound?: "after" | "before";
  /** Any day, or any time, will do. */
  any?: ("date" | "time")[];
  /** As soon as there is room. */
  soonest?: true;
  /** The readings between which the utterance leaves the choice. */
  ambiguous?: { date?: string; time?: string }[];
  /** Ruled out by the caller: "not the 5th". */
  excluded?: { date?: string; time?: string }[];
  /** Minutes from now, when the time was counted so ("in two hours"): see `inZone` for nights the clocks change. */
  fromNow?: number;
  /** Told by `inZone`: the clocks change on that day so that this time is skipped, or comes twice. */
  clocks?: "skipped" | "repeated";
  /** 0 when nothing was understood, 1 when it was said in full; below 0.7 it should be asked again. */
  confidence: number;
};

/**
 * Understands a date and a time as people say them, in English and French. Pure, and linear in the text's length;
 * any text gets an answer. It reckons on the wall's clock; who knows the zone passes the answer on to `inZone`.
 * @throws RangeError when `now` or `open` is not what it should be.
 */
export function understandWhen(text: string, context: WhenContext): When {
  const { today, now } = readNow(context.now);
  const open = readOpen(context.open);
  const { locale, asked: question = "" } = context;
  const frame = { today, now, locale };
  const asked = askedOf(question, scanQuestion(question, frame), open);
  const scene = scan(text, { ...frame, expects: asked.expects });
  const parts = choose(scene, partsOf(scene), (a, b) => a.name === b.name && a.edge === b.edge);
  const date = chooseDate(scene, asked);
  const times = chooseTimes(scene, asked, parts.meant);
  return present({ scene, asked, open, date, times, part: parts.meant });
}

/** The parts of the day said; "first thing tomorrow morning" is its first thing. */
const partsOf = ({ signs, found }: Scene): PartFound[] =>
  found.filter(isPart).filter(({ start }, at, parts) => {
    const before = parts[at - 1];
    if (before?.name !== "open" && before?.name !== "close") return true;
    const between = signs.slice(before.end, start);
    return between.length > 3 || between.some((sign) => as(sign, "or") || as(sign, "correct"));
  });

/** A question's plain numbers are times only when nothing else was found in it: "5 or 6?". */
function scanQuestion(question: string, frame: Omit<Frame, "expects">): Scene {
  const scene = scan(question, { ...frame, expects: NOTHING });
  if (scene.found.length > 0 || scene.signs.length > 4) return scene;
  return scan(question, { ...frame, expects: { ...NOTHING, time: true } });
}

const NOTHING = { time: false, date: false, count: false, choice: false, timed: false };

function chooseTimes(scene: Scene, asked: Asked, part: PartFound | null): Choice<TimeFound> {
  const said = scene.found.flatMap((found) => (isTime(found) ? [found] : []));
  // "Move my nine o'clock to the afternoon": the time is the old one.
  if (part && said.length === 1 && said[0] && said[0].end < part.start && movesTo(scene, said[0], part))
    return { meant: null, span: null, either: [], excluded: said };
  const strong = said.filter(
    (time) => time.strength >= 2 && bearingOf(scene, scene.found.indexOf(time)) !== "circumstance",
  );
  const chosen = choose(scene, strong.length > 0 ? strong : said, (a, b) => a.minutes === b.minutes);
  const choice = withinBounds(scene, said, chosen);
  if (said.length > 0) return choice;
  const [offered] = asked.halves ? asked.times : [];
  if (offered && part)
    return {
      ...choice,
      meant: { ...offered, minutes: inPart(offered.minutes % 720, part.name), settled: true },
    };
  const loose = scene.found.find((found): found is LooseFound => isLooseTime(found));
  // "This time tomorrow", "demain à la même heure": the clock's time now, when no other was spoken of.
  if (loose?.kind === "sameTime" && asked.times.length === 0 && isNow(scene)) {
    const { start, end } = loose;
    const meant = { kind: "time", start, end, minutes: scene.now, settled: true, strength: 3 } as const;
    return { ...choice, meant };
  }
  const [one, ...others] = loose ? completed(loose, asked) : [];
  return {
    ...choice,
    meant: others.length === 0 ? (one ?? null) : null,
    either: one && others.length > 0 ? [one, ...others] : [],
  };
}

/** A day was named, and no appointment whose time could be the same. */
const isNow = ({ found, signs }: Scene): boolean =>
  found.some(({ kind }) => kind === "date") &&
  !signs.some((sign) => as(sign, "moved") || as(sign, "background"));

const BUT = /^(but|and|mais|et|pis)$/;

/** "Around three but no later than four" means three; "after two but before five" what lies between. */
function withinBounds(scene: Scene, said: TimeFound[], choice: Choice<TimeFound>): Choice<TimeFound> {
  const { meant } = choice;
  const bound = meant && boundOf(scene, meant);
  const before = meant && said[said.indexOf(meant) - 1];
  if (!bound || !before || choice.excluded.includes(before)) return choice;
  const between = scene.signs.slice(before.end, meant.start);
  const one = between.every(
    (sign) => isJoiner(sign) || as(sign, "before") || as(sign, "after") || BUT.test(sign.text),
  );
  if (!one || between.length > 6) return choice;
  if (bearingOf(scene, scene.found.indexOf(before)) !== "meant") return choice;
  const other = boundOf(scene, before);
  if (!other) return { ...choice, meant: before };
  return other === bound
    ? choice
    : { ...choice, meant: null, span: other === "after" ? [before, meant] : [meant, before] };
}

const isLooseTime = ({ kind }: Found): boolean =>
  kind === "minutes" || kind === "meridiem" || kind === "sameTime" || kind === "shift";

const MINUTES = /^([01]\d|2[0-4]):([0-5]\d)/;

function minutesOf(time: string, what: string): number {
  const [, hours, minutes] = MINUTES.exec(time) ?? [];
  if (hours === undefined) throw new RangeError(`${what} is not a time of day: ${JSON.stringify(time)}`);
  return Number(hours) * 60 + Number(minutes);
}

function readNow(now: string): { today: number; now: number } {
  const [, year, month, date, time] = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](.+))?$/.exec(now) ?? [];
  const today = dayOf(Number(year), Number(month), Number(date));
  if (today === null || year === undefined)
    throw new RangeError(`now is not a local date and time: ${JSON.stringify(now)}`);
  return { today, now: time === undefined ? 0 : Math.min(1439, minutesOf(time, "now")) };
}

const readOpen = (open: WhenContext["open"]): Hours => ({
  from: minutesOf(open?.from ?? "09:00", "open.from"),
  to: minutesOf(open?.to ?? "18:00", "open.to"),
});
