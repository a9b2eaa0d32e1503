import { Chip, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Props<T extends string> = {
  label: string;
  value: T | undefined;
  options: readonly T[];
  name(option: T): string;
  onChange(value: T | undefined): void;
};

/** One of several, or all; chips wrap on a phone where tabs would be cut off. */
export function FilterChips<T extends string>({ label, value, options, name, onChange }: Props<T>) {
  const { t } = useTranslation();
  const chosen: string = value ?? "all";
  return (
    <Group gap="xs" role="radiogroup" aria-label={label}>
      <Chip.Group value={chosen} onChange={(next) => onChange(options.find((option) => option === next))}>
        <Chip value="all" variant="light" size="sm">
          {t("common.all")}
        </Chip>
        {options.map((option) => (
          <Chip key={option} value={option} variant="light" size="sm">
            {name(option)}
          </Chip>
        ))}
      </Chip.Group>
    </Group>
  );
}
