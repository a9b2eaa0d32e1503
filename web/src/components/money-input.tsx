import { TextInput, type TextInputProps } from "@mantine/core";
import { type FocusEvent, useState } from "react";
import { regional, toCents } from "../format/money.ts";
import { useLocale } from "../i18n/use-locale.ts";

type Props = Omit<TextInputProps, "value" | "onChange"> & {
  /** In cents; null while the field holds no amount. */
  value?: number | null;
  onChange?(cents: number | null): void;
};

/**
 * An amount of money, typed or pasted as people write it in either language. It is a text field because
 * number fields take "12,75" for 1275 where the comma is not the decimal sign.
 */
export function MoneyInput({ value, onChange, onBlur, ...props }: Props) {
  const locale = useLocale();
  const [text, setText] = useState(() => amountText(value ?? null, locale));
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    const cents = toCents(text);
    if (cents !== null) setText(amountText(cents, locale));
    onBlur?.(event);
  };
  return (
    <TextInput
      {...props}
      inputMode="decimal"
      autoComplete="off"
      rightSection="$"
      rightSectionPointerEvents="none"
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        onChange?.(toCents(currentTarget.value));
      }}
      onBlur={leave}
    />
  );
}

const amountText = (cents: number | null, locale: string): string =>
  cents === null
    ? ""
    : new Intl.NumberFormat(regional(locale), { minimumFractionDigits: 2, useGrouping: false }).format(
        cents / 100,
      );
