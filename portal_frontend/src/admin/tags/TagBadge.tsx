import type { TagLookFragment } from "../generated/graphql";
import { colourOf } from "./tagColours.ts";
import classes from "./tags.module.css";

/** One tag: its name on its colour. */
export function TagBadge({ tag: { name, color } }: { tag: Pick<TagLookFragment, "name" | "color"> }) {
  return (
    <span className={`${classes.colour} ${classes.tag}`} style={colourOf(color)} title={name}>
      {name}
    </span>
  );
}
