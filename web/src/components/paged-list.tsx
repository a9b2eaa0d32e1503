import { Button, Center, Paper } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LoadFailed, LoadingRows } from "./states.tsx";

type Page<T> = { items: T[]; nextCursor: string | null };

type Props<T> = {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  label: string;
  empty: ReactNode;
  children(item: T): ReactNode;
};

/** A list that grows by pages, with its loading, failed and empty states. */
export function PagedList<T extends { id: string }>({ query, label, empty, children }: Props<T>) {
  const { t } = useTranslation();
  const items = query.data?.pages.flatMap((page) => page.items);
  return (
    <Paper withBorder radius="lg" style={{ overflow: "hidden" }}>
      {!items && query.error && <LoadFailed error={query.error} retry={() => void query.refetch()} />}
      {!items && !query.error && <LoadingRows rows={6} />}
      {items?.length === 0 && empty}
      {items && items.length > 0 && (
        <ul className="cw-list" aria-label={label}>
          {items.map((item) => (
            <li key={item.id}>{children(item)}</li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Center p="sm">
          <Button
            variant="default"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t("common.more")}
          </Button>
        </Center>
      )}
    </Paper>
  );
}
