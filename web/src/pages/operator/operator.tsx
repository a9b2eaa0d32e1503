import { Badge, Button, Code, Group, Stack, Text } from "@mantine/core";
import { IconMoodCheck, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  discardDeadLetterContract,
  type listDeadLettersContract,
  retryDeadLetterContract,
} from "../../../../functions/domain/operations/contracts.ts";
import type { ResponseOf } from "../../../../functions/platform/contract.ts";
import { useMe } from "../../api/hooks.ts";
import { type DeadLetterStatus, deadLettersQuery } from "../../api/queries.ts";
import { useWrite } from "../../api/use-write.ts";
import { NothingHere } from "../../app/fallbacks.tsx";
import { FilterChips } from "../../components/filter-chips.tsx";
import { Moment } from "../../components/moment.tsx";
import { Page } from "../../components/page.tsx";
import { PagedList } from "../../components/paged-list.tsx";
import { Nothing } from "../../components/states.tsx";
import { useToast } from "../../components/use-toast.tsx";

type DeadLetter = ResponseOf<typeof listDeadLettersContract>["items"][number];

const STATUSES = ["open", "retried", "discarded"] as const;

/** Jobs that gave up, for whoever runs the installation. */
export default function Operator() {
  return useMe().operator ? <DeadLetters /> : <NothingHere />;
}

function DeadLetters() {
  const { t } = useTranslation();
  const [status, setStatus] = useState<DeadLetterStatus | undefined>("open");
  const query = useInfiniteQuery(deadLettersQuery(status));
  return (
    <Page title={t("operator.title")} lead={t("operator.lead")}>
      <FilterChips
        label={t("operator.filter")}
        value={status}
        options={STATUSES}
        name={(one) => t(`operator.status.${one}`)}
        onChange={(next) => setStatus(next)}
      />
      <PagedList
        query={query}
        label={t("operator.title")}
        empty={
          <Nothing icon={<IconMoodCheck />} title={t("operator.empty")} text={t("operator.emptyText")} />
        }
      >
        {(letter) => <Row letter={letter} />}
      </PagedList>
    </Page>
  );
}

function Row({ letter }: { letter: DeadLetter }) {
  const { t } = useTranslation();
  return (
    <Stack gap={6} p="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Group gap="xs">
            <Text fw={600}>{letter.job}</Text>
            <Badge color={letter.status === "open" ? "red" : "gray"} variant="light" tt="none">
              {t(`operator.status.${letter.status}`)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed">
            <Moment time={letter.createdAt} /> · {t("operator.attempts", { count: letter.attempts })}
            {letter.httpStatus !== null && ` · ${t("operator.httpStatus", { status: letter.httpStatus })}`}
          </Text>
        </div>
        {letter.status === "open" && <Actions letter={letter} />}
      </Group>
      <Text size="sm" style={{ overflowWrap: "anywhere" }}>
        {letter.error}
      </Text>
      <details>
        <summary>
          <Text span size="sm">
            {t("operator.payload")}
          </Text>
        </summary>
        <Code block tabIndex={0} aria-label={t("operator.payload")}>
          {JSON.stringify(letter.payload, null, 2)}
        </Code>
      </details>
    </Stack>
  );
}

function Actions({ letter: { id, job } }: { letter: DeadLetter }) {
  const { t } = useTranslation();
  const toast = useToast();
  const retry = useWrite(retryDeadLetterContract, {
    stale: ["deadLetters"],
    onDone: () => toast(t("operator.retriedToast")),
  });
  const discard = useWrite(discardDeadLetterContract, {
    stale: ["deadLetters"],
    onDone: () => toast(t("operator.discardedToast")),
  });
  return (
    <Group gap="xs">
      <Button
        size="compact-sm"
        leftSection={<IconRefresh size={16} aria-hidden />}
        aria-label={t("operator.retryLabel", { job })}
        loading={retry.pending}
        onClick={() => void retry.send({ params: { id } })}
      >
        {t("operator.retry")}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconTrash size={16} aria-hidden />}
        aria-label={t("operator.discardLabel", { job })}
        loading={discard.pending}
        onClick={() => void discard.send({ params: { id } })}
      >
        {t("operator.discard")}
      </Button>
    </Group>
  );
}
