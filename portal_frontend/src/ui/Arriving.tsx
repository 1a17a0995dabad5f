import { Center, Loader } from "@mantine/core";
import classes from "./arriving.module.css";

/** Nothing at first, so a fast answer does not flash; a loader after 300 ms. */
export function Arriving() {
  return (
    <Center mih="100dvh" className={classes.arriving}>
      <Loader />
    </Center>
  );
}
