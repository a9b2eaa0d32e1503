import { NumberInput, type NumberInputProps } from "@mantine/core";
import { toCents } from "../format/money.ts";
import { useLocale } from "../i18n/use-locale.ts";

type Props = Omit<NumberInputProps, "value" | "onChange" | "min" | "max"> & {
  /** In cents; null while the field is empty. */
  value?: number | null;
  onChange?(cents: number | null): void;
  allowBelowZero?: boolean;
};

/** An amount of money, typed as people write it: 12.50 in English, 12,50 in French. */
export function MoneyInput({ value, onChange, allowBelowZero = false, ...props }: Props) {
  const isFrench = useLocale() === "fr";
  return (
    <NumberInput
      {...props}
      value={value === null || value === undefined ? "" : value / 100}
      onChange={(typed) => onChange?.(toCents(typed))}
      decimalScale={2}
      fixedDecimalScale
      decimalSeparator={isFrench ? "," : "."}
      allowedDecimalSeparators={[".", ","]}
      allowNegative={allowBelowZero}
      hideControls
      inputMode="decimal"
      {...(isFrench ? { suffix: " $" } : { prefix: "$" })}
    />
  );
}
