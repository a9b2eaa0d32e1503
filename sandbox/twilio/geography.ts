/** Where an area code is, as Twilio says it: capital letters, two-letter region and country. */
export type Place = { city: string; region: string; country: "CA" | "US"; postalCode: string };

const CANADA = `514 MONTREAL QC H2X; 438 MONTREAL QC H3B; 450 LAVAL QC H7T; 579 LONGUEUIL QC J4K; 418 QUEBEC QC G1R;
581 QUEBEC QC G1K; 819 GATINEAU QC J8X; 873 SHERBROOKE QC J1H; 416 TORONTO ON M5V; 647 TORONTO ON M4W;
437 TORONTO ON M6K; 905 MISSISSAUGA ON L5B; 289 HAMILTON ON L8P; 613 OTTAWA ON K1P; 343 KINGSTON ON K7L;
519 LONDON ON N6A; 604 VANCOUVER BC V6B; 778 SURREY BC V3T; 236 BURNABY BC V5H; 250 VICTORIA BC V8W;
403 CALGARY AB T2P; 587 RED DEER AB T4N; 780 EDMONTON AB T5J; 204 WINNIPEG MB R3C; 306 REGINA SK S4P;
902 HALIFAX NS B3J; 506 MONCTON NB E1C; 709 ST. JOHN'S NL A1C`;

const UNITED_STATES = `212 NEW YORK NY 10001; 646 NEW YORK NY 10011; 718 BROOKLYN NY 11201; 518 ALBANY NY 12207;
213 LOS ANGELES CA 90012; 310 SANTA MONICA CA 90401; 415 SAN FRANCISCO CA 94103; 619 SAN DIEGO CA 92101;
312 CHICAGO IL 60601; 617 BOSTON MA 02108; 206 SEATTLE WA 98101; 404 ATLANTA GA 30303; 305 MIAMI FL 33101;
214 DALLAS TX 75201; 713 HOUSTON TX 77002; 512 AUSTIN TX 78701; 215 PHILADELPHIA PA 19103; 802 BURLINGTON VT 05401;
202 WASHINGTON DC 20001; 303 DENVER CO 80202; 602 PHOENIX AZ 85003; 702 LAS VEGAS NV 89101; 503 PORTLAND OR 97204;
207 PORTLAND ME 04101; 603 MANCHESTER NH 03101`;

export const TOLL_FREE_CODES = ["800", "833", "844", "855", "866", "877", "888"] as const;

const parseTable = (table: string, country: Place["country"]): [string, Place][] =>
  table.split(";").map((row) => {
    const parts = row.trim().split(" ");
    const [code = "", ...rest] = parts;
    const postalCode = rest.pop() ?? "";
    const region = rest.pop() ?? "";
    return [code, { city: rest.join(" "), region, country, postalCode }];
  });

/** Area codes the sandbox has numbers in, in the order they are offered. */
export const PLACES: ReadonlyMap<string, Place> = new Map([
  ...parseTable(CANADA, "CA"),
  ...parseTable(UNITED_STATES, "US"),
]);

export function placeOf(phoneNumber: string): Place | undefined {
  return phoneNumber.startsWith("+1") ? PLACES.get(phoneNumber.slice(2, 5)) : undefined;
}

/** `FromCity`, `FromState`, … for the party called `prefix`; nothing for numbers outside the table. */
export function geoParams(
  prefix: "From" | "To" | "Caller" | "Called",
  phoneNumber: string,
): Record<string, string> {
  const place = placeOf(phoneNumber);
  if (!place) return {};
  return {
    [`${prefix}City`]: place.city,
    [`${prefix}State`]: place.region,
    [`${prefix}Zip`]: place.postalCode,
    [`${prefix}Country`]: place.country,
  };
}
