import { Button, Group, Modal, NativeSelect, Radio, Stack, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { api } from "../api.ts";
import { timeOf } from "../parts/format.ts";
import { useAction, useLive } from "../parts/live.tsx";
import { useWords } from "../words.tsx";

const SCALES = [1, 10, 60, 600, 3600];

/** How fast the providers' clocks run, and a way to begin again. */
export function TimeSection() {
  const { words, language } = useWords();
  const clock = useLive(["time"], api.time);
  const set = useAction((scale: number) => api.setTime(scale));
  const scale = clock.data?.scale ?? 1;
  const scales = SCALES.includes(scale) ? SCALES : [...SCALES, scale].sort((a, b) => a - b);
  return (
    <Stack gap="xl">
      <section>
        <NativeSelect
          maw={420}
          label={words.time.scale}
          description={words.time.scaleHint}
          value={String(scale)}
          data={scales.map((one) => ({
            value: String(one),
            label: one === 1 ? words.time.real : words.time.times(String(one)),
          }))}
          onChange={(event) =>
            set.mutate(Number(event.currentTarget.value), {
              onSuccess: () => notifications.show({ withCloseButton: false, message: words.time.set }),
            })
          }
        />
        {clock.data && (
          <Text size="sm" c="gray.7" mt="xs">
            {words.time.clock(timeOf(clock.data.now, language))}
          </Text>
        )}
      </section>
      <Reset />
    </Stack>
  );
}

function Reset() {
  const { words } = useWords();
  const [opened, dialog] = useDisclosure(false);
  const [what, setWhat] = useState<"traffic" | "everything">("traffic");
  const reset = useAction(() => api.reset(what));
  const confirm = () =>
    reset.mutate(undefined, {
      onSuccess: () => {
        dialog.close();
        notifications.show({ withCloseButton: false, message: words.time.done });
      },
    });
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {words.time.reset}
      </Title>
      <Radio.Group
        value={what}
        onChange={(value) => setWhat(value === "everything" ? "everything" : "traffic")}
        label={words.time.what}
      >
        <Stack gap="xs" my="xs">
          <Radio value="traffic" label={words.time.traffic} />
          <Radio value="everything" label={words.time.everything} />
        </Stack>
      </Radio.Group>
      <Button color="red.8" variant="outline" onClick={dialog.open}>
        {words.time.reset}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={words.time.confirm}
        closeButtonProps={{ "aria-label": words.close }}
      >
        <Text mb="md">{what === "everything" ? words.time.everythingText : words.time.trafficText}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={dialog.close} data-autofocus>
            {words.time.no}
          </Button>
          <Button color="red.8" onClick={confirm} loading={reset.isPending}>
            {words.time.yes}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}
