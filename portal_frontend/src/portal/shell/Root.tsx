import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { useRead } from "../../api/useRead.ts";
import { fromApi } from "../../i18n/languages.ts";
import { useLanguage } from "../../i18n/LanguageProvider.tsx";
import { useLook } from "../../ui/LookProvider.tsx";
import { Arriving } from "../../ui/Arriving.tsx";
import { DoorQuery } from "../session/documents.ts";
import { useSession } from "../session/session.ts";

/** Takes the looks and the language from the person inside, or from the firm whose door this is. */
export function Root() {
  const { viewer } = useSession();
  const { look: known, setLook } = useLook();
  const { suggest } = useLanguage();
  const askDoor = viewer === null || (viewer === undefined && !known);
  const { data, error } = useRead(DoorQuery, {}, { pause: !askDoor });
  const look = viewer?.firm ?? data?.firmLook;
  const language = viewer?.language;

  useEffect(() => {
    if (look) setLook({ name: look.name, accentColor: look.accentColor, logoUrl: look.logoUrl });
  }, [look, setLook]);

  useEffect(() => {
    if (language) void suggest(fromApi(language));
  }, [language, suggest]);

  const arriving = !known && !look && !data && !error;
  return arriving ? <Arriving /> : <Outlet />;
}
