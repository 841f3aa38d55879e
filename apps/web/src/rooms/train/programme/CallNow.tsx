import { emergencyNumber } from "../../../care/emergency.ts";
import { ButtonLink } from "../../../design/Button.tsx";
import { useSettings } from "../../../keeping/settings.ts";
import { useText } from "../../../texts/texts.ts";

/** The emergency number of where the person is, at a touch; nothing where that is not known: the way back asks for it. */
export function CallNow() {
  const t = useText();
  const number = emergencyNumber(useSettings().region);
  if (number === null) return null;
  return (
    <p>
      <ButtonLink href={`tel:${number}`} kind="main" big>
        {t("train.programme.call", { number })}
      </ButtonLink>
    </p>
  );
}
