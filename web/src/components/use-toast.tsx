import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { newId } from "../api/api.ts";
import { useErrorText } from "./use-error-text.ts";

/** Long enough to read and reach for "undo". */
const WITH_UNDO_MS = 9000;

/** Says that something was done; with `undo` it offers to take it back. */
export function useToast(): (message: string, undo?: () => unknown) => void {
  const { t } = useTranslation();
  return (message, undo) => {
    const id = newId();
    const takeBack = () => {
      notifications.hide(id);
      undo?.();
    };
    notifications.show({
      id,
      color: "pine",
      withBorder: true,
      autoClose: undo ? WITH_UNDO_MS : 4000,
      closeButtonProps: { "aria-label": t("common.close") },
      message: (
        <Group justify="space-between" wrap="nowrap" gap="sm">
          <Text size="sm">{message}</Text>
          {undo && (
            <Button size="compact-sm" variant="light" onClick={takeBack}>
              {t("common.undo")}
            </Button>
          )}
        </Group>
      ),
    });
  };
}

/** Says that something failed and what to do. */
export function useFailureToast(): (error: unknown) => void {
  const { t } = useTranslation();
  const text = useErrorText();
  return (error) => {
    notifications.show({
      color: "red",
      withBorder: true,
      autoClose: 8000,
      title: t("errors.title"),
      message: text(error),
      closeButtonProps: { "aria-label": t("common.close") },
    });
  };
}
