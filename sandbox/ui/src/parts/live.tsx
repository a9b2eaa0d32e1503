import { Alert, Button, Skeleton, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconMoodEmpty, IconPlugConnectedX } from "@tabler/icons-react";
import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useWords } from "../words.tsx";

/** Reads again every two seconds while the page is looked at. */
export const useLive = <T,>(key: readonly string[], read: () => Promise<T>, everyMs = 2_000) =>
  useQuery({ queryKey: key, queryFn: read, refetchInterval: everyMs });

/** Does something in the sandbox, refreshes what may have changed, and shows its sentence when it fails. */
export function useAction<Input = void, Output = unknown>(act: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  const { words } = useWords();
  return useMutation({
    mutationFn: act,
    onSettled: () => queries.invalidateQueries(),
    onError: (error) =>
      notifications.show({
        withCloseButton: false,
        autoClose: 8_000,
        color: "red",
        title: words.failed,
        message: error.message,
      }),
  });
}

type LiveProps<T> = {
  of: UseQueryResult<T>;
  empty: string;
  isEmpty(data: T): boolean;
  children(data: T): ReactNode;
};

/** Loading, broken, empty or there: the four states of everything this page lists. */
export function Live<T>({ of, empty, isEmpty, children }: LiveProps<T>) {
  const { words } = useWords();
  if (of.data !== undefined && !of.isError) {
    return isEmpty(of.data) ? <Empty text={empty} /> : children(of.data);
  }
  // A query that failed and is tried again is "pending" once more: it must not flicker.
  if (of.isPending && of.errorUpdateCount === 0) {
    return (
      <Stack gap="xs" aria-busy="true">
        {[1, 2, 3].map((line) => (
          <Skeleton key={line} height={44} />
        ))}
      </Stack>
    );
  }
  return (
    <Alert color="red" icon={<IconPlugConnectedX aria-hidden />} title={words.unreachable}>
      <Button size="xs" variant="default" onClick={() => of.refetch()}>
        {words.refresh}
      </Button>
    </Alert>
  );
}

export function Empty({ text }: { text: string }) {
  return (
    <Stack align="center" gap="xs" py="xl" px="md">
      <IconMoodEmpty size={32} stroke={1.4} color="var(--mantine-color-gray-6)" aria-hidden />
      <Text c="gray.7" ta="center">
        {text}
      </Text>
    </Stack>
  );
}
