import { Alert, Button, Checkbox, Code, CopyButton, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconCheck, IconCopy, IconKey } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { createKeyContract } from "../../../../functions/domain/merchants/contracts.ts";
import type { RequestOf } from "../../../../functions/platform/contract.ts";
import { useWrite } from "../../api/use-write.ts";
import { checks } from "../../components/validate.ts";

type Body = RequestOf<typeof createKeyContract>["body"];
const SCOPES = createKeyContract.body.shape.scopes.element.options;

/** First what the key is for, then its secret, which is never shown again. */
export function CreateKey({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Modal
      opened
      centered
      onClose={onClose}
      closeOnClickOutside={!secret}
      closeOnEscape={!secret}
      withCloseButton={!secret}
      title={t(secret ? "settings.keys.created" : "settings.keys.create")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {secret ? <Secret secret={secret} onClose={onClose} /> : <KeyForm onCreated={setSecret} />}
    </Modal>
  );
}

function KeyForm({ onCreated }: { onCreated(secret: string): void }) {
  const { t } = useTranslation();
  const form = useForm<Body>({
    initialValues: { name: "", scopes: ["orders:read", "calls:read"] },
    validate: {
      name: checks(t).required,
      scopes: (scopes) => (scopes.length > 0 ? null : t("settings.keys.scopesNeeded")),
    },
  });
  const create = useWrite(createKeyContract, {
    stale: ["apiKeys"],
    onDone: ({ secret }) => onCreated(secret),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((body) => void create.send({ body }))}>
      <Stack>
        <TextInput
          label={t("settings.keys.name")}
          placeholder={t("settings.keys.namePlaceholder")}
          maxLength={120}
          data-autofocus
          {...form.getInputProps("name")}
        />
        <Checkbox.Group label={t("settings.keys.scopes")} {...form.getInputProps("scopes")}>
          <Stack gap="xs" mt="xs">
            {SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={t(`settings.keys.scope.${scope}`)} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Group justify="flex-end">
          <Button type="submit" loading={create.pending}>
            {t("settings.keys.create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Secret({ secret, onClose }: { secret: string; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Alert icon={<IconKey />} color="yellow">
        {t("settings.keys.createdText")}
      </Alert>
      <Code block style={{ overflowWrap: "anywhere", whiteSpace: "pre-wrap" }}>
        {secret}
      </Code>
      <Group justify="space-between">
        <CopyButton value={secret}>
          {({ copied, copy }) => (
            <Button
              variant="light"
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
              onClick={copy}
            >
              {t(copied ? "common.copied" : "common.copy")}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t("settings.keys.done")}</Button>
      </Group>
    </Stack>
  );
}
