import { Button, Center, Container, Loader } from "@mantine/core";
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

/** An address that leads nowhere. */
export function PageMissing() {
  const { t } = useTranslation();
  return (
    <Container component="main" size="sm" py="xl">
      <Nothing
        icon={<IconMoodConfuzed />}
        title={t("common.notFound.title")}
        text={t("common.notFound.text")}
      >
        <LinkButton to="/" mt="md">
          {t("common.notFound.home")}
        </LinkButton>
      </Nothing>
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
