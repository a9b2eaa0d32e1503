import type { Kernel } from "../../../sandbox/kernel/kernel.ts";
import type { LoggedRequest } from "../../../sandbox/kernel/requests.ts";

/** Every webhook of each call that the carrier sent, by the call's id: the sandbox's own log forgets in a long run. */
export type CallLog = ReadonlyMap<string, readonly LoggedRequest[]>;

export function recordCalls({ requests }: Kernel): CallLog {
  const calls = new Map<string, LoggedRequest[]>();
  const add = requests.add;
  requests.add = (request) => {
    const entry = add(request);
    const sid = entry.direction === "to-product" && /(?:^|&)CallSid=(CA\w+)/.exec(entry.body)?.[1];
    if (sid) calls.set(sid, [...(calls.get(sid) ?? []), entry]);
    return entry;
  };
  return calls;
}
