import { LinksSection } from "../../contacts/LinksSection.tsx";
import { useAccount } from "./AccountContext.ts";
import { FactsCard } from "./FactsCard.tsx";
import classes from "./record.module.css";

export function InfoPage() {
  const { account, again } = useAccount();
  return (
    <div className={classes.columns}>
      <FactsCard />
      <LinksSection account={account} again={again} />
    </div>
  );
}
