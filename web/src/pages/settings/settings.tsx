import { Tabs } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useCanManage } from "../../api/hooks.ts";
import { type SettingsTab, settingsTabs } from "../../app/settings-tabs.ts";
import { Page } from "../../components/page.tsx";
import { NumberPanel } from "../number/number-panel.tsx";
import { PaymentsPanel } from "../payments/payments-panel.tsx";
import { ApiKeys } from "./api-keys.tsx";
import { ProfileSettings } from "./profile-settings.tsx";

const PANELS: Record<SettingsTab, () => React.ReactNode> = {
  profile: ProfileSettings,
  number: NumberPanel,
  payments: PaymentsPanel,
  keys: ApiKeys,
};

/** What was set up, to look at and change; keys only for those who may make them. */
export default function Settings() {
  const { t } = useTranslation();
  const { tab = "profile" } = useSearch({ from: "/person/app/settings" });
  const navigate = useNavigate();
  const canManage = useCanManage();
  const shown = settingsTabs.filter((one) => one !== "keys" || canManage);
  return (
    <Page title={t("settings.title")}>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) => {
          const next = settingsTabs.find((one) => one === value);
          void navigate({ to: "/settings", search: { tab: next } });
        }}
      >
        <Tabs.List>
          {shown.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`settings.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {shown.map((one) => {
          const Panel = PANELS[one];
          return (
            <Tabs.Panel key={one} value={one} pt="lg">
              <Panel />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Page>
  );
}
