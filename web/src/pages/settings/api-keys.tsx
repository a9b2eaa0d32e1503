import { Badge, Button, Group, Stack, Text } from "@mantine/core";
import { IconKey, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type listKeysContract,
  revokeKeyContract,
} from "../../../../functions/domain/merchants/contracts.ts";
import type { ResponseOf } from "../../../../functions/platform/contract.ts";
import { useMerchantId } from "../../api/hooks.ts";
import { apiKeysQuery } from "../../api/queries.ts";
import { useWrite } from "../../api/use-write.ts";
import { Confirm } from "../../components/confirm.tsx";
import { Moment } from "../../components/moment.tsx";
import { Section } from "../../components/section.tsx";
import { Loaded, Nothing } from "../../components/states.tsx";
import { useToast } from "../../components/use-toast.tsx";
import { CreateKey } from "./create-key.tsx";

type Key = ResponseOf<typeof listKeysContract>["items"][number];

/** The merchant's API keys: made, seen, revoked. */
export function ApiKeys() {
  const { t } = useTranslation();
  const query = useQuery(apiKeysQuery(useMerchantId()));
  const [creating, setCreating] = useState(false);
  const add = (
    <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>
      {t("settings.keys.create")}
    </Button>
  );
  return (
    <Section title={t("settings.tabs.keys")} lead={t("settings.keys.lead")} action={add} padded={false}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing icon={<IconKey />} title={t("settings.keys.empty")} />
          ) : (
            <ul className="cw-list">
              {items.map((key) => (
                <KeyRow key={key.id} apiKey={key} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {creating && <CreateKey onClose={() => setCreating(false)} />}
    </Section>
  );
}

function KeyRow({ apiKey }: { apiKey: Key }) {
  const { t } = useTranslation();
  return (
    <li style={{ padding: "12px var(--mantine-spacing-md)" }}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Text fw={600}>
            {apiKey.name}{" "}
            <Text span ff="monospace" size="sm" c="dimmed">
              {apiKey.prefix}…
            </Text>
          </Text>
          <Text size="sm">{apiKey.scopes.map((scope) => t(`settings.keys.scope.${scope}`)).join(" · ")}</Text>
          <Text size="sm" c="dimmed">
            {apiKey.lastUsedAt ? (
              <>
                {t("settings.keys.lastUsed")} <Moment time={apiKey.lastUsedAt} />
              </>
            ) : (
              t("settings.keys.neverUsed")
            )}
          </Text>
        </Stack>
        {apiKey.revokedAt ? (
          <Badge color="gray" variant="light" tt="none">
            {t("settings.keys.revoked")}
          </Badge>
        ) : (
          <Revoke apiKey={apiKey} />
        )}
      </Group>
    </li>
  );
}

function Revoke({ apiKey: { id, name } }: { apiKey: Key }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const revoke = useWrite(revokeKeyContract, {
    stale: ["apiKeys"],
    onDone: () => toast(t("settings.keys.revokedToast")),
  });
  const confirm = async () => {
    await revoke.send({ params: { id } });
    setAsking(false);
  };
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t("settings.keys.revoke")}
      </Button>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("settings.keys.revokeTitle", { name })}
        text={t("settings.keys.revokeText")}
        confirm={t("settings.keys.revoke")}
        keep={t("settings.keys.keep")}
        pending={revoke.pending}
        onConfirm={() => void confirm()}
      />
    </>
  );
}
