import { Alert, Button, EmptyState, Skeleton, Stack, Text, VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconCloudOff } from "@tabler/icons-react";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors.ts";
import { useErrorText } from "./use-error-text.ts";

/** Grey bars where rows will be, with a word for those who cannot see them. */
export function LoadingRows({ rows = 4, height = 44 }: { rows?: number; height?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" p="xs" role="status">
      <VisuallyHidden>{t("common.loading")}</VisuallyHidden>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars are all alike and never move
        <Skeleton key={row} height={height} radius="md" />
      ))}
    </Stack>
  );
}

/** What failed to load, what to do, and a way to try again. */
export function LoadFailed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const text = useErrorText();
  const isOffline = error instanceof ApiError && error.code === "offline";
  const reference = error instanceof ApiError ? error.requestId : undefined;
  return (
    <Alert
      color={isOffline ? "gray" : "red"}
      icon={isOffline ? <IconCloudOff /> : <IconAlertTriangle />}
      title={t("errors.loadTitle")}
      m="xs"
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{text(error)}</Text>
        {reference && (
          <Text size="xs" c="dimmed">
            {t("errors.reference", { id: reference })}
          </Text>
        )}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t("common.retry")}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** Nothing here yet, and why that is fine. */
export function Nothing({
  icon,
  title,
  text,
  children,
}: {
  icon: ReactNode;
  title: string;
  text?: string;
  children?: ReactNode;
}) {
  return (
    <EmptyState icon={icon} title={title} description={text} variant="light" size="sm" py="lg">
      {children}
    </EmptyState>
  );
}

type LoadedProps<T> = {
  query: UseQueryResult<T>;
  skeleton?: ReactNode;
  children(data: T): ReactNode;
};

/** A query's data once it is there; until then its skeleton, or what went wrong. Old data outlives a failure. */
export function Loaded<T>({ query, skeleton, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <LoadFailed error={query.error} retry={() => void query.refetch()} />;
  return skeleton ?? <LoadingRows />;
}
