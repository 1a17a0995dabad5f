import { SkeletonPage } from "../ui/skeletons.tsx";
import classes from "./door.module.css";

/** What the card shows until it is known what a link leads to. */
export function DoorSkeleton() {
  return (
    <div className={classes.waiting}>
      <SkeletonPage />
    </div>
  );
}
