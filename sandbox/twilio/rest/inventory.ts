import { ownedNumber, type World } from "../books.ts";
import { PLACES, type Place, TOLL_FREE_CODES } from "../geography.ts";

/** A number that can be bought. All of them end in 555-01xx, which the numbering plan never gives to anybody. */
export type Offered = { phoneNumber: string; areaCode: string; type: "local" | "tollfree"; place?: Place };

const PER_AREA = 100;

/** Every number on offer, in the same order each time: the first of each area, then the second of each, and so on. */
function* everyNumber(): Generator<Offered> {
  for (let i = 0; i < PER_AREA; i += 1) {
    const line = String(100 + i).padStart(4, "0");
    for (const [areaCode, place] of PLACES)
      yield { phoneNumber: `+1${areaCode}555${line}`, areaCode, type: "local", place };
    for (const areaCode of TOLL_FREE_CODES)
      yield { phoneNumber: `+1${areaCode}555${line}`, areaCode, type: "tollfree" };
  }
}

export type Search = {
  country: string;
  type: "local" | "tollfree";
  areaCode?: string;
  contains?: string;
  region?: string;
  locality?: string;
  limit: number;
};

export function searchNumbers(world: World, search: Search): Offered[] {
  const pattern = search.contains ? patternOf(search.contains) : undefined;
  const found: Offered[] = [];
  for (const offered of everyNumber()) {
    if (found.length >= search.limit) break;
    const { place } = offered;
    const fits =
      offered.type === search.type &&
      (offered.type === "tollfree" || place?.country === search.country) &&
      (!search.areaCode || offered.areaCode === search.areaCode) &&
      (!search.region || place?.region === search.region.toUpperCase()) &&
      (!search.locality || place?.city === search.locality.toUpperCase()) &&
      (!pattern || pattern.test(offered.phoneNumber));
    if (fits && !ownedNumber(world, offered.phoneNumber)) found.push(offered);
  }
  return found;
}

/** The number on offer; undefined when it is taken, or was never the sandbox's to sell. */
export function offeredNumber(world: World, phoneNumber: string): Offered | undefined {
  if (ownedNumber(world, phoneNumber) || !/^\+1\d{3}55501\d{2}$/.test(phoneNumber)) return undefined;
  const areaCode = phoneNumber.slice(2, 5);
  const place = PLACES.get(areaCode);
  if (place) return { phoneNumber, areaCode, type: "local", place };
  return (TOLL_FREE_CODES as readonly string[]).includes(areaCode)
    ? { phoneNumber, areaCode, type: "tollfree" }
    : undefined;
}

const KEYPAD = ["ABC2", "DEF3", "GHI4", "JKL5", "MNO6", "PQRS7", "TUV8", "WXYZ9"];

/** `Contains`: digits, letters as on a keypad, `*` for any one digit; matched anywhere in the number. */
function patternOf(contains: string): RegExp {
  const digits = [...contains.toUpperCase()].map((sign) => {
    if (/\d/.test(sign)) return sign;
    if (sign === "*") return "\\d";
    return KEYPAD.find((keys) => keys.includes(sign))?.at(-1) ?? "";
  });
  return new RegExp(digits.join(""));
}
