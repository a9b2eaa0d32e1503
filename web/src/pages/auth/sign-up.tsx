import { Alert, Text } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { signUpContract } from "../../../../functions/domain/accounts/contracts.ts";
import { session } from "../../api/api.ts";
import { ApiError } from "../../api/errors.ts";
import { useWrite } from "../../api/use-write.ts";
import { LinkText } from "../../components/links.tsx";
import { useErrorText } from "../../components/use-error-text.ts";
import { AuthFrame } from "./auth-frame.tsx";
import { CredentialsForm } from "./credentials-form.tsx";

/** Create an account, then straight into the set-up, or to the inbox where addresses are confirmed first. */
export default function SignUp() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const [confirmAt, setConfirmAt] = useState<string | null>(null);
  const signUp = useWrite(signUpContract, {
    quiet: true,
    onDone(answer, { body }) {
      if (!answer.session) return setConfirmAt(body.email);
      session.set(answer.session);
      void navigate({ to: "/onboarding/$step", params: { step: "profile" } });
    },
  });
  const exists = signUp.error instanceof ApiError && signUp.error.code === "conflict";
  const problem = exists ? t("auth.signUp.exists") : signUp.error && errorText(signUp.error);
  return (
    <AuthFrame title={t("auth.signUp.title")} lead={t("auth.signUp.lead")}>
      {confirmAt ? (
        <Alert icon={<IconMail />} title={t("auth.signUp.confirm")} role="status">
          {t("auth.signUp.confirmText", { email: confirmAt })}
        </Alert>
      ) : (
        <CredentialsForm
          submit={t("auth.signUp.submit")}
          isNew
          pending={signUp.pending}
          problem={problem}
          onSubmit={(credentials) => void signUp.send({ body: credentials })}
        />
      )}
      <Text mt="lg" size="sm">
        {t("auth.signUp.other")}{" "}
        <LinkText to="/signin" underline="always">
          {t("auth.signUp.otherLink")}
        </LinkText>
      </Text>
    </AuthFrame>
  );
}
