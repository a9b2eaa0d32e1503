import { Button, Menu, Text } from "@mantine/core";
import { IconBuildingStore, IconChevronDown, IconLogout, IconPlus } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { merchantChoice } from "../../api/api.ts";
import { useChosenMerchantId, useMe } from "../../api/hooks.ts";
import { useSignOut } from "../use-sign-out.ts";

/** Which business is shown, the others, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const chosen = useChosenMerchantId();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const others = me.memberships.filter(({ merchantId }) => merchantId !== chosen);
  const current = me.memberships.find(({ merchantId }) => merchantId === chosen);

  const show = (merchantId: string) => {
    merchantChoice.set(merchantId);
    void navigate({ to: "/" });
  };
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          maw={230}
          miw={0}
          style={{ flexShrink: 1 }}
          px="xs"
          aria-label={t("common.account")}
          rightSection={<IconChevronDown size={16} />}
        >
          <Text span inherit lh={1.5} truncate>
            {current?.name ?? me.user.email}
          </Text>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.user.email}</Menu.Label>
        {others.map(({ merchantId, name }) => (
          <Menu.Item
            key={merchantId}
            leftSection={<IconBuildingStore size={16} />}
            onClick={() => show(merchantId)}
          >
            {name}
          </Menu.Item>
        ))}
        <Menu.Item
          leftSection={<IconPlus size={16} />}
          onClick={() =>
            void navigate({ to: "/onboarding/$step", params: { step: "profile" }, search: { new: true } })
          }
        >
          {t("common.newMerchant")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={signOut}>
          {t("common.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
