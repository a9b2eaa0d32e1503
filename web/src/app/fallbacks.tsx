import { Button, Center, Container, Loader, Stack, Text, Title } from "@mantine/core";
import { IconMoodConfuzed, IconPlugConnectedX } from "@tabler/icons-react";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/errors.ts";
import { LinkButton } from "../components/links.tsx";
import { LoadFailed, Nothing } from "../components/states.tsx";

/** While a page's code or first data is on its way. */
export function PagePending() {
  const { t } = useTranslation();
  return (
    <Center mih="50dvh">
      <Loader aria-label={t("common.loading")} role="status" />
    </Center>
  );
}

/** An address that leads nowhere, as a page of its own. */
export function PageMissing() {
  return (
    <main>
      <NothingHere />
    </main>
  );
}

/** The same inside a page's frame. */
export function NothingHere() {
  const { t } = useTranslation();
  return (
    <Container size="sm" py="xl">
      <Stack align="center" gap="md" ta="center">
        <IconMoodConfuzed size={56} stroke={1.3} aria-hidden />
        <Title order={1} size="h2">
          {t("common.notFound.title")}
        </Title>
        <Text c="dimmed">{t("common.notFound.text")}</Text>
        <LinkButton to="/">{t("common.notFound.home")}</LinkButton>
      </Stack>
    </Container>
  );
}

/** A page whose data did not load, or that broke. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Container size="sm" py="xl">
      {error instanceof ApiError ? (
        <LoadFailed error={error} retry={retry} />
      ) : (
        <Nothing icon={<IconPlugConnectedX />} title={t("common.crash.title")} text={t("common.crash.text")}>
          <Button mt="md" onClick={() => location.reload()}>
            {t("common.crash.reload")}
          </Button>
        </Nothing>
      )}
    </Container>
  );
}
