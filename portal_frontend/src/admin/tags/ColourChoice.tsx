import { useLingui } from "@lingui/react/macro";
import { Group, Radio } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { FieldOf } from "../../forms/fields.ts";
import { COLOURS, colourOf } from "./tagColours.ts";
import classes from "./tags.module.css";
import { useTagWords } from "./useTagWords.ts";

/** The palette; the arrow keys move through it. */
export function ColourChoice({ field }: { field: FieldOf }) {
  const { t } = useLingui();
  const words = useTagWords();
  return (
    <Radio.Group label={t`Colour`} {...field("color")}>
      <Group gap={6} mt={6}>
        {COLOURS.map((color) => (
          <Radio.Card
            key={color}
            value={color}
            className={classes.swatch ?? ""}
            style={colourOf(color)}
            aria-label={words[color]}
            title={words[color]}
          >
            <IconCheck size={16} stroke={2.4} aria-hidden />
          </Radio.Card>
        ))}
      </Group>
    </Radio.Group>
  );
}
