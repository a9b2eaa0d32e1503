import { useZone } from "../api/hooks.ts";
import { formatDateTime, formatMoment } from "../format/time.ts";
import { useNow } from "./use-now.ts";

/** A moment in the merchant's zone: the time for today, else with its day; in full as its title. */
export function Moment({ time }: { time: string }) {
  const zone = useZone();
  const now = useNow(60_000);
  return (
    <time dateTime={time} title={formatDateTime(time, zone)} style={{ whiteSpace: "nowrap" }}>
      {formatMoment(time, zone, now)}
    </time>
  );
}
