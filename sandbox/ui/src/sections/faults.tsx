import { Button, Group, NativeSelect, NumberInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { api, type Fault, type FaultKind } from "../api.ts";
import { Live, useAction, useLive } from "../parts/live.tsx";
import { useWords } from "../words.tsx";

const PROVIDERS = ["twilio", "stripe", "qstash", "redis", "smtp"];
const KINDS: FaultKind[] = ["status", "timeout", "drop", "duplicate", "reorder", "delay"];

const PRESETS = {
  sms: { provider: "twilio", path: "/Messages", kind: "status", value: 503, count: 3 },
  lost: { provider: "twilio", path: "/Messages", kind: "drop", count: 1 },
  stripe: { provider: "stripe", path: "/v1/", kind: "status", value: 503, count: 2 },
  twice: { provider: "stripe", path: "webhook", kind: "duplicate", count: 1 },
  mail: { provider: "smtp", kind: "status", value: 451, count: 2 },
} as const satisfies Record<string, Fault>;

/** Switches for everything that can go wrong at a provider. */
export function FaultsSection() {
  const { words } = useWords();
  const faults = useLive(["faults"], api.faults);
  const add = useAction((fault: Fault) => api.addFault(fault));
  const clear = useAction(() => api.clearFaults());
  return (
    <Stack gap="xl">
      <section>
        <Title order={3} size="h4" mb="xs">
          {words.faults.active}
        </Title>
        <Live of={faults} empty={words.faults.none} isEmpty={(list) => list.length === 0}>
          {(list) => (
            <Stack align="flex-start">
              <ul className="plain full">
                {list.map((fault) => (
                  <ActiveFault key={`${fault.provider}-${fault.path}-${fault.kind}`} fault={fault} />
                ))}
              </ul>
              <Button variant="default" size="xs" onClick={() => clear.mutate()}>
                {words.faults.clear}
              </Button>
            </Stack>
          )}
        </Live>
      </section>
      <section>
        <Title order={3} size="h4" mb="xs">
          {words.faults.ready}
        </Title>
        <Group gap="xs">
          {(Object.keys(PRESETS) as (keyof typeof PRESETS)[]).map((name) => (
            <Button key={name} variant="default" size="sm" onClick={() => add.mutate(PRESETS[name])}>
              {words.faults.presets[name]}
            </Button>
          ))}
        </Group>
      </section>
      <FaultForm onAdd={(fault) => add.mutate(fault)} busy={add.isPending} />
    </Stack>
  );
}

function ActiveFault({ fault }: { fault: Fault }) {
  const { words } = useWords();
  return (
    <li className="row">
      <span>
        <strong>{fault.provider}</strong> {fault.path && <code>{fault.path}</code>} ·{" "}
        {words.faults.kinds[fault.kind]}
        {fault.value !== undefined && ` (${fault.value})`}
      </span>
      <Text size="sm" c="gray.7" component="span">
        {words.faults.times(fault.count)}
      </Text>
    </li>
  );
}

function FaultForm({ onAdd, busy }: { onAdd(fault: Fault): void; busy: boolean }) {
  const { words } = useWords();
  const [provider, setProvider] = useState("twilio");
  const [path, setPath] = useState("");
  const [kind, setKind] = useState<FaultKind>("status");
  const [value, setValue] = useState<number | string>(503);
  const [count, setCount] = useState<number | string>(1);
  const valued = kind === "status" || kind === "timeout" || kind === "delay";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAdd({
      provider,
      kind,
      count: Number(count) || 1,
      ...(path.trim() ? { path: path.trim() } : {}),
      ...(valued && Number(value) ? { value: Number(value) } : {}),
    });
  };
  const chooseKind = (next: FaultKind) => {
    setKind(next);
    setValue(next === "status" ? 503 : next === "timeout" ? 30_000 : 5_000);
  };

  return (
    <form onSubmit={submit} className="fault-form">
      <Text c="gray.8">{words.faults.intro}</Text>
      <NativeSelect
        label={words.faults.provider}
        data={PROVIDERS}
        value={provider}
        onChange={(event) => setProvider(event.currentTarget.value)}
      />
      <TextInput
        label={words.faults.path}
        placeholder={words.faults.pathHint}
        value={path}
        onChange={(event) => setPath(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.faults.kind}
        value={kind}
        data={KINDS.map((one) => ({ value: one, label: words.faults.kinds[one] }))}
        onChange={(event) => {
          const next = KINDS.find((one) => one === event.currentTarget.value);
          if (next) chooseKind(next);
        }}
      />
      {valued && (
        <NumberInput
          label={kind === "status" ? words.faults.value : words.faults.milliseconds}
          value={value}
          onChange={setValue}
          min={kind === "status" ? 200 : 1}
          max={kind === "status" ? 599 : 600_000}
          hideControls
        />
      )}
      <NumberInput
        label={words.faults.count}
        value={count}
        onChange={setCount}
        min={1}
        max={100_000}
        hideControls
      />
      <Button type="submit" loading={busy}>
        {words.faults.add}
      </Button>
    </form>
  );
}
