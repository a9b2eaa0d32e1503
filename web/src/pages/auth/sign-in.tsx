import { Text } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { loginContract } from "../../../../functions/domain/accounts/contracts.ts";
import { session } from "../../api/api.ts";
import { ApiError } from "../../api/errors.ts";
import { useWrite } from "../../api/use-write.ts";
import { LinkText } from "../../components/links.tsx";
import { useErrorText } from "../../components/use-error-text.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { CredentialsForm } from "./credentials-form.tsx";

/** Sign in, then on to where the person was going. */
export default function SignIn() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const { next } = useSearch({ from: "/signin" });
  const login = useWrite(loginContract, {
    quiet: true,
    onDone(answer) {
      session.set(answer);
      void navigate({ href: next ?? "/" });
    },
  });
  const isRefused = login.error instanceof ApiError && [400, 401].includes(login.error.status);
  const problem = isRefused ? t("auth.signIn.refused") : login.error && errorText(login.error);
  return (
    <AuthFrame title={t("auth.signIn.title")} lead={t("auth.signIn.lead")}>
      <CredentialsForm
        submit={t("auth.signIn.submit")}
        isNew={false}
        pending={login.pending}
        problem={problem}
        onSubmit={(credentials) => void login.send({ body: credentials })}
      />
      <Text mt="lg" size="sm">
        {t("auth.signIn.other")}{" "}
        <LinkText to="/signup" underline="always">
          {t("auth.signIn.otherLink")}
        </LinkText>
      </Text>
    </AuthFrame>
  );
}
