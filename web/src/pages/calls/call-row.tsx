import { Group, Text } from "@mantine/core";
import type { CallSummary } from "../../../../functions/domain/calls/contracts.ts";
import { CallBadge, isGoingOn } from "../../components/badges.tsx";
import { Moment } from "../../components/moment.tsx";
import { RowLink } from "../../components/row-link.tsx";
import { useNow } from "../../components/use-now.ts";
import { useWho } from "../../components/who.ts";
import { formatDuration } from "../../format/time.ts";

/** A call in a list; one that goes on has a beating dot and a running clock. */
export function CallRow({ call }: { call: CallSummary }) {
  const who = useWho();
  const goesOn = isGoingOn(call);
  return (
    <RowLink to="/calls/$id" params={{ id: call.id }}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
          {goesOn && <span className="cw-pulse" style={{ flexShrink: 0 }} aria-hidden />}
          <div style={{ minWidth: 0 }}>
            <Text fw={600} truncate>
              {who(call.from)}
            </Text>
            <Text size="sm" c="dimmed" truncate>
              <Moment time={call.startedAt} />
              {call.durationSeconds !== null && !goesOn && ` · ${formatDuration(call.durationSeconds)}`}
              {goesOn && <Clock since={call.startedAt} />}
              {call.summary && ` · ${call.summary}`}
            </Text>
          </div>
        </Group>
        <CallBadge call={call} />
      </Group>
    </RowLink>
  );
}

function Clock({ since }: { since: string }) {
  const now = useNow(1000);
  return <> · {formatDuration((now - Date.parse(since)) / 1000)}</>;
}
