export const settingsTabs = ["profile", "number", "payments", "keys"] as const;
export type SettingsTab = (typeof settingsTabs)[number];
