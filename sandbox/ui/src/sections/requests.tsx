import { NativeSelect, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { api, type LoggedRequest } from "../api.ts";
import { colourOf, timeOf } from "../parts/format.ts";
import { Live, useLive } from "../parts/live.tsx";
import { Raw } from "../parts/text.tsx";
import { useWords } from "../words.tsx";

const PROVIDERS = ["twilio", "stripe", "qstash", "redis", "smtp"];
const SHOWN = 100;

/** What went over the wire between the product and its providers, newest first. */
export function RequestsSection() {
  const { words } = useWords();
  const [provider, setProvider] = useState("");
  const requests = useLive(["requests", provider], () => api.requests(provider), 3_000);
  return (
    <Stack>
      <NativeSelect
        label={words.requests.filter}
        maw={260}
        value={provider}
        onChange={(event) => setProvider(event.currentTarget.value)}
        data={[{ value: "", label: words.requests.all }, ...PROVIDERS]}
      />
      <Live of={requests} empty={words.requests.empty} isEmpty={(list) => list.length === 0}>
        {(list) => (
          <ul className="plain">
            {newestFirst(list).map(({ key, request }) => (
              <Entry key={key} request={request} />
            ))}
          </ul>
        )}
      </Live>
    </Stack>
  );
}

/** Requests have no id; their place in a log that only grows will do. */
const newestFirst = (list: LoggedRequest[]) =>
  list
    .map((request, place) => ({ key: `${request.at}/${place}`, request }))
    .slice(-SHOWN)
    .reverse();

function Entry({ request }: { request: LoggedRequest }) {
  const { words, language } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <li className="card">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="request">
            <Text size="sm" fw={700} component="span" c={colourOf(request.status)}>
              {request.status ?? "…"}
            </Text>
            <strong>{request.provider}</strong>
            <span className="request-path">
              {request.method} {request.path}
            </span>
            <Text size="xs" c="gray.7" component="span">
              {request.direction === "to-provider" ? words.requests.out : words.requests.in} ·{" "}
              {timeOf(request.at, language)}
            </Text>
          </span>
        </summary>
        {open && (
          <Stack gap="xs" mt="xs">
            <Text size="sm" fw={600}>
              {words.requests.headers}
            </Text>
            <Raw text={JSON.stringify(request.headers)} label={words.requests.headers} />
            <Text size="sm" fw={600}>
              {words.requests.body}
            </Text>
            <Raw text={request.body || words.requests.none} label={words.requests.body} />
            {request.response && (
              <>
                <Text size="sm" fw={600}>
                  {words.requests.response}
                </Text>
                <Raw text={request.response} label={words.requests.response} />
              </>
            )}
          </Stack>
        )}
      </details>
    </li>
  );
}
