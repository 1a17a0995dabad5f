import { useLingui } from "@lingui/react/macro";
import { ActionIcon, ColorPicker, ColorSwatch, Popover, TextInput, type TextInputProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";

interface ColourFieldProps extends Omit<TextInputProps, "onChange" | "value"> {
  value?: string;
  onChange?: (colour: string) => void;
  /** The colour shown while what is typed is none. */
  shown: string;
}

const SWATCHES = ["#1f5fa8", "#0f766e", "#2f6f3e", "#8a5a00", "#b3261e", "#8b2f6b", "#5b3fb5", "#37474f"];

/** A colour: typed, or picked from the palette behind the swatch. */
export function ColourField({ value = "", onChange = () => {}, shown, ...input }: ColourFieldProps) {
  const { t } = useLingui();
  const [open, { toggle, close }] = useDisclosure(false);
  const palette = (
    <Popover opened={open} onChange={(next) => !next && close()} position="bottom-start" withinPortal={false} trapFocus>
      <Popover.Target>
        <ActionIcon aria-label={t`Pick a colour`} onClick={toggle}>
          <ColorSwatch color={shown} size={20} withShadow={false} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Pick a colour`}>
        <ColorPicker
          format="hex"
          value={shown}
          onChange={onChange}
          swatches={SWATCHES}
          swatchesPerRow={8}
          saturationLabel={t`Saturation and brightness`}
          hueLabel={t`Hue`}
        />
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="off"
      spellCheck={false}
      leftSection={palette}
      leftSectionPointerEvents="all"
      {...input}
    />
  );
}
